// `vb evaluate`: a file of figures judged by a set, without a database. What it prints is a contract (issue 2, section 8).
import {
  type CompiledSet,
  type CriteriaSet,
  compile,
  dimensionsOf,
  type EngineText,
  type Explanation,
  engineText,
  explain,
  type Reading,
  UnknownColumnError,
} from '@vungbuoc/criteria';
import { refuse } from '@vungbuoc/programme/problems';
import type { FileUnit } from '@vungbuoc/programme/template';
import { type CliCommand, type CliRun, type Lang, optional, required, UsageProblem } from './command.ts';
import { findSet, layOverlay } from './law-book.ts';
import { DECIMAL_OPTION, readFigures, readGiven } from './readings-file.ts';

export const evaluateCommand: CliCommand = {
  name: 'evaluate',
  summary: {
    vi: 'Xét một file số liệu theo một bộ tiêu chí, không cần kho số liệu',
    en: 'Judge a file of figures by a criteria set; no database needed',
  },
  options: {
    set: {
      type: 'string',
      must: true,
      value: 'ID[/VERSION]|PATH',
      vi: 'Bộ tiêu chí: mã, mã/phiên bản, hoặc thư mục, file',
      en: 'Criteria set: id, id/version, or a folder or file',
    },
    dimension: {
      type: 'string',
      value: 'CODE',
      vi: 'Vùng hoặc nhóm xã (cột của quyết định)',
      en: 'Region or commune group (a column of the decree)',
    },
    year: { type: 'string', must: true, value: 'YYYY', vi: 'Năm xét', en: 'Year judged' },
    readings: {
      type: 'string',
      must: true,
      value: 'FILE',
      vi: 'File số liệu: CSV hoặc Excel, cột tìm theo tên (unit, indicator, value, numerator, ...)',
      en: 'Figures: CSV or Excel, columns found by name (unit, indicator, value, numerator, ...)',
    },
    overlay: {
      type: 'string',
      value: 'FILE|ID',
      vi: 'Quy định của tỉnh áp lên bộ tiêu chí',
      en: "A province's overlay on the set",
    },
    explain: { type: 'boolean', vi: 'Diễn giải đầy đủ', en: 'The whole explanation' },
    decimal: DECIMAL_OPTION,
  },
  async run(run) {
    const year = yearOf(run);
    const compiled = compileFor(await lawOf(run, year), optional(run, 'dimension'), year);
    const needs = { set: compiled.set, round: null, unitFault: null };
    const file = await readFigures(run, await readGiven(required(run, 'readings')), needs);
    // the contract's reasons are Vietnamese, whatever the language of the terminal
    const units = judgeFile(compiled, file, run.json ? 'vi' : run.lang);
    if (run.json) run.print(JSON.stringify(evaluationJson(compiled, units, run.options.explain === true)));
    else run.print(units.map((unit) => evaluationText(unit, run)).join('\n'));
    return 0;
  },
};

function yearOf(run: CliRun): number {
  const text = required(run, 'year');
  if (/^\d{4}$/.test(text)) return Number(text);
  throw new UsageProblem(
    `“${text}” không phải là năm. Ghi bốn chữ số: 2020.`,
    `"${text}" is no year. Write four digits: 2020.`,
  );
}

async function lawOf(run: CliRun, year: number): Promise<CriteriaSet> {
  const set = await findSet(required(run, 'set'), year);
  const overlay = optional(run, 'overlay');
  return overlay === undefined ? set : layOverlay(set, overlay);
}

/** No dimension means that the column is not known: every verdict that needs it is unknown. */
function compileFor(set: CriteriaSet, dimension: string | undefined, year: number): CompiledSet {
  try {
    return compile(set, dimension ?? null, year);
  } catch (error) {
    if (!(error instanceof UnknownColumnError)) throw error;
    const known = dimensionsOf(set).join(', ');
    return refuse('column.not-found', { column: error.dimension, known }, '--dimension');
  }
}

/** Without --dimension the engine does not know the column; the reason then says which could be given. */
function wordsFor({ set, dimension }: CompiledSet, lang: Lang): EngineText {
  const known = dimensionsOf(set);
  if (dimension !== null || known.length === 0) return engineText[lang];
  const why = `${engineText[lang]['why.no-column']} (--dimension ${known.join(', ')})`;
  return { ...engineText[lang], 'why.no-column': why };
}

interface JudgedUnit {
  readonly unit: string;
  readonly explained: Explanation;
}

function judgeFile(compiled: CompiledSet, file: readonly FileUnit[], lang: Lang): JudgedUnit[] {
  const text = wordsFor(compiled, lang);
  return file.map(({ unit, entries }) => {
    const readings = new Map(entries.map(({ figure, ...reading }): [string, Reading] => [figure, reading]));
    return { unit, explained: explain(compiled, readings, text, { dataLang: lang }) };
  });
}

function evaluationJson(compiled: CompiledSet, units: readonly JudgedUnit[], whole: boolean): unknown {
  return {
    set: compiled.set.id,
    dimension: compiled.dimension,
    year: compiled.year,
    units: units.map(({ unit, explained }) => ({
      unit,
      ...explained.evaluation.counts,
      criteria: explained.criteria.map(({ code, verdict, indicators }) => ({
        code,
        verdict,
        indicators: indicators.map((item) => ({
          code: item.code,
          verdict: item.verdict,
          value: item.value,
          standard: item.standard,
          reason: whole ? item.sentences.join(' ') : item.reason,
        })),
      })),
    })),
  };
}

const MARKS = {
  vi: { met: 'đạt', notMet: 'chưa đạt', unknown: 'chưa xác định', notApplicable: 'không áp dụng' },
  en: { met: 'met', notMet: 'not met', unknown: 'unknown', notApplicable: 'not applicable' },
} as const;

function evaluationText({ unit, explained }: JudgedUnit, run: CliRun): string {
  const words = MARKS[run.lang];
  const { counts } = explained.evaluation;
  const sums = (['met', 'notMet', 'unknown', 'notApplicable'] as const)
    .map((verdict) => `${words[verdict]} ${counts[verdict]}`)
    .join(', ');
  const lines = explained.criteria.flatMap(({ code, name, verdict, indicators }) => [
    `  ${code.padStart(3)}  ${name}: ${words[verdict]}`,
    ...indicators.map(
      (item) => `       ${item.code}  ${run.options.explain ? item.sentences.join(' ') : item.reason}`,
    ),
  ]);
  return [`${unit}: ${sums}`, ...lines].join('\n');
}
