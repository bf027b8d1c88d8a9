// Routes that carry files, declared like endpoints so that the server and docs/openapi.json walk the same list.
import type { Handler } from 'hono';
import type * as z from 'zod/mini';
import type { EndpointTools } from './endpoint.ts';

export interface FileRoute {
  readonly method: 'get' | 'post' | 'head' | 'patch' | 'delete';
  readonly route: string;
  readonly summary: string;
  /** Members of the query (get), or the fields of the form beside the file (post). */
  readonly fields: z.ZodMiniType;
  /** What it carries: a form with a file, a plain form, or pieces of a file by the tus protocol. null: a get. */
  readonly carries: 'file' | 'form' | 'pieces' | null;
  readonly answers: 'json' | 'workbook' | 'file' | 'picture' | 'events' | 'nothing';
  readonly handler: (tools: EndpointTools) => Handler;
}
