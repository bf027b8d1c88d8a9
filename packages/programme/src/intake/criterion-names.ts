// Recognises a criterion by its name as offices shorten it: "CSVC văn hóa", "Môi trường", "QP-AN".
import { foldText } from '../names/index.ts';
import type { IntakeCriterion } from './context.ts';
import { shortNamesOf } from './criterion-other-names.ts';

const expansions: Readonly<Record<string, string>> = {
  csvc: 'co so vat chat',
  csht: 'co so ha tang',
  cshttmnt: 'co so ha tang thuong mai nong thon',
  ktxh: 'kinh te xa hoi',
  qpan: 'quoc phong an ninh',
  anqp: 'quoc phong an ninh',
  qp: 'quoc phong',
  an: 'an ninh',
  htct: 'he thong chinh tri',
  tcpl: 'tiep can phap luat',
  gddt: 'giao duc dao tao',
  gd: 'giao duc',
  attp: 'an toan thuc pham',
  vstp: 'an toan thuc pham',
  gtnt: 'giao thong',
  gt: 'giao thong',
  tttt: 'thong tin truyen thong',
  mt: 'moi truong',
  tcsx: 'to chuc san xuat',
  sx: 'san xuat',
  qh: 'quy hoach',
  vh: 'van hoa',
  ld: 'lao dong',
  thqh: 'thuc hien quy hoach',
  nt: 'nong thon',
  vl: 'viec lam',
  khcn: 'khoa hoc cong nghe',
  cds: 'chuyen doi so',
  pctt: 'phong chong thien tai',
  ptkt: 'phat trien kinh te',
  ptktnt: 'phat trien kinh te nong thon',
  vsattp: 'an toan thuc pham',
};

/** Words that names may have or lack. */
const light = new Set(['va', 'cac', 've', 'nong', 'thon', 'tieu', 'chi', 'ty', 'le']);

/** How a text and a criterion's name agree. */
export interface NameMatch {
  readonly code: string;
  /** The same name, or the same with only light words more or less. */
  readonly exact: boolean;
}

/** Finds criteria by name. */
export interface NameFinder {
  /** The only criterion that fits best, or null; partial fits that several share are null. */
  find(text: string): NameMatch | null;
}

/** Prepares the names of a set. "an" is a word of "an toàn" as well: abbreviations are opened only where they stand alone. */
export function makeNameFinder(criteria: readonly IntakeCriterion[]): NameFinder {
  const names = criteria.flatMap((criterion) =>
    [criterion.nameVi, ...(criterion.otherNames ?? [])]
      .filter((name) => name !== '')
      .map((name) => ({ code: criterion.code, words: wordsOf(name), plain: foldText(name) })),
  );
  const short = criteria.flatMap(({ code, nameVi }) =>
    shortNamesOf(nameVi).map((name) => ({ code, words: wordsOf(name), plain: foldText(name) })),
  );
  const known = new Map<string, NameMatch | null>();
  const search = (text: string): NameMatch | null => {
    const plain = foldText(text);
    const words = wordsOf(text);
    if (words.size === 0) return null;
    const same = only(names.filter((name) => name.plain === plain || sameWords(name.words, words)));
    if (same !== null) return { code: same, exact: true };
    const shortened = only(short.filter((name) => name.plain === plain || sameWords(name.words, words)));
    if (shortened !== null) return { code: shortened, exact: true };
    const within = only(names.filter((name) => holds(name.words, words)));
    if (within !== null) return { code: within, exact: false };
    // "Bưu điện" holds "Điện" and is not it: only longer names are recognised inside others.
    const around = only(names.filter((name) => name.words.size >= 2 && holds(words, name.words)));
    return around === null ? null : { code: around, exact: false };
  };
  return {
    find(text) {
      const before = known.get(text);
      if (before !== undefined) return before;
      const found = search(text);
      known.set(text, found);
      return found;
    },
  };
}

function only(names: readonly { code: string }[]): string | null {
  const codes = new Set(names.map(({ code }) => code));
  return codes.size === 1 ? (names[0]?.code ?? null) : null;
}

function wordsOf(text: string): Set<string> {
  const folded = foldText(text)
    .replace(/\b(an qp|qp an)\b/g, 'qpan')
    .replace(/\bgd dt\b/g, 'gddt')
    .replace(/\btt tt\b/g, 'tttt')
    .replace(/\bt loi\b/g, 'thuy loi')
    .replace(/\btr hoc\b/g, 'truong hoc')
    .replace(/\bnha o dc\b/g, 'nha o dan cu')
    .replace(/\ban (?=toan\b|ninh\b)/g, 'a_n ');
  const words = folded.split(' ').flatMap((word) => (expansions[word] ?? word).split(' '));
  return new Set(
    words.map((word) => (word === 'a_n' ? 'an' : word)).filter((word) => word !== '' && !light.has(word)),
  );
}

function sameWords(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && holds(one, other);
}

function holds(all: ReadonlySet<string>, some: ReadonlySet<string>): boolean {
  for (const word of some) if (!all.has(word)) return false;
  return true;
}
