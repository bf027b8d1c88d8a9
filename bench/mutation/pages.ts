// Writes the mutation part of RESULTS.md and the page SURVIVORS.md from results/mutation.json and the reviewed reasons.
// `node bench/mutation/pages.ts` alone: after a reason was written, without a campaign.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../measure/root.ts';
import { writePart } from '../page/marked-part.ts';
import { REASONS, reasonFor } from './explained.ts';
import { type FileCounts, type MutationRecord, readRecord, type Survivor } from './record.ts';
import type { ReasonsByFile } from './rule.ts';

export async function writeMutationPages(): Promise<void> {
  const record = await readRecord();
  await writePart('mutation', resultsPart(record, REASONS));
  await writeFile(join(ROOT, 'bench', 'SURVIVORS.md'), survivorsPage(record, REASONS));
  for (const line of needless(record, REASONS)) console.error(`no survivor needs the reason: ${line}`);
}

/** Score, counts, and a row for each room of the engine. */
export function resultsPart(record: MutationRecord, reasons: ReasonsByFile): string {
  const { files, survivors, score, commit, date } = record;
  const { detected, survived, uncovered } = sumOf(files);
  const open = survivors.filter((survivor) => reasonFor(survivor, reasons) === null).length;
  const rooms = [...new Set(files.map(({ file }) => roomOf(file)))].sort();
  return [
    `**${score.toFixed(1)} %** detected: ${thousands(detected)} of ${thousands(detected + survived + uncovered)} mutants; ${survived} survived, ${uncovered} stand where no test comes. Of these ${survivors.length}, ${survivors.length - open} have a reason and ${open} are not explained yet. Commit ${commit}, ${date}.`,
    '',
    '| Room | Mutants | Detected | Score | Survived | Without coverage | Not explained yet |',
    '|---|---|---|---|---|---|---|',
    ...rooms.map((room) => {
      const sum = sumOf(files.filter(({ file }) => roomOf(file) === room));
      const all = sum.detected + sum.survived + sum.uncovered;
      const left = survivors.filter(
        (survivor) => roomOf(survivor.file) === room && reasonFor(survivor, reasons) === null,
      );
      return `| ${room} | ${all} | ${sum.detected} | ${((100 * sum.detected) / all).toFixed(1)} % | ${sum.survived} | ${sum.uncovered} | ${left.length} |`;
    }),
    '',
  ].join('\n');
}

/** Every survivor under its reason; first those that have none. */
export function survivorsPage(record: MutationRecord, reasons: ReasonsByFile): string {
  const { survivors, commit, date } = record;
  const open = survivors.filter((survivor) => reasonFor(survivor, reasons) === null);
  const files = [...new Set(survivors.map(({ file }) => file))];
  return [
    '# Changes of the engine that no test noticed',
    '',
    `Written by \`npm run mutation\` from \`results/mutation.json\` and the reasons in \`mutation/reasons/\`. Commit ${commit}, ${date}: ${survivors.length} survivors, ${survivors.length - open.length} under a reason, ${open.length} not explained yet. Lines are those of that commit; \`was\` → \`became\`; "no test comes here" where that is so.`,
    '',
    `## Not explained yet (${open.length})`,
    '',
    ...(open.length === 0 ? ['None.', ''] : []),
    ...files.flatMap((file) => {
      const here = open.filter((survivor) => survivor.file === file);
      return here.length === 0 ? [] : [`### ${file} (${here.length})`, '', ...here.map(item), ''];
    }),
    '## Explained',
    '',
    ...files.flatMap((file) => explainedIn(file, survivors, reasons)),
  ].join('\n');
}

function explainedIn(file: string, survivors: readonly Survivor[], reasons: ReasonsByFile): string[] {
  const groups = (reasons[file] ?? []).map((reason) => ({
    reason,
    of: survivors.filter((survivor) => survivor.file === file && reasonFor(survivor, reasons) === reason),
  }));
  const used = groups.filter(({ of }) => of.length > 0);
  if (used.length === 0) return [];
  const count = used.reduce((sum, { of }) => sum + of.length, 0);
  return [
    `### ${file} (${count})`,
    '',
    ...used.flatMap(({ reason, of }) => [`**${reason.because}**`, '', ...of.map(item), '']),
  ];
}

function item({ line, place, mutator, original, replacement, covered }: Survivor): string {
  const where = place === '' ? `${line}` : `${line}, ${place}`;
  return `- ${where}: ${code(original)} → ${code(replacement)} (${mutator}${covered ? '' : '; no test comes here'})`;
}

/** Text between enough backticks. */
function code(text: string): string {
  if (text === '') return '(nothing)';
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** Reasons for which nothing is left: to be taken out. */
function needless({ survivors }: MutationRecord, reasons: ReasonsByFile): string[] {
  const used = new Set(survivors.map((survivor) => reasonFor(survivor, reasons)));
  return Object.entries(reasons).flatMap(([file, list]) =>
    list.filter((reason) => !used.has(reason)).map((reason) => `${file}: ${reason.because}`),
  );
}

type Sum = Omit<FileCounts, 'file'>;

function sumOf(files: readonly FileCounts[]): Sum {
  return files.reduce<Sum>(
    (sum, file) => ({
      detected: sum.detected + file.detected,
      survived: sum.survived + file.survived,
      uncovered: sum.uncovered + file.uncovered,
    }),
    { detected: 0, survived: 0, uncovered: 0 },
  );
}

function roomOf(file: string): string {
  return file.includes('/') ? `${file.split('/')[0]}/` : 'files beside the rooms';
}

function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeMutationPages();
