// Figures by file over HTTP: the sheet to fill in, and its import. The command line does the same.
import { createHash } from 'node:crypto';
import { ProblemError } from '@vungbuoc/programme/problems';
import { Confirmation, ImportReply } from '@vungbuoc/programme/readings';
import { readFiguresFile, templateWorkbook } from '@vungbuoc/programme/template';
import { CalendarDay, UnitName } from '@vungbuoc/programme/units';
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { importFile } from '../commands/import-file.ts';
import { loadImportScope, loadTemplate } from '../reads/import-scope.ts';
import { writeWorkbook } from '../sheets/index.ts';
import type { EndpointTools } from './endpoint.ts';
import type { FileRoute } from './file-route.ts';
import { refuseUnread } from './query-parts.ts';
import { readUpload, refuseFields } from './upload.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const PlaceFields = z.object({
  under: z.optional(UnitName),
  round: z.optional(z.string()),
  set: z.optional(z.string()),
});

/** Beside the file. `official` by default, as on the command line. */
const ImportFields = z.extend(PlaceFields, {
  official: z.optional(z.boolean()),
  knownOn: z.optional(CalendarDay),
  confirmed: z.optional(Confirmation),
  decimal: z.optional(z.enum([',', '.'])),
  dryRun: z.optional(z.boolean()),
});

export const readingsFileRoutes: readonly FileRoute[] = [
  {
    method: 'get',
    route: '/api/readings/template.xlsx',
    summary: 'The sheet in which communes fill in the figures of a round',
    fields: PlaceFields,
    carries: null,
    answers: 'workbook',
    handler: (tools) => (context) => sendTemplate(context, tools),
  },
  {
    method: 'post',
    route: '/api/readings/import',
    summary: 'Figures of a round from a file: everything, or nothing and every fault with its cell',
    fields: ImportFields,
    carries: 'file',
    answers: 'json',
    handler: (tools) => (context) => importOne(context, tools),
  },
];

async function sendTemplate(context: Context, tools: EndpointTools): Promise<Response> {
  const { workshop, principal } = await tools.visitOf(context);
  const query = PlaceFields.safeParse(context.req.query());
  if (!query.success) return refuseFields('query', query.error);
  refuseUnread(PlaceFields, context.req.queries());
  const input = await loadTemplate(workshop, principal, query.data);
  const bytes = await writeWorkbook(templateWorkbook(input));
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': XLSX,
      'content-disposition': `attachment; filename="so-lieu-${input.round}.xlsx"`,
      'cache-control': 'no-store',
    },
  });
}

async function importOne(context: Context, tools: EndpointTools): Promise<Response> {
  const { workshop, principal } = await tools.visitOf(context);
  const { fields, file, bytes, read } = await readUpload(context, ImportFields, 'values');
  const { set, round, under, unitFault, today } = await loadImportScope(workshop, principal, fields);
  const figures = readFiguresFile(read, { file, set, round, unitFault, decimal: fields.decimal });
  const [first, ...others] = figures.problems;
  if (first) throw new ProblemError([first, ...others]);
  const reply = await importFile(workshop, principal, {
    under,
    round,
    official: fields.official ?? true,
    knownOn: fields.knownOn ?? today,
    source: file,
    confirmed: fields.confirmed ?? null,
    file,
    fileDigest: createHash('sha256').update(bytes).digest('hex'),
    units: figures.units,
    dryRun: fields.dryRun ?? false,
  });
  context.header('cache-control', 'no-store');
  return context.json({ ...ImportReply.parse(reply), notes: figures.notes });
}
