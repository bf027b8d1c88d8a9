// Checks a folder of law: every set, every overlay on every version of its set, each fault with file and place.
import { applyOverlay, type CriteriaSet, type SetProblem } from '@vungbuoc/criteria';
import type { LawFile } from '../first-start/law-files.ts';
import { identityOf, type LawBook, parseLawSet, parseOverlayFile, setsOf } from './law-book.ts';

/** What a list shows of one file; counts are null for what could not be read. */
export interface LawHead {
  readonly kind: 'set' | 'overlay';
  readonly id: string;
  readonly version: number | null;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly criteria: number | null;
  /** As the decree declares them, and as the set lists them. */
  readonly declaredIndicators: number | null;
  readonly indicators: number | null;
  readonly unfinished: number;
  readonly refused: number;
}

export interface CheckedFile {
  readonly head: LawHead;
  readonly refused: readonly SetProblem[];
  readonly unfinished: readonly SetProblem[];
}

export interface CheckedLaw {
  readonly files: readonly CheckedFile[];
  readonly refused: readonly SetProblem[];
  readonly unfinished: readonly SetProblem[];
}

export function checkLaw(book: LawBook): CheckedLaw {
  const bases = book.files.some((file) => file.overlay) ? setsOf({ ...book, files: book.bases }) : [];
  const files = book.files.map((file) => (file.overlay ? checkOverlay(file, bases) : checkOne(file, book)));
  return {
    files,
    refused: [...book.refusedFigures, ...files.flatMap((file) => file.refused)],
    unfinished: files.flatMap((file) => file.unfinished),
  };
}

const NOTHING_READ = {
  version: null,
  titleVi: '',
  titleEn: '',
  from: null,
  to: null,
  criteria: null,
  declaredIndicators: null,
  indicators: null,
};

function checkOne(file: LawFile, book: LawBook): CheckedFile {
  const { set, refused, unfinished } = parseLawSet(file, book.figures);
  const counts = { unfinished: unfinished.length, refused: refused.length };
  const head: LawHead =
    set === null
      ? { kind: 'set', id: file.name, ...NOTHING_READ, ...counts }
      : {
          kind: 'set',
          id: set.id,
          version: set.version,
          titleVi: set.titleVi,
          titleEn: set.titleEn,
          from: set.period.from,
          to: set.period.to,
          criteria: set.criteria.length,
          declaredIndicators: set.declaredCounts.indicators,
          indicators: set.criteria.reduce((sum, criterion) => sum + criterion.indicators.length, 0),
          ...counts,
        };
  return { head, refused, unfinished };
}

/** Read against each version of its set: what is stricter than one may be weaker than the next. */
function checkOverlay(file: LawFile, sets: readonly CriteriaSet[]): CheckedFile {
  const of = identityOf(file)?.of ?? '';
  const bases = sets.filter((set) => set.id === of);
  const parsed = bases.map((base) => ({ base, ...parseOverlayFile(file, base) }));
  const refused = parsed.flatMap(({ base, overlay, refused: faults }) =>
    overlay === null ? faults : applyOverlay(base, overlay).refused,
  );
  const overlay = parsed.find((one) => one.overlay !== null)?.overlay;
  const head: LawHead = {
    ...NOTHING_READ,
    kind: 'overlay',
    id: overlay?.id ?? file.name,
    version: overlay?.version ?? null,
    titleVi: overlay?.titleVi ?? '',
    titleEn: overlay?.titleEn ?? '',
    unfinished: 0,
    refused: refused.length,
  };
  return { head, refused: distinct(bases.length === 0 ? missingBase(file, of) : refused), unfinished: [] };
}

function missingBase(file: LawFile, of: string): SetProblem[] {
  return [
    {
      code: 'overlay.other-base',
      file: file.parts[0]?.file ?? file.name,
      path: '',
      vi: `Không có bộ tiêu chí “${of}” mà quy định này nói đến.`,
      en: `There is no set "${of}" that this overlay speaks of.`,
      values: { of, base: '' },
    },
  ];
}

function distinct(faults: readonly SetProblem[]): SetProblem[] {
  return [...new Map(faults.map((fault) => [`${fault.file} ${fault.path} ${fault.vi}`, fault])).values()];
}
