// A command's id made from what it is about, so that the same file or the same first start sent twice is one command.
import { createHash } from 'node:crypto';

/** A UUID (version 5 in form) from text. */
export function commandIdOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
