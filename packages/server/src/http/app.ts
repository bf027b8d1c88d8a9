// The HTTP door: guard, endpoints, the built screens. Everything unknown is a problem in words.
import { MOST_FILE_BYTES } from '@vungbuoc/programme/evidence';
import type { Principal } from '@vungbuoc/programme/principals';
import { ProblemError } from '@vungbuoc/programme/problems';
import { Hono } from 'hono';
import type { Accounts } from '../accounts/index.ts';
import { asProblem } from '../commands/run.ts';
import { shareLooks } from '../reference/snapshot.ts';
import type { Workshop } from '../reference/workshop.ts';
import type { EndpointTools } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { UPLOADS } from './evidence-uploads.ts';
import { fileRoutes } from './file-routes.ts';
import { guard } from './guard.ts';
import { type Limits, openLimits } from './limits.ts';
import { problemReply } from './problem-reply.ts';
import { screens } from './screens.ts';
import { addressOf, visit } from './visit.ts';

export interface AppOptions {
  readonly workshop: Workshop;
  readonly accounts: Accounts;
  /** Everybody is this one: for tests and measurements of what lies behind the door. */
  readonly standIn?: Principal | null;
  /** The proxy in front writes who asked into X-Forwarded-For. */
  readonly behindProxy?: boolean;
  readonly hosts: readonly string[];
  /** Folder of the built screens. */
  readonly webFolder: string;
  /** How often one person and one address may ask; null: as often as they like. */
  readonly limits?: Limits | null;
  /** People reach the pages over TLS. */
  readonly isOverTls?: boolean;
  /** Aborted when the server stops. */
  readonly leaving?: AbortSignal;
  readonly onFault: (fault: unknown, reference: string) => void;
}

/** Largest request: a workbook of the nation with room to spare. */
const MOST_BYTES = 40_000_000;

export function makeApp(options: AppOptions): Hono {
  const app = new Hono();
  const { workshop, accounts, standIn = null, behindProxy = false } = options;
  const limits = openLimits(options.limits ?? null, () => workshop.clock());
  const shared = { ...workshop, reference: shareLooks(workshop.reference) };
  const tools: EndpointTools = {
    async visitOf(context, open) {
      const come = await visit({ workshop, accounts, standIn, behindProxy }, context, open);
      limits.heedPerson(come.principal);
      return come;
    },
    visitAgain: (context) => visit({ workshop: shared, accounts, standIn, behindProxy }, context),
    mostLines: limits.lines,
    leaving: options.leaving,
  };
  app.use(
    guard({
      hosts: options.hosts,
      mostBytes,
      isOverTls: options.isOverTls ?? false,
      heed: (context) => limits.heedAddress(addressOf(context, behindProxy)),
    }),
  );
  for (const one of endpoints) app.on(one.method.toUpperCase(), one.route, one.handler(tools));
  for (const one of fileRoutes) app.on(routed(one.method), one.route, one.handler(tools));
  app.all('/api/*', () => {
    throw new ProblemError([{ code: 'route.not-found' }]);
  });
  screens(app, options.webFolder);
  app.onError((error) => problemReply(asProblem(error), options.workshop.clock(), options.onFault));
  return app;
}

/** A file of evidence may come in one piece: it is written as it arrives, never held. */
function mostBytes(path: string): number {
  return path.startsWith(`${UPLOADS}/`) ? MOST_FILE_BYTES : MOST_BYTES;
}

/** The router asks its GET routes for a HEAD; the handler sees which it is. */
function routed(method: string): string {
  return method === 'head' ? 'GET' : method.toUpperCase();
}
