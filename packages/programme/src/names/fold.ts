// Vietnamese words made comparable: without tone marks for searching, or with the tone freed from its place for names.

const toneMarks: Readonly<Record<string, string>> = {
  '\u0300': '1',
  '\u0309': '2',
  '\u0303': '3',
  '\u0301': '4',
  '\u0323': '5',
};

/**
 * Lower case, without marks, `đ` as `d`, punctuation as one blank: "Pa Vệ Sử" is `pa ve su`. Takes NFC and NFD alike.
 * An apostrophe inside a word is dropped: "Cư M'gar" is `cu mgar`.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/['’ʼ`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Whether `text` contains what was typed in a search box, tone marks or none. */
export function matchesSearch(text: string, typed: string): boolean {
  return foldText(text).includes(foldText(typed));
}

/**
 * Equal for two spellings of the same word that differ only in case, in composed or decomposed marks, or in the letter
 * that carries the tone ("Hòa", "Hoà"). Different tones or letters stay different.
 */
export function toneKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ`]/g, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(wordKey)
    .join(' ');
}

function wordKey(word: string): string {
  let tone = '';
  let letters = '';
  for (const sign of word.normalize('NFD')) {
    const found = toneMarks[sign];
    if (found === undefined) letters += sign;
    else tone += found;
  }
  return letters.normalize('NFC') + tone;
}

/** Whether the text carries any Vietnamese mark, `đ` included. */
export function hasMarks(text: string): boolean {
  return /[\u0300-\u036fđĐ]/.test(text.normalize('NFD'));
}
