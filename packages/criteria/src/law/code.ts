// Codes: what may stand in one, and how one with hidden or look-alike letters is shown to a person.

const CODE = /^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/;
/** Longest code; the longest of a decree has eight letters. */
const MAX_CODE = 40;

/** Plain letters, digits, and a point or hyphen between them: safe in names such as `17.1/clean` and `BTB/dieu-1`. */
export function isCode(text: string): boolean {
  return text.length <= MAX_CODE && CODE.test(text);
}

/** The letters of a code that do not belong: `В (U+0412)`, `U+200B`; a letter that cannot be seen only by its number. */
export function oddLetters(code: string): string {
  const odd = [...new Set(code)].filter((letter) => !/[A-Za-z0-9.-]/.test(letter));
  return odd.slice(0, 5).map(nameOf).join(', ');
}

function nameOf(letter: string): string {
  const number = `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return isVisible(letter) ? `${letter} (${number})` : number;
}

/** A code as people can see it: hidden letters stand as their numbers. */
export function visibleCode(code: string): string {
  // letters, not halves of them
  const letters = Array.from(code.slice(0, 2 * MAX_CODE + 1));
  const shown = letters
    .slice(0, MAX_CODE)
    .map((letter) => (isVisible(letter) ? letter : `<${nameOf(letter)}>`));
  return `${shown.join('')}${letters.length > MAX_CODE ? '...' : ''}`;
}

/** Words as people can see them: plain spaces and tone marks stay, other hidden letters stand as their numbers. */
export function visibleText(words: string): string {
  return words.replace(/(?! )[\p{C}\p{Z}]/gu, (letter) => `<${nameOf(letter)}>`);
}

function isVisible(letter: string): boolean {
  return !/[\p{C}\p{Z}\p{M}\u115F\u1160\u3164\uFFA0]/u.test(letter);
}
