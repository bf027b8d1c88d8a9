// What a password must be: long, not one that everybody tries first, not the name of its owner. No rule on kinds of signs.

export const PASSWORD_LEAST = 10;
/** Longer ones are refused before they are hashed. */
export const PASSWORD_MOST = 128;

/** Tried first by whoever guesses, here and elsewhere; without signs and tone marks. */
const GUESSED_FIRST = [
  '0123456789',
  '1234567890',
  '12345678910',
  '123456789a',
  'a123456789',
  'abc123456789',
  'administrator',
  'anhyeuem123',
  'iloveyou123',
  'khongcomatkhau',
  'khongcopass',
  'laichau2025',
  'laichau2026',
  'matkhau123',
  'matkhau1234',
  'nongthonmoi',
  'nongthonmoi2025',
  'nongthonmoi2026',
  'password123',
  'password1234',
  'qwerty12345',
  'qwertyuiop',
  'vietnam123',
  'vietnam2025',
  'vietnam2026',
  'vungbuoc123',
];

export type PasswordFault = 'password.short' | 'password.long' | 'password.guessed';

/** Why a password cannot be taken, or null. */
export function passwordFault(password: string, ownNames: readonly string[]): PasswordFault | null {
  const letters = [...password.normalize('NFC')];
  if (letters.length < PASSWORD_LEAST) return 'password.short';
  if (letters.length > PASSWORD_MOST) return 'password.long';
  const bare = bareOf(password);
  const names = ownNames.map(bareOf).filter((name) => name.length > 3);
  const isName = names.some(
    (name) => bare.replace(name, '').length < PASSWORD_LEAST / 2 && bare.includes(name),
  );
  return GUESSED_FIRST.includes(bare) || new Set(bare).size < 4 || isName ? 'password.guessed' : null;
}

function bareOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/đ/gi, 'd')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase();
}
