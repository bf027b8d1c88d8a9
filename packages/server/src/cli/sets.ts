// `vb sets list|show|check|diff|fall|import`: the law as files; only `fall` and `import` need the database.
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { canonicalJson, diffSets } from '@vungbuoc/criteria';
import { commandIdOf } from '../commands/command-id.ts';
import { publishSetsBinding } from '../commands/reference-data.ts';
import { runCommand } from '../commands/run.ts';
import { lawToPublish } from '../first-start/files.ts';
import { readFiguresText } from '../first-start/law-files.ts';
import { loadWouldFall } from '../reads/would-fall.ts';
import { checkLaw } from './check-law.ts';
import { type CliCommand, type CliRun, optional, required, UsageProblem } from './command.ts';
import {
  findSet,
  type LawBook,
  layOverlay,
  openLawBook,
  openLawPath,
  refuseAll,
  SHIPPED,
} from './law-book.ts';
import { unitOption } from './places.ts';
import { checkText, diffText, fallText, listText, setText } from './sets-text.ts';

const SET_WORD = { vi: 'Mã, mã/phiên bản, thư mục hoặc file', en: 'Id, id/version, folder or file' };

const list: CliCommand = {
  name: 'sets list',
  summary: { vi: 'Các bộ tiêu chí đi kèm chương trình', en: 'The criteria sets that ship with the program' },
  options: {
    dir: {
      type: 'string',
      value: 'DIR',
      vi: 'Thư mục khác criteria-sets/',
      en: 'A folder other than criteria-sets/',
    },
  },
  async run(run) {
    const sets = checkLaw(await openLawBook(optional(run, 'dir') ?? SHIPPED)).files.map((file) => file.head);
    run.print(run.json ? JSON.stringify({ sets }) : listText(sets, run.lang));
    return 0;
  },
};

const show: CliCommand = {
  name: 'sets show',
  takes: 'SET',
  summary: { vi: 'Một bộ tiêu chí: chỉ tiêu và mức yêu cầu', en: 'A set: its indicators and standards' },
  options: {
    overlay: {
      type: 'string',
      value: 'FILE|ID',
      vi: 'Áp quy định của tỉnh',
      en: "With a province's overlay",
    },
  },
  async run(run) {
    const base = await findSet(oneWord(run), null);
    const overlay = optional(run, 'overlay');
    const set = overlay === undefined ? base : await layOverlay(base, overlay);
    run.print(run.json ? JSON.stringify(set) : setText(set, run.lang));
    return 0;
  },
};

const check: CliCommand = {
  name: 'sets check',
  takes: '[FILE|FOLDER]',
  summary: {
    vi: 'Kiểm bộ tiêu chí: chỗ không nhận được và chỗ còn thiếu',
    en: 'Check a set: what is refused and what is unfinished',
  },
  options: {},
  async run(run) {
    const found = checkLaw(await bookAt(run.words[0] ?? SHIPPED));
    run.print(
      run.json
        ? JSON.stringify({ refused: found.refused, unfinished: found.unfinished })
        : checkText(found, run.lang),
    );
    return found.refused.length > 0 ? 2 : 0;
  },
};

const diff: CliCommand = {
  name: 'sets diff',
  takes: 'A B',
  summary: { vi: 'Hai bộ hoặc hai phiên bản khác nhau gì', en: 'What differs between two sets or versions' },
  options: {},
  async run(run) {
    const [a, b, ...more] = run.words;
    if (a === undefined || b === undefined || more.length > 0)
      throw new UsageProblem('Cần đúng hai bộ.', 'Two sets are needed.');
    const [from, to] = [await findSet(a, null), await findSet(b, null)];
    const differences = diffSets(from, to);
    const named = ({ id, version }: typeof from) => ({ id, version });
    if (run.json) run.print(JSON.stringify({ from: named(from), to: named(to), differences }));
    else run.print(diffText(differences, run.lang));
    return 0;
  },
};

const fall: CliCommand = {
  name: 'sets fall',
  summary: {
    vi: 'Xã nào đang đạt sẽ không đạt nếu xét theo bộ khác',
    en: 'Which units that hold now would not under another set',
  },
  options: {
    from: { type: 'string', value: 'SET', ...SET_WORD },
    to: { type: 'string', must: true, value: 'SET', ...SET_WORD },
    under: { type: 'string', value: 'CODE[@DATE]', vi: 'Địa bàn', en: 'Place' },
    round: { type: 'string', value: 'CODE', vi: 'Kỳ có số liệu', en: 'Round that has the figures' },
    year: { type: 'string', value: 'YYYY', vi: 'Năm xét theo bộ mới', en: 'Year judged by the other set' },
  },
  async run(run) {
    const { workshop, principal } = await run.house();
    const year = optional(run, 'year');
    const reply = await loadWouldFall(workshop, principal, {
      under: unitOption(run, 'under'),
      round: optional(run, 'round'),
      from: optional(run, 'from'),
      to: required(run, 'to'),
      year: year === undefined ? undefined : Number(year),
    });
    run.print(run.json ? JSON.stringify(reply) : fallText(reply, run.lang));
    return 0;
  },
};

const publish: CliCommand = {
  name: 'sets import',
  mayBeFirst: true,
  takes: '[FILE|FOLDER]',
  summary: { vi: 'Đưa bộ tiêu chí vào kho số liệu', en: 'Publish sets into the database' },
  options: {
    place: {
      type: 'string',
      value: 'CODE[@DATE]',
      vi: 'Quy định của tỉnh áp cho địa bàn này',
      en: 'The place that an overlay holds for',
    },
  },
  async run(run) {
    const book = await bookAt(run.words[0] ?? SHIPPED);
    const { refused } = checkLaw(book);
    if (refused.length > 0) refuseAll(refused);
    const place = optional(run, 'place');
    const places = new Map(place === undefined ? [] : book.files.map(({ name }) => [name, place] as const));
    const input = lawToPublish(book.figuresText, book.files, places);
    const digest = createHash('sha256').update(canonicalJson(input)).digest('hex');
    const { workshop, principal } = await run.house();
    const given = { principal, commandId: commandIdOf(`sets.publish ${digest}`), input };
    const { published } = await runCommand(workshop, publishSetsBinding, given);
    if (run.json) run.print(JSON.stringify({ published }));
    else run.print(published.map(({ id, version }) => `${id}/${version}`).join('\n'));
    return 0;
  },
};

function oneWord(run: CliRun): string {
  const [word, ...more] = run.words;
  if (word !== undefined && more.length === 0) return word;
  throw new UsageProblem('Ghi một bộ tiêu chí (xem: vb sets list).', 'Name one set (see: vb sets list).');
}

/** A folder of law, a folder of one set, or one file, each with the dictionary beside it. @throws UsageProblem */
async function bookAt(path: string): Promise<LawBook> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() && (await readFiguresText(path).catch(() => null)) !== null)
    return openLawBook(path);
  const own = await openLawPath(path);
  if (own === null) {
    throw new UsageProblem(`Trong ${path} không có bộ tiêu chí nào.`, `There is no criteria set in ${path}.`);
  }
  const book = await openLawBook();
  return { ...book, figures: own.figures, files: [own.file] };
}

export const setsCommands: readonly CliCommand[] = [list, show, check, diff, fall, publish];
