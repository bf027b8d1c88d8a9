// `GET /api/board.xlsx`: what is on screen, as a workbook; rows in the order the screen names them.
import { BoardQuery } from '@vungbuoc/programme/board';
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { boardWorkbook } from '../papers/board-workbook.ts';
import { keptBoard } from '../reads/board-kept.ts';
import { writeWorkbook } from '../sheets/index.ts';
import type { EndpointTools } from './endpoint.ts';
import type { FileRoute } from './file-route.ts';
import { refuseUnread } from './query-parts.ts';
import { refuseFields } from './upload.ts';

/** `units`: codes of the rows on screen in their order, comma-separated; absent: all. */
const SheetQuery = z.extend(BoardQuery, {
  lang: z.optional(z.enum(['vi', 'en'])),
  units: z.optional(z.string().check(z.regex(/^[0-9]{2,5}(,[0-9]{2,5})*$/))),
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const summary = 'What is on screen as a workbook: these rows in this order';

export const boardSheetRoutes: readonly FileRoute[] = [
  {
    method: 'get',
    route: '/api/board.xlsx',
    summary,
    fields: SheetQuery,
    carries: null,
    answers: 'workbook',
    handler: (tools) => (context) => send(context, tools, context.req.query()),
  },
  {
    // an address cannot hold the rows of the nation; a form can
    method: 'post',
    route: '/api/board.xlsx',
    summary,
    fields: SheetQuery,
    carries: 'form',
    answers: 'workbook',
    handler: (tools) => async (context) => send(context, tools, await context.req.parseBody()),
  },
];

async function send(
  context: Context,
  tools: EndpointTools,
  asked: Readonly<Record<string, unknown>>,
): Promise<Response> {
  const { workshop, principal } = await tools.visitOf(context);
  const parsed = SheetQuery.safeParse(asked);
  if (!parsed.success) return refuseFields('query', parsed.error);
  refuseUnread(SheetQuery, context.req.queries());
  const { lang, units, ...query } = parsed.data;
  const board = await keptBoard(workshop, principal, query);
  const { texts } = workshop;
  const paper = { board, units: units?.split(',') ?? null, lang: lang ?? 'vi', texts } as const;
  const bytes = await writeWorkbook(boardWorkbook(paper));
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': XLSX,
      'content-disposition': `attachment; filename="bang-tieu-chi-${board.under.code}-${board.round.code}.xlsx"`,
      'cache-control': 'no-store',
    },
  });
}
