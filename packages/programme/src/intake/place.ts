// Whose place a sheet says it is of: a sheet of another district is asked about before anything of it is taken.
import { foldText, hasMarks } from '../names/index.ts';
import { candidate, makeQuestion } from './question.ts';
import { askedOf, type Table } from './table.ts';

/** Words that follow "huyện" without being a district's name. */
const noName = new Set(
  'năm đến các và theo nông xây quý tháng tỉnh như trong về thuộc cũ mới có là đã chưa đạt này ủy đối một số tại từ với'.split(
    ' ',
  ),
);
const noNamePlain = new Set([...noName].map(foldText));

const districtWord = /(?<!\p{L})(?:huyện|huyen|thị xã|thi xa)\s+(?=(\p{L}+)(.*))/gu;

/** "huyện Mường Tè" in a title, folded, from the name on; a town's own name may hold any word, so only districts count. */
function districtsNamed(line: string): string[] {
  const text = line.normalize('NFC').toLowerCase();
  const plain = !hasMarks(text);
  return Array.from(text.matchAll(districtWord), ([, first = '', rest = '']) => ({ first, rest }))
    .filter(({ first, rest }) => {
      // Without tone marks "nam" is "năm" only before a number.
      if (plain && first === 'nam') return !/^\s*\d/.test(rest);
      return !(plain ? noNamePlain : noName).has(first);
    })
    .map(({ first, rest }) => foldText(first + rest));
}

/** Open while the title speaks of districts and none of them is one of the round's. */
export function askPlace(table: Table): string[] {
  const { finder, title } = table;
  if (!finder.underDistricts) return [];
  const lines = title.text.split('\n').map((text) => ({ text, named: districtsNamed(text) }));
  if (lines.some(({ named }) => named.some(finder.beginsWithParent))) return [];
  const found = lines.find(({ named }) => named.length > 0);
  if (found === undefined) return [];
  const [first = ''] = found.named;
  const { text } = found;
  const settled = table.ledger.settle('place', { value: 'yes', sure: false, by: 'sheet' }, first, () =>
    makeQuestion('place', 'place', askedOf(table), { text: text.slice(0, 120) }, [
      candidate('yes'),
      candidate('no'),
    ]),
  );
  return settled.open !== null || settled.value === 'no' ? ['place'] : [];
}
