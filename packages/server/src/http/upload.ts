// What a page sends with a file: a form with the file and fields beside it, or JSON with a block pasted from Excel.
import { type Problem, ProblemError, refuse } from '@vungbuoc/programme/problems';
import type { Context } from 'hono';
import type * as z from 'zod/mini';
import {
  type Grid,
  pastedSheetName,
  readPasted,
  readSheets,
  readSheetValues,
  type SheetsRead,
} from '../sheets/index.ts';
import { parseJson } from './json-body.ts';

export interface Upload<Fields> {
  readonly fields: Fields;
  /** The file's name as the sender gave it, without folders; only shown, never used as a path. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly sheets: readonly Grid[];
  readonly read: SheetsRead;
}

/**
 * `wanted`: figures are read by their values alone, marks of an office also by colour and line.
 * @throws ProblemError with all faults of the fields, or with why the file cannot be read
 */
export async function readUpload<Fields>(
  context: Context,
  schema: z.ZodMiniType<Fields>,
  wanted: 'looks' | 'values' = 'looks',
): Promise<Upload<Fields>> {
  const isForm = context.req.header('content-type')?.startsWith('multipart/form-data') ?? false;
  const sent = isForm ? await readForm(context, wanted) : await readJson(context);
  const parsed = schema.safeParse(sent.fields);
  if (!parsed.success) return refuseFields('body', parsed.error);
  const read = await sent.read();
  refuseUnreadable(read, sent.file);
  return { fields: parsed.data, file: sent.file, bytes: sent.bytes, sheets: read.sheets, read };
}

interface Sent {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly read: () => Promise<SheetsRead>;
}

async function readForm(context: Context, wanted: 'looks' | 'values'): Promise<Sent> {
  const form = await context.req.formData().catch(() => refuse('input.not-form'));
  const { file, ...fields } = Object.fromEntries(form.entries());
  if (!(file instanceof File)) return refuse('input.file-absent', {}, 'file');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const name = file.name.replace(/^.*[/\\]/, '').slice(0, 200) || 'file';
  const read = wanted === 'values' ? readSheetValues : readSheets;
  return { fields: typedFields(fields), file: name, bytes, read: () => read(bytes, name) };
}

/** A form has only text: what is not a plain word is JSON. */
function typedFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const typed = Object.entries(fields).map(([name, value]): [string, unknown] => {
    if (typeof value !== 'string') return [name, value];
    return /^(true|false)$|^\s*\{/.test(value) ? [name, parseJson(value)] : [name, value];
  });
  return Object.fromEntries(typed);
}

async function readJson(context: Context): Promise<Sent> {
  const body = parseJson(await context.req.text());
  const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}; // parsed by its schema next
  const { text } = fields;
  if (typeof text !== 'string' || text.trim() === '') return refuse('input.file-absent', {}, 'text');
  return {
    fields,
    file: pastedSheetName,
    bytes: new TextEncoder().encode(text),
    async read() {
      const { grid, problems } = readPasted(text);
      return { sheets: grid === null ? [] : [grid], problems };
    },
  };
}

/** @throws ProblemError with every field that is wrong */
export function refuseFields(part: string, error: z.core.$ZodError): never {
  const [first, ...others] = error.issues.map((issue): Problem => {
    const field = [part, ...issue.path.map(String)].join('/');
    return { code: 'input.wrong', path: field, facts: { field } };
  });
  throw first ? new ProblemError([first, ...others]) : error;
}

function refuseUnreadable({ problems }: SheetsRead, file: string): void {
  const refused = problems.filter(({ grade }) => grade === 'refused');
  const [first, ...others] = refused.map(({ vi, en }): Problem => {
    const facts = { why: vi, whyEn: en };
    return { code: 'sheet.unreadable', path: file, facts };
  });
  if (first) throw new ProblemError([first, ...others]);
}
