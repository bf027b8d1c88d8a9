// The name of a place as offices write it: with or without its kind, numbered, abbreviated.
import type { UnitKind } from '../units/schema.ts';

/** A name without its kind; `kind` is null when none was written. */
export interface UnitName {
  readonly kind: UnitKind | null;
  readonly bare: string;
  /** What stood in brackets at the end, such as a district or "cũ". */
  readonly remark: string | null;
}

const kinds: readonly (readonly [RegExp, UnitKind])[] = [
  [/^(?:đặc\s+khu|dac\s+khu|đk\.)\s*:?\s*/iu, 'special-zone'],
  [/^(?:thị\s+trấn|thi\s+tran|t\.trấn|ttr?\.|ttr?(?=\s))\s*:?\s*/iu, 'township'],
  [/^(?:thị\s+xã|thi\s+xa|thành\s+phố|thanh\s+pho|t\.p\.?|tp\.?|tx\.?)(?=[\s.:])\s*:?\s*/iu, 'city'],
  [/^(?:huyện|huyen|quận|quan|h\.)\s*:?\s+/iu, 'district'],
  [/^(?:tỉnh|tinh)\s*:?\s+/iu, 'province'],
  [/^(?:phường|phuong|p\.)\s*:?\s*/iu, 'ward'],
  [/^(?:xã|xa|x\.)(?=[\s.:])\s*:?\s*|^x\.\s*/iu, 'commune'],
];

/** Splits "1. Xã Mường Mô (huyện Nậm Nhùn)" into its kind, its bare name and the remark. */
export function splitUnitName(text: string): UnitName {
  let rest = text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/^\s*(?:\(?\d{1,3}\s*[.)/]|[-–+*•])\s*/u, '')
    .trim();
  const bracket = /\s*[([]([^)\]]*)[)\]]\s*$/u.exec(rest);
  const remark = bracket?.[1]?.trim() ?? null;
  if (bracket !== null) rest = rest.slice(0, bracket.index).trim();
  for (const [pattern, kind] of kinds) {
    const found = pattern.exec(rest);
    if (found === null || found[0].length === rest.length) continue;
    return { kind, bare: rest.slice(found[0].length).trim(), remark };
  }
  return { kind: null, bare: rest, remark };
}
