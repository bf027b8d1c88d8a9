// The office's own sheet over HTTP: propose a mapping, then import what the person agreed to. Nothing is kept between.
import { createHash } from 'node:crypto';
import { importDeclared } from '@vungbuoc/programme/declared';
import { Mapping } from '@vungbuoc/programme/intake';
import { CalendarDay, UnitName } from '@vungbuoc/programme/units';
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { importSheet } from '../commands/intake.ts';
import { loadIntakeScope, proposeIntake } from '../reads/intake.ts';
import type { EndpointTools } from './endpoint.ts';
import type { FileRoute } from './file-route.ts';
import { readUpload } from './upload.ts';

/** Fields beside the file or the pasted text; in a form all are text, and the mapping is JSON in text. */
const IntakeFields = z.object({
  under: z.optional(UnitName),
  round: z.optional(z.string()),
  set: z.optional(z.string()),
  mapping: z.optional(Mapping),
  document: z.optional(z.string().check(z.maxLength(200))),
  documentOn: z.optional(CalendarDay),
  knownOn: z.optional(CalendarDay),
  dryRun: z.optional(z.boolean()),
});

const ImportFields = z.extend(IntakeFields, { mapping: Mapping });

const carriesFile = { method: 'post', carries: 'file', answers: 'json' } as const;

export const intakeRoutes: readonly FileRoute[] = [
  {
    ...carriesFile,
    route: '/api/intake/propose',
    summary: "How an office's own sheet is understood, and what is asked about it; nothing is kept",
    fields: IntakeFields,
    handler: (tools) => (context) => propose(context, tools),
  },
  {
    ...carriesFile,
    route: '/api/intake/import',
    summary: 'Keep what a sheet declares, by a mapping without open questions',
    fields: ImportFields,
    handler: (tools) => (context) => importOne(context, tools),
  },
];

async function propose(context: Context, tools: EndpointTools): Promise<Response> {
  const { workshop, principal } = await tools.visitOf(context);
  const { fields, sheets } = await readUpload(context, IntakeFields);
  const scope = await loadIntakeScope(workshop, principal, fields);
  const proposal = await proposeIntake(scope, sheets, fields.mapping ?? null);
  // only the sheet in question: the others would weigh more than all the rest
  const grids = sheets.filter(({ sheet }) => sheet === proposal.mapping?.sheet);
  context.header('cache-control', 'no-store');
  return context.json({ ...proposal, grids });
}

async function importOne(context: Context, tools: EndpointTools): Promise<Response> {
  const { workshop, principal } = await tools.visitOf(context);
  const { fields, sheets, file, bytes } = await readUpload(context, ImportFields);
  const scope = await loadIntakeScope(workshop, principal, fields, importDeclared.may());
  const { mapping } = fields;
  const reply = await importSheet(workshop, principal, {
    under: scope.under,
    round: scope.round,
    file,
    fileDigest: createHash('sha256').update(bytes).digest('hex'),
    grids: sheets,
    mapping,
    context: scope.context,
    document: fields.document ?? mapping.title.documentNumber,
    documentOn: fields.documentOn ?? mapping.title.documentDate,
    knownOn: fields.knownOn ?? scope.today,
    dryRun: fields.dryRun ?? false,
  });
  context.header('cache-control', 'no-store');
  return context.json(reply);
}
