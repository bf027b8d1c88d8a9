// Files on their way in, by the tus protocol: begun for a unit and what they show, then sent in pieces and gone on with.
import { ShownForList, UploadId } from '@vungbuoc/programme/evidence';
import { refuse } from '@vungbuoc/programme/problems';
import { RoundCode } from '@vungbuoc/programme/rounds';
import { UnitName } from '@vungbuoc/programme/units';
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { requireAddingEvidence } from '../commands/evidence.ts';
import type { EndpointTools } from './endpoint.ts';
import type { FileRoute } from './file-route.ts';
import { refuseFields } from './upload.ts';

/** What `Upload-Metadata` says of a file; its values travel as base64 of UTF-8. */
const UploadFields = z.object({
  unit: UnitName,
  round: RoundCode,
  /** Codes of indicators or figures, with commas between them. */
  codes: z.pipe(
    z.pipe(
      z.string(),
      z.transform((text) => text.split(',')),
    ),
    ShownForList,
  ),
  filename: z.string(),
});

/** Where uploads are begun; each is found below it. */
export const UPLOADS = '/api/evidence/uploads';
const ofProtocol = { fields: z.object({}), carries: 'pieces', answers: 'nothing' } as const;

export const uploadRoutes: readonly FileRoute[] = [
  {
    ...ofProtocol,
    method: 'post',
    route: UPLOADS,
    summary:
      'Begin an upload (tus 1.0.0, creation): Upload-Length, and Upload-Metadata with unit, round, codes, filename',
    handler: (tools) => (context) => begin(context, tools),
  },
  {
    ...ofProtocol,
    method: 'head',
    route: `${UPLOADS}/:id`,
    summary: 'How far an upload has come (tus 1.0.0)',
    handler: (tools) => (context) => goOn(context, tools),
  },
  {
    ...ofProtocol,
    method: 'patch',
    route: `${UPLOADS}/:id`,
    summary: 'Send the next piece of an upload (tus 1.0.0); the last one tells why a file is refused',
    handler: (tools) => (context) => goOn(context, tools),
  },
  {
    ...ofProtocol,
    method: 'delete',
    route: `${UPLOADS}/:id`,
    summary: 'Drop an upload (tus 1.0.0)',
    handler: (tools) => (context) => goOn(context, tools),
  },
];

async function begin(context: Context, tools: EndpointTools): Promise<Response> {
  const { workshop, principal } = await tools.visitOf(context);
  const fields = UploadFields.safeParse(readMetadata(context.req.header('upload-metadata') ?? ''));
  if (!fields.success) return refuseFields('upload-metadata', fields.error);
  const { unit, round, codes, filename } = fields.data;
  const unitId = await requireAddingEvidence(workshop, principal, { unit, round, codes });
  const { personId } = principal;
  const begun = { personId, unitId, name: plainName(filename) };
  return workshop.evidence.uploads.handle(context.req.raw, principal, begun);
}

async function goOn(context: Context, tools: EndpointTools): Promise<Response> {
  const { workshop, principal } = await tools.visitOf(context);
  if (!UploadId.safeParse(context.req.param('id')).success) return refuse('evidence.upload-not-found');
  return workshop.evidence.uploads.handle(context.req.raw, principal, null);
}

/** `key base64,key base64`: what is no such pair is left out, and missed by the schema. */
function readMetadata(header: string): Record<string, string> {
  const pairs = header.split(',').map((pair) => pair.trim().split(' '));
  const read = pairs.map(([key = '', value = '']) => [key, Buffer.from(value, 'base64').toString('utf8')]);
  return Object.fromEntries(read);
}

const LONGEST_NAME = 200;

/** The name without folders and without signs that nobody can see; it is only shown, never a path. */
function plainName(filename: string): string {
  const last = filename.normalize('NFC').replace(/^.*[/\\]/s, '');
  const visible = last.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '').trim();
  return [...visible].slice(0, LONGEST_NAME).join('') || 'file';
}
