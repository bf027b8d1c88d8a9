// A JSON body as it was sent: no deeper than any form of ours, so that nothing that walks it runs out of room.
import { refuse } from '@vungbuoc/programme/problems';

/** The deepest body that a form of ours has is a rule of the law within a draft: some twenty levels. */
const MOST_DEEP = 64;

/** @throws input.not-json, input.too-deep */
export function parseJson(text: string): unknown {
  let sent: unknown;
  try {
    sent = JSON.parse(text);
  } catch {
    return refuse('input.not-json');
  }
  requireShallow(sent);
  return sent;
}

/** Level by level, never by recursion: that is what the depth would break. */
function requireShallow(sent: unknown): void {
  let level = [sent].filter(isDeep);
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > MOST_DEEP) refuse('input.too-deep', { most: MOST_DEEP });
    level = level.flatMap((one) => Object.values(one).filter(isDeep));
  }
}

function isDeep(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
