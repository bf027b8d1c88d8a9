// The built screens: hashed files cached for long, every /desk address answered by the one page.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import { refuse } from '@vungbuoc/programme/problems';
import type { Hono } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
};

export function screens(app: Hono, folder: string): void {
  app.get('/', (context) => context.redirect('/desk/board'));
  app.get('/desk/*', () => sendFile(folder, 'index.html', 'no-cache'));
  app.get('/desk', (context) => context.redirect('/desk/board'));
  app.get('/*', (context) => {
    // the build's own stamp and anything else hidden is not a screen
    if (context.req.path.includes('/.')) refuse('route.not-found');
    const hashed = context.req.path.startsWith('/assets/');
    return sendFile(folder, context.req.path, hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
}

async function sendFile(folder: string, path: string, caching: string): Promise<Response> {
  const file = normalize(join(folder, decodeSafely(path)));
  if (!file.startsWith(folder + sep)) refuse('route.not-found');
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) refuse('route.not-found');
  const body = Readable.toWeb(createReadStream(file)) as ReadableStream; // node's and the platform's types differ in name only
  return new Response(body, {
    headers: {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-length': String(found.size),
      'cache-control': caching,
    },
  });
}

function decodeSafely(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return refuse('route.not-found');
  }
}
