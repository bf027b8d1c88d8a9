// Parts of a body that nobody reads: a misspelt `offical` must not be saved as if it had never been meant.
import type { Problem } from '@vungbuoc/programme/problems';

/** More are not told: whoever sends a thousand wrong names did not misspell one. */
const MOST_TOLD = 50;

/** Every part of `sent` that its schema left out of `read`, at any depth. */
export function unreadInBody(sent: unknown, read: unknown): Problem[] {
  return unreadAt(sent, read, 'body')
    .slice(0, MOST_TOLD)
    .map((path) => ({ code: 'input.unread', path, facts: { field: path } }));
}

function unreadAt(sent: unknown, read: unknown, path: string): string[] {
  if (Array.isArray(sent) && Array.isArray(read)) {
    return sent.flatMap((item, at) => unreadAt(item, read[at], `${path}/${at}`));
  }
  if (!isObject(sent) || !isObject(read)) return [];
  return Object.entries(sent).flatMap(([key, value]) =>
    Object.hasOwn(read, key) ? unreadAt(value, read[key], `${path}/${key}`) : [`${path}/${key}`],
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
