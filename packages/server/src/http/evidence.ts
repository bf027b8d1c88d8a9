// Files of evidence going out: originals as attachments that no page may run, and small pictures drawn anew.
import { EvidenceId, isPhoto } from '@vungbuoc/programme/evidence';
import { refuse } from '@vungbuoc/programme/problems';
import { UnitName } from '@vungbuoc/programme/units';
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { requireScanned } from '../commands/evidence-scan.ts';
import { type EvidenceFile, findEvidenceFile } from '../reads/evidence.ts';
import type { Workshop } from '../reference/workshop.ts';
import type { EndpointTools } from './endpoint.ts';
import type { FileRoute } from './file-route.ts';
import { refuseUnread } from './query-parts.ts';
import { refuseFields } from './upload.ts';

const PieceOfPath = z.object({ unit: UnitName, evidence: EvidenceId });
const nothing = z.object({});
const PreviewFields = z.object({ size: z.optional(z.enum(['small', 'large'])) });

export const evidenceFileRoutes: readonly FileRoute[] = [
  {
    method: 'get',
    route: '/api/units/:unit/evidence/:evidence/file',
    summary: 'The original of a file of evidence, always as an attachment',
    fields: nothing,
    carries: null,
    answers: 'file',
    handler: (tools) => (context) => sendOriginal(context, tools),
  },
  {
    method: 'get',
    route: '/api/units/:unit/evidence/:evidence/preview',
    summary: 'A photo drawn anew, small or large, without what its camera wrote',
    fields: PreviewFields,
    carries: null,
    answers: 'picture',
    handler: (tools) => (context) => sendPreview(context, tools),
  },
];

/** Whatever a browser makes of such a file, it may run nothing and be part of no page. */
const LOCKED_IN = {
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
} as const;

async function sendOriginal(context: Context, tools: EndpointTools): Promise<Response> {
  const { workshop, file } = await findServed(context, tools);
  refuseUnread(nothing, context.req.queries());
  const kept = await findBytes(workshop, file);
  return new Response(kept.body, {
    headers: {
      ...LOCKED_IN,
      'content-type': file.mime,
      'content-length': String(kept.bytes),
      'content-disposition': dispositionOf(file.name),
    },
  });
}

async function sendPreview(context: Context, tools: EndpointTools): Promise<Response> {
  const { workshop, file } = await findServed(context, tools);
  const query = PreviewFields.safeParse(context.req.query());
  if (!query.success) return refuseFields('query', query.error);
  refuseUnread(PreviewFields, context.req.queries());
  if (!isPhoto(file.mime)) return refuse('evidence.no-preview');
  const original = async (): Promise<Uint8Array> => {
    const { body } = await findBytes(workshop, file);
    return new Uint8Array(await new Response(body).arrayBuffer());
  };
  const size = query.data.size ?? 'small';
  const picture = await workshop.evidence.previews.draw(file.sha256, size, original);
  return new Response(new Uint8Array(picture), {
    headers: { ...LOCKED_IN, 'content-type': 'image/webp', 'content-length': String(picture.byteLength) },
  });
}

/** A file that may be looked at and was scanned, where there is a scanner. */
async function findServed(
  context: Context,
  tools: EndpointTools,
): Promise<{ workshop: Workshop; file: EvidenceFile['file'] }> {
  const { workshop, principal } = await tools.visitOf(context);
  const path = PieceOfPath.safeParse(context.req.param());
  if (!path.success) return refuseFields('path', path.error);
  const { unit, evidence } = path.data;
  const found = await findEvidenceFile(workshop, principal, unit, evidence);
  if (found.scan === 'waiting') {
    const { sha256 } = found.file;
    await requireScanned(workshop, principal, { unit, evidence, sha256 });
  }
  return { workshop, file: found.file };
}

async function findBytes(workshop: Workshop, { sha256 }: EvidenceFile['file']) {
  return (await workshop.evidence.store.find(sha256)) ?? refuse('evidence.bytes-missing');
}

/** The name in a form that no browser can misread: letters and digits for old ones, all of it per cent encoded beside. */
function dispositionOf(name: string): string {
  const plain = name.replace(/[^\w.-]+/g, '_').replace(/^\.+/, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain || 'file'}"; filename*=UTF-8''${encoded}`;
}
