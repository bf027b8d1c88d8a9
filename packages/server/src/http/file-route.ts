// Routes that carry files, declared like endpoints so that the server and docs/openapi.json walk the same list.
import type { Handler } from 'hono';
import type * as z from 'zod/mini';
import type { EndpointTools } from './endpoint.ts';

export interface FileRoute {
  readonly method: 'get' | 'post';
  readonly route: string;
  readonly summary: string;
  /** Members of the query (get), or the fields of the form beside the file (post). */
  readonly fields: z.ZodMiniType;
  /** What a post carries: a form with a file, or a plain form. null: a get. */
  readonly carries: 'file' | 'form' | null;
  readonly answers: 'json' | 'workbook';
  readonly handler: (tools: EndpointTools) => Handler;
}
