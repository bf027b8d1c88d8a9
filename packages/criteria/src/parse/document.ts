// Opens the text or texts of a set within limits, and puts a folder's files together as one document.
import { isWalkable, type JsonFault, readJson } from '../json.ts';
import { type Findings, type ProblemCode, setProblem } from '../problem.ts';
import { DocumentNode, isRecord } from './node.ts';

/** One file of a set: its name as shown in problems, and its text (or a value already parsed). */
export interface DocumentPart {
  readonly file: string;
  readonly text: unknown;
}

export interface OpenedDocument {
  readonly head: DocumentNode;
  /** The criteria that came as files of their own; null when they stand in the head. */
  readonly criteria: readonly DocumentNode[] | null;
  readonly document: unknown;
}

const FAULTS: Readonly<Record<JsonFault, ProblemCode>> = {
  'too-large': 'set.too-large',
  'too-deep': 'set.too-deep',
  'not-json': 'set.not-json',
  'key-twice': 'set.key-twice',
  empty: 'set.empty',
};

/** The value of one part, or undefined after writing down why not. */
export function openPart(part: DocumentPart, findings: Findings): unknown {
  if (typeof part.text !== 'string') {
    if (isWalkable(part.text)) return part.text ?? null;
    findings.refused.push(setProblem('set.too-deep', part.file, '', { detail: '' }));
    return undefined;
  }
  const reading = readJson(part.text);
  if ('value' in reading) return reading.value;
  findings.refused.push(setProblem(FAULTS[reading.fault], part.file, '', { detail: reading.detail }));
  return undefined;
}

/** Null when any part cannot be read as JSON; then nothing else is said about the set. */
export function openDocument(parts: readonly DocumentPart[], findings: Findings): OpenedDocument | null {
  const values = parts.map((part) => openPart(part, findings));
  const [first, ...rest] = values;
  const [headPart, ...criteriaParts] = parts;
  if (headPart === undefined || values.includes(undefined)) return null;
  const head = new DocumentNode(first, headPart.file, [], findings);
  if (rest.length === 0) return { head, criteria: null, document: first };
  const criteria = criteriaParts.map((part, index) => {
    const value = rest[index];
    const code = isRecord(value) && typeof value.code === 'string' ? [value.code] : [];
    return new DocumentNode(value, part.file, code, findings);
  });
  return { head, criteria, document: isRecord(first) ? { ...first, criteria: rest } : first };
}
