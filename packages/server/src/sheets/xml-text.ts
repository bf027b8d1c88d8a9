// Attributes and text out of the XML inside a workbook.

/** The value of an attribute as it is written, or an empty text. */
export function attributeOf(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

/** Whether an attribute says yes. */
export function saysYes(value: string): boolean {
  return value === '1' || value === 'true';
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** XML's escapes, and Excel's own for signs that XML cannot hold: `_x000D_`. */
const escapes = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));|_x([\da-f]{4})_/gi;

/** Text between tags as a person reads it. */
export function textOfXml(written: string): string {
  if (!written.includes('&') && !written.includes('_x')) return written;
  return written.replace(escapes, (whole, name?: string, decimal?: string, hex?: string, excel?: string) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? excel ?? '', 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
