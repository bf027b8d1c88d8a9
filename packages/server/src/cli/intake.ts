// `vb intake FILE`: an office's own sheet. Without a mapping it proposes one and asks; with one it imports.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { applyMapping, Mapping, whatIsShown } from '@vungbuoc/programme/intake';
import { type Problem, ProblemError, refuse } from '@vungbuoc/programme/problems';
import { importSheet } from '../commands/intake.ts';
import { loadBoard } from '../reads/board.ts';
import { type IntakeScope, loadIntakeScope, proposeIntake } from '../reads/intake.ts';
import { type Grid, readSheets } from '../sheets/index.ts';
import { type CliCommand, type CliRun, optional } from './command.ts';
import { importedText, proposalText, shownText } from './intake-text.ts';
import { dayOption, fileWord, PLACE_OPTIONS, placeOf, writeGiven } from './places.ts';
import { type FileGiven, readGiven } from './readings-file.ts';

const BAD_INPUT = 2;

export const intakeCommand: CliCommand = {
  name: 'intake',
  takes: 'FILE',
  summary: {
    vi: 'Nhận bảng của cơ quan như nó có: đề xuất cách đọc và hỏi chỗ chưa rõ; có --mapping thì nhập',
    en: "Take an office's own sheet: propose how to read it and ask; with --mapping, import it",
  },
  options: {
    ...PLACE_OPTIONS,
    mapping: {
      type: 'string',
      value: 'FILE',
      vi: 'File ánh xạ đã trả lời hết câu hỏi',
      en: 'Mapping file with every question answered',
    },
    out: {
      type: 'string',
      value: 'FILE',
      vi: 'Ghi ánh xạ đề xuất ra file để sửa',
      en: 'Write the proposed mapping to a file',
    },
    document: {
      type: 'string',
      value: 'NO',
      vi: 'Số văn bản gửi bảng',
      en: 'Number of the document with the sheet',
    },
    'document-on': { type: 'string', value: 'DATE', vi: 'Ngày văn bản', en: 'Day of the document' },
    'known-on': {
      type: 'string',
      value: 'DATE',
      vi: 'Ngày biết (mặc định: hôm nay)',
      en: 'Day known (default: today)',
    },
    'dry-run': { type: 'boolean', vi: 'Chỉ thử, không ghi', en: 'Only try, write nothing' },
  },
  async run(run) {
    const file = await readGiven(fileWord(run));
    const path = optional(run, 'mapping');
    const mapping = path === undefined ? null : await readMapping(path);
    const grids = await readGrids(run, file);
    const { workshop, principal } = await run.house();
    const scope = await loadIntakeScope(workshop, principal, placeOf(run));
    if (mapping === null) return propose(run, scope, grids);
    const reply = await importSheet(workshop, principal, {
      under: scope.under,
      round: scope.round,
      file: file.name,
      fileDigest: createHash('sha256').update(file.bytes).digest('hex'),
      grids,
      mapping,
      context: scope.context,
      document: optional(run, 'document') ?? mapping.title.documentNumber,
      documentOn: dayOption(run, 'document-on') ?? mapping.title.documentDate,
      knownOn: dayOption(run, 'known-on') ?? scope.today,
      dryRun: run.options['dry-run'] === true,
    });
    if (run.json) run.print(JSON.stringify(reply));
    else {
      const board = await loadBoard(workshop, principal, placeOf(run));
      const { results } = applyMapping(grids, mapping, scope.context);
      run.print(importedText(reply, run.lang));
      run.print(shownText(whatIsShown(results, board.rows), run.lang));
    }
    return 0;
  },
};

async function propose(run: CliRun, scope: IntakeScope, grids: readonly Grid[]): Promise<number> {
  const { mapping, questions, faults, preview } = await proposeIntake(scope, grids, null);
  const out = optional(run, 'out');
  if (out !== undefined && mapping !== null) {
    await writeGiven(out, `${JSON.stringify(mapping, null, 2)}\n`);
    run.note(`Đã ghi ánh xạ ra ${out}.`, `The mapping was written to ${out}.`);
  }
  const proposal = { mapping, questions, faults, preview };
  run.print(run.json ? JSON.stringify(proposal) : proposalText(proposal, run.lang));
  return questions.length > 0 || faults.length > 0 ? BAD_INPUT : 0;
}

/** The sheets of a file; notes to standard error. @throws ProblemError when the file cannot be read */
async function readGrids(run: CliRun, file: FileGiven): Promise<readonly Grid[]> {
  const { sheets, problems } = await readSheets(file.bytes, file.name);
  const refused = problems
    .filter(({ grade }) => grade === 'refused')
    .map(
      ({ vi, en }): Problem => ({ code: 'sheet.unreadable', path: file.name, facts: { why: vi, whyEn: en } }),
    );
  const [first, ...others] = refused;
  if (first) throw new ProblemError([first, ...others]);
  for (const { grade, vi, en } of problems) if (grade === 'note') run.note(vi, en);
  return sheets;
}

/** A mapping as `--out` writes it, or the whole answer of `--json`. @throws ProblemError with what is wrong in it */
async function readMapping(path: string): Promise<Mapping> {
  const wrong = (why: string): never => refuse('intake.mapping-unreadable', { file: path, why }, path);
  const text = await readFile(path, 'utf8').catch((error: Error) => wrong(error.message));
  const value = parseJson(text, wrong);
  const inner = typeof value === 'object' && value !== null && 'mapping' in value ? value.mapping : value;
  const parsed = Mapping.safeParse(inner);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('/')}: ${issue.message}`);
  return wrong(faults.join('; '));
}

function parseJson(text: string, wrong: (why: string) => never): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return wrong(error instanceof Error ? error.message : 'JSON');
  }
}
