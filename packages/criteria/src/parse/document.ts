// Opens the text or texts of a set within limits, and puts a folder's files together as one document.
import { isWalkable, type JsonFault, type JsonRefusal, readJson } from '../json.ts';
import { placeOfFault } from '../json-fault.ts';
import { isCode, visibleText } from '../law/code.ts';
import { type Findings, type ProblemCode, setProblem } from '../problem.ts';
import { DocumentNode, isRecord } from './node.ts';
import type { Notes } from './notes.ts';

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
  const place = placeIn(part.text, reading);
  const code = place.near === '' ? 'set.cut-off' : FAULTS[reading.fault];
  findings.refused.push(setProblem(code, part.file, '', { detail: reading.detail, ...place }));
  return undefined;
}

/** Line, column and letters of a fault that has one place in the file. */
function placeIn(text: string, { fault, at }: JsonRefusal): Readonly<Record<string, string>> {
  if (fault === 'key-twice') return { line: String(text.slice(0, at).split('\n').length) };
  if (fault !== 'not-json') return {};
  const { line, column, near } = placeOfFault(text.startsWith('\uFEFF') ? text.slice(1) : text);
  return { line: String(line), column: String(column), near: visibleText(near) };
}

/** Null when the head cannot be read as JSON; of criteria that cannot, the others are read all the same. */
export function openDocument(parts: readonly DocumentPart[], notes: Notes): OpenedDocument | null {
  const values = parts.map((part) => openPart(part, notes));
  const [first, ...rest] = values;
  const [headPart, ...criteriaParts] = parts;
  if (headPart === undefined || first === undefined) return null;
  const head = DocumentNode.ofFile(first, headPart.file, notes);
  if (rest.length === 0) return { head, criteria: null, document: first };
  const criteria = criteriaParts.flatMap((part, index) => {
    const value = rest[index];
    if (value === undefined) return [];
    const code = isRecord(value) && typeof value.code === 'string' && isCode(value.code) ? [value.code] : [];
    return [DocumentNode.ofFile(value, part.file, notes, code)];
  });
  if (criteria.length < criteriaParts.length) notes.doubts.keys.add('criteria');
  return { head, criteria, document: isRecord(first) ? { ...first, criteria: rest } : first };
}
