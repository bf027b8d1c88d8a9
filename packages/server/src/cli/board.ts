// `vb board`: the board as a table of marks, as JSON for other programs, or as a workbook.
import type { Geography } from '@vungbuoc/programme/board';
import { boardJson } from '@vungbuoc/programme/board';
import { boardWorkbook } from '../papers/board-workbook.ts';
import { loadBoard } from '../reads/board.ts';
import { writeWorkbook } from '../sheets/index.ts';
import { boardText } from './board-text.ts';
import { type CliCommand, type CliRun, optional, UsageProblem } from './command.ts';
import { dayOption, PLACE_OPTIONS, placeOf, writeGiven } from './places.ts';

export const boardCommand: CliCommand = {
  name: 'board',
  summary: { vi: 'Bảng tiêu chí của một địa bàn trong một kỳ', en: 'The board of a place in a round' },
  options: {
    ...PLACE_OPTIONS,
    'as-of': { type: 'string', value: 'DATE', vi: 'Số liệu biết đến ngày', en: 'Figures known on a day' },
    geography: { type: 'string', value: 'then|now', vi: 'Địa giới khi đó hoặc hiện nay', en: 'Then or now' },
    xlsx: { type: 'string', value: 'FILE', vi: 'Ghi ra tệp Excel', en: 'Write an Excel file' },
  },
  async run(run) {
    const geography = geographyOf(run);
    const asOf = dayOption(run, 'as-of');
    const house = await run.house();
    const board = await loadBoard(house.workshop, house.principal, { ...placeOf(run), asOf, geography });
    const file = optional(run, 'xlsx');
    if (file !== undefined) {
      const book = boardWorkbook({ board, units: null, lang: run.lang, texts: house.workshop.texts });
      await writeGiven(file, await writeWorkbook(book));
      run.note(`Đã ghi ${file}`, `Wrote ${file}`);
    }
    if (run.json) run.print(JSON.stringify(boardJson(board)));
    else if (file === undefined) run.print(boardText(board, run.lang));
    return 0;
  },
};

function geographyOf(run: CliRun): Geography {
  const look = optional(run, 'geography') ?? 'then';
  if (look === 'then' || look === 'now') return look;
  throw new UsageProblem(
    '--geography là then (khi đó) hoặc now (hiện nay).',
    '--geography is either then or now.',
  );
}
