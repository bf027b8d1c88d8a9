// One endpoint from one declaration: path, query and body checked together, every fault at once, every reply parsed.
import type { Principal } from '@vungbuoc/programme/principals';
import { type Problem, ProblemError } from '@vungbuoc/programme/problems';
import type { Context, Handler } from 'hono';
import type * as z from 'zod/mini';
import { type Kept, keepAnswers } from '../reads/kept.ts';
import type { Workshop } from '../reference/workshop.ts';
import { unreadInBody } from './body-parts.ts';
import { parseJson } from './json-body.ts';
import { unreadParts } from './query-parts.ts';
import type { Door, Visit } from './visit.ts';

/** What a handler gets: parsed input and who asks. */
export interface Asked<Path, Query, Body> {
  readonly workshop: Workshop;
  readonly principal: Principal;
  readonly path: Path;
  readonly query: Query;
  readonly body: Body;
  readonly door: Door;
}

export interface EndpointDeclaration<Path, Query, Body, Reply> {
  readonly method: 'get' | 'post';
  /** Hono path, e.g. `/api/units/:unit`. */
  readonly route: string;
  readonly summary: string;
  /** Open to whoever asks, signed in or not; absent: only to whoever is signed in. */
  readonly open?: true;
  readonly path: z.ZodMiniType<Path>;
  readonly query: z.ZodMiniType<Query>;
  readonly body: z.ZodMiniType<Body>;
  readonly reply: z.ZodMiniType<Reply>;
  /** A text that changes whenever the reply would: an unchanged one answers 304 without making it. */
  readonly version?: (asked: Asked<Path, Query, Body>) => Promise<string>;
  readonly answer: (asked: Asked<Path, Query, Body>) => Promise<Reply>;
}

/** An endpoint whose input types are closed over: what routers and generators walk. */
export interface Endpoint {
  readonly method: 'get' | 'post';
  readonly route: string;
  readonly summary: string;
  readonly schemas: {
    readonly path: z.ZodMiniType;
    readonly query: z.ZodMiniType;
    readonly body: z.ZodMiniType;
    readonly reply: z.ZodMiniType;
  };
  readonly handler: (tools: EndpointTools) => Handler;
}

export interface EndpointTools {
  /** @throws sign-in.needed where nobody is signed in and the door is not `open` */
  readonly visitOf: (context: Context, open?: true) => Promise<Visit>;
  /** Who is still there, for an answer that goes on: not another request, and its look at places and rounds is shared. */
  readonly visitAgain: (context: Context) => Promise<Visit>;
  /** Boards that one person may have open at once. */
  readonly mostLines: number;
  /** Aborted when the server stops: answers that never end by themselves end then. */
  readonly leaving?: AbortSignal | undefined;
}

export function endpoint<Path, Query, Body, Reply>(
  declaration: EndpointDeclaration<Path, Query, Body, Reply>,
): Endpoint {
  const { method, route, summary, path, query, body, reply } = declaration;
  return {
    method,
    route,
    summary,
    schemas: { path, query, body, reply },
    handler: (tools) => {
      const kept = keepAnswers<Uint8Array<ArrayBuffer>>(MOST_KEPT);
      return (context) => answer(declaration, tools, kept, context);
    },
  };
}

/** Replies of one route kept as they are sent: what nobody changed is neither made nor checked nor written again. */
const MOST_KEPT = 8;

async function answer<Path, Query, Body, Reply>(
  declaration: EndpointDeclaration<Path, Query, Body, Reply>,
  tools: EndpointTools,
  kept: Kept<Uint8Array<ArrayBuffer>>,
  context: Context,
): Promise<Response> {
  const asked = await parseRequest(declaration, tools, context);
  const make = async (): Promise<object> =>
    declaration.reply.parse(await declaration.answer(asked)) as object;
  if (!declaration.version) {
    context.header('cache-control', 'no-store');
    return context.json(await make());
  }
  // asked anew every time: it checks the right to look, and tells an unchanged reply from a changed one
  const etag = etagOf(await declaration.version(asked));
  context.header('etag', etag);
  context.header('cache-control', 'no-cache');
  if (context.req.header('if-none-match') === etag) return context.body(null, 304);
  const bytes = await kept.get(etag, async () => new TextEncoder().encode(JSON.stringify(await make())));
  context.header('content-type', 'application/json');
  return context.body(bytes);
}

function etagOf(version: string): string {
  return `W/"${version.replace(/[^\w.-]/g, '_')}"`;
}

async function parseRequest<Path, Query, Body, Reply>(
  declaration: EndpointDeclaration<Path, Query, Body, Reply>,
  tools: EndpointTools,
  context: Context,
): Promise<Asked<Path, Query, Body>> {
  const { principal, workshop, door } = await tools.visitOf(context, declaration.open);
  const sent = declaration.method === 'post' ? await readJson(context) : undefined;
  const path = declaration.path.safeParse(context.req.param());
  const query = declaration.query.safeParse(context.req.query());
  const body = declaration.body.safeParse(sent);
  const faults: Problem[] = [
    ...faultsOf('path', context.req.param(), path),
    ...faultsOf('query', context.req.query(), query),
    ...unreadParts(declaration.query, context.req.queries()),
    ...faultsOf('body', sent, body),
    ...(body.success ? unreadInBody(sent, body.data) : []),
  ];
  const [first, ...others] = faults;
  if (first) throw new ProblemError([first, ...others]);
  if (!path.success || !query.success || !body.success) throw new Error('a failed parse had no faults');
  return { workshop, principal, path: path.data, query: query.data, body: body.data, door };
}

async function readJson(context: Context): Promise<unknown> {
  const text = await context.req.text();
  if (text === '') return undefined;
  return parseJson(text);
}

function faultsOf(
  part: string,
  sent: unknown,
  parsed: { success: boolean; error?: z.core.$ZodError | undefined },
) {
  if (parsed.success || !parsed.error) return [];
  return parsed.error.issues.map((issue) => {
    const field = [part, ...issue.path.map(String)].join('/');
    const code = isMissing(sent, issue.path) ? ('input.missing' as const) : ('input.wrong' as const);
    return { code, path: field, facts: { field } };
  });
}

/** Whether nothing was sent at that place: said otherwise than a wrong value. */
function isMissing(sent: unknown, path: readonly PropertyKey[]): boolean {
  let here = sent;
  for (const key of path) {
    if (typeof here !== 'object' || here === null) return true;
    here = Reflect.get(here, key);
  }
  return here === undefined;
}
