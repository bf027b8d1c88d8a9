// Problems on the wire: RFC 9457 `application/problem+json`, sentences in both languages, no inner detail of faults.
import { randomUUID } from 'node:crypto';
import { ProblemError, type SpokenProblem, speak, statusOf } from '@vungbuoc/programme/problems';
import * as z from 'zod/mini';

/** Body of every refusal. */
export const ProblemReply = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.object({ vi: z.string(), en: z.string() }),
  errors: z.array(
    z.object({ code: z.string(), path: z.nullable(z.string()), vi: z.string(), en: z.string() }),
  ),
});

/** @param log told of faults that are ours, with the reference that the person was given. */
export function problemReply(
  error: unknown,
  now: Date,
  log: (fault: unknown, reference: string) => void,
): Response {
  if (error instanceof ProblemError) {
    const [first, ...others] = error.problems;
    const answer = reply(statusOf(first.code), [speak(first), ...others.map(speak)]);
    if (answer.status === 429) answer.headers.set('retry-after', String(first.facts?.seconds ?? 60));
    return answer;
  }
  const reference = randomUUID().slice(0, 8);
  log(error, reference);
  const at = new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(11, 16);
  return reply(500, [speak({ code: 'server.fault', facts: { at, reference } })]);
}

function reply(status: number, errors: readonly [SpokenProblem, ...SpokenProblem[]]): Response {
  const [first] = errors;
  const body = {
    type: `urn:vungbuoc:problem:${first.code}`,
    title: first.vi,
    status,
    code: first.code,
    detail: { vi: first.vi, en: first.en },
    errors,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  });
}
