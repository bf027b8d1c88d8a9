// The office's own sheet over HTTP: propose a mapping, then import what the person agreed to.
import type { Hono } from 'hono';
import type { EndpointTools } from './endpoint.ts';

export function intakeRoutes(_app: Hono, _tools: EndpointTools): void {}
