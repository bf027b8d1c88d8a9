// `GET /api/changes`: server-sent events that tell an open board which of its units moved.
import { ChangesQuery, ChangeTold } from '@vungbuoc/programme/board';
import { refuse } from '@vungbuoc/programme/problems';
import type { Context } from 'hono';
import { type Ear, hearingOf, openEar } from '../reads/changes.ts';
import type { EndpointTools } from './endpoint.ts';
import type { FileRoute } from './file-route.ts';
import { refuseUnread } from './query-parts.ts';
import { refuseFields } from './upload.ts';

/** A line kept silent for longer is cut by proxies; each time the right to listen is looked at again. */
const HEARTBEAT_MS = 25_000;
/** A save by itself is told at once; many in a row are told together. */
const GATHER_MS = { first: 20, next: 250 } as const;
export const changesRoutes: readonly FileRoute[] = [
  {
    method: 'get',
    route: '/api/changes',
    summary: 'Server-sent events: which units of a board moved, from now or from the last event heard',
    fields: ChangesQuery,
    carries: null,
    answers: 'events',
    handler: (tools) => {
      const open = new Map<number, number>();
      return (context) => listen(context, tools, open);
    },
  },
];

async function listen(context: Context, tools: EndpointTools, open: Map<number, number>): Promise<Response> {
  const { workshop, principal } = await tools.visitOf(context);
  const parsed = ChangesQuery.safeParse(context.req.query());
  if (!parsed.success) return refuseFields('query', parsed.error);
  refuseUnread(ChangesQuery, context.req.queries());
  const query = parsed.data;
  const hearing = await hearingOf(workshop, principal, query);
  const { personId } = principal;
  const others = open.get(personId) ?? 0;
  // a browser looks at the board by the clock where it may not listen
  if (others >= tools.mostLines) refuse('changes.too-many', { most: tools.mostLines });
  open.set(personId, others + 1);
  const leave = (): void => {
    const left = (open.get(personId) ?? 1) - 1;
    if (left > 0) open.set(personId, left);
    else open.delete(personId);
  };
  const since = context.req.header('last-event-id') ?? query.since ?? null;
  try {
    const ear = await openEar(workshop, hearing, since);
    const hearingNow = async () => {
      const visit = await tools.visitAgain(context);
      return hearingOf(visit.workshop, visit.principal, query);
    };
    const body = streamOf(ear, { hearingNow, isResumed: since !== null, leave, leaving: tools.leaving });
    const headers = {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    };
    return new Response(body, { headers });
  } catch (error) {
    leave();
    throw error;
  }
}

interface Line {
  /** Whoever lost the right while listening hears no more. */
  readonly hearingNow: () => ReturnType<typeof hearingOf>;
  readonly isResumed: boolean;
  readonly leave: () => void;
  readonly leaving: AbortSignal | undefined;
}

/** Made as fast as it is read: whoever reads slowly is told less often, and nothing piles up. */
function streamOf(ear: Ear, line: Line): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let isOver = false;
  let greeted = line.isResumed;
  let toldJustNow = false;
  let letGo: () => void = () => undefined;
  const stop = (): void => letGo();
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    line.leaving?.removeEventListener('abort', stop);
    ear.close();
    line.leave();
    letGo();
  };
  const next = async (): Promise<string | null> => {
    if (!greeted) {
      greeted = true;
      return `retry: 2000\nid: ${ear.position()}\nevent: here\ndata: {}\n\n`;
    }
    if (line.leaving?.aborted) return null;
    const moved = await movedWithin(
      ear,
      () => (toldJustNow ? GATHER_MS.next : GATHER_MS.first),
      (stop) => {
        letGo = stop;
      },
    );
    if (isOver || line.leaving?.aborted) return null;
    const told = ear.take(await line.hearingNow());
    if (!moved || told === null) return ': still here\n\n';
    toldJustNow = true;
    setTimeout(() => {
      toldJustNow = false;
    }, GATHER_MS.next).unref();
    return `id: ${ear.position()}\nevent: changed\ndata: ${JSON.stringify(ChangeTold.parse(told))}\n\n`;
  };
  line.leaving?.addEventListener('abort', stop, { once: true });
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const said = await next().catch(() => 'event: ended\ndata: {}\n\n');
        if (said !== null && !isOver) controller.enqueue(encoder.encode(said));
        if (said !== null && !said.startsWith('event: ended')) return;
        if (!isOver) controller.close();
        end();
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  );
}

/** Waits for a movement, and a moment longer for those that follow it; false after a heartbeat without one. */
function movedWithin(
  ear: Ear,
  gather: () => number,
  onWaiting: (stop: () => void) => void,
): Promise<boolean> {
  return new Promise((resolve) => {
    const silent = setTimeout(() => resolve(false), HEARTBEAT_MS);
    silent.unref();
    onWaiting(() => {
      clearTimeout(silent);
      resolve(false);
    });
    ear.onMoved(() => {
      clearTimeout(silent);
      setTimeout(() => resolve(true), gather());
    });
  });
}
