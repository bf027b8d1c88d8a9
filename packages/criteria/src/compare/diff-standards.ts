// What changed in the table of standards of one indicator: cell by cell, where either table tells them apart.
import { standardInBoth } from '../explain/spoken-standard.ts';
import { standardText } from '../explain/standard-text.ts';
import { cellAt, cellsOf, decides, tableOf } from '../law/cells.ts';
import type { Cell, Standard } from '../law/rule.ts';
import type { CriteriaSet, Indicator } from '../law/set.ts';
import { implies } from '../overlay/strictness.ts';
import { engineText, type Lang } from '../text/catalogue.ts';
import { wordOf } from '../text/words.ts';
import type { ItemWord } from './diff-indicator.ts';
import {
  type DifferenceCode,
  plainWorth,
  type SetDifference,
  type TablePlace,
  tell,
  type Worth,
  whereChanged,
  worthOfKey,
} from './difference.ts';

/** The two items compared, the sets they stand in, and how they are called. */
export interface ItemPair {
  readonly before: Indicator;
  readonly after: Indicator;
  readonly a: CriteriaSet;
  readonly b: CriteriaSet;
  readonly item: ItemWord;
}

/** Compares the cells of every year and column that either table tells apart. */
export function diffTables(pair: ItemPair): SetDifference[] {
  const cells = [...cellsOf(pair.before.rule), ...cellsOf(pair.after.rule)];
  const columns = distinct(cells.map((placed) => placed.column));
  const places = yearsOf(pair).flatMap((year) => columns.map((column) => ({ year, column, set: pair.b })));
  return places.flatMap((place) => {
    const was = lookUp(pair.before, place);
    const is = lookUp(pair.after, place);
    return diffCells(pair, was, is, place);
  });
}

/**
 * Years named in either table. Beside a table that serves all years, one that names some loses the others of the
 * period that both sets judge, so those are compared too.
 */
function yearsOf({ before, after, a, b }: ItemPair): (string | null)[] {
  const tables = [tableOf(before.rule), tableOf(after.rule)];
  const named = tables.flatMap((table) => (table.kind === 'byYear' ? Object.keys(table.years) : []));
  if (named.length === 0) return [null];
  const shared: string[] = [];
  const [from, to] = [Math.max(a.period.from, b.period.from), Math.min(a.period.to, b.period.to)];
  for (let year = from; year <= to; year++) shared.push(String(year));
  return [...new Set([...named, ...shared])].sort();
}

/** A table that is told apart only here and there is compared only where it is. */
function distinct(keys: readonly (string | null)[]): (string | null)[] {
  const named = [...new Set(keys.filter((key) => key !== null))];
  return named.length > 0 ? named : [null];
}

function lookUp(indicator: Indicator, { year, column }: TablePlace): Cell | null {
  const cell = cellAt(indicator.rule, column, Number(year ?? 0));
  return typeof cell === 'string' ? null : cell;
}

function diffCells(pair: ItemPair, was: Cell | null, is: Cell | null, place: TablePlace): SetDifference[] {
  const { code } = pair.after;
  const told = { item: pair.item, place };
  const changed = whereChanged(
    standardChange(was, is),
    code,
    [standardOf(was, pair.before, pair.a), standardOf(is, pair.after, pair.b)],
    told,
  );
  if (changed.length > 0) return changed;
  const surer = whereChanged('diff.confidence-changed', code, [confidenceOf(was), confidenceOf(is)], told);
  if (was?.kind !== 'standard' || is?.kind !== 'standard') return surer;
  const sourced = diffSource(was, is).map((change) =>
    tell(change, code, {
      ...told,
      before: plainWorth(was.source ?? ''),
      after: plainWorth(is.source ?? ''),
    }),
  );
  const found = [...surer, ...sourced];
  if (found.length > 0 || decides(was) === decides(is)) return found;
  // nothing but the signatures is left that could make it decide, or stop deciding
  return [tell(decides(is) ? 'diff.standard-signed' : 'diff.standard-unsigned', code, told)];
}

/** A standard without a source decides nothing, so losing it is a change of the law; another page of it is not. */
function diffSource(was: Standard, is: Standard): DifferenceCode[] {
  if ((was.source === null) === (is.source === null)) return [];
  return [is.source === null ? 'diff.source-lost' : 'diff.source-given'];
}

function confidenceOf(cell: Cell | null): Worth {
  if (cell === null || cell.kind === 'missing') return plainWorth('');
  const said = (lang: Lang): string => wordOf('confidence', cell.confidence, engineText[lang]);
  return { raw: cell.confidence, vi: said('vi'), en: said('en') };
}

/** As signs for programs, in words in the sentences. */
function standardOf(cell: Cell | null, indicator: Indicator, set: CriteriaSet): Worth {
  if (cell?.kind === 'standard')
    return { raw: standardText(cell.of), ...standardInBoth(cell.of, { set, indicator }) };
  return worthOfKey(cell?.kind === 'delegated' ? 'diff.delegated' : 'diff.no-standard');
}

function standardChange(was: Cell | null, is: Cell | null): DifferenceCode {
  if (was?.kind !== 'standard' || is?.kind !== 'standard') return 'diff.standard-changed';
  if (implies(is.of, was.of)) return 'diff.standard-stricter';
  return implies(was.of, is.of) ? 'diff.standard-weaker' : 'diff.standard-changed';
}
