// What the tus library refuses, as problems in words: it answers with English lines.
import { MOST_FILE_BYTES } from '@vungbuoc/programme/evidence';
import { ProblemError } from '@vungbuoc/programme/problems';

/** @returns the problem that a refusal stands for; the fault itself where it is ours */
export async function problemOfTus(reply: Response, fault: unknown): Promise<unknown> {
  const said = (await reply.text()).trim();
  switch (reply.status) {
    case 403:
    case 404:
    case 410:
      return new ProblemError([{ code: 'evidence.upload-not-found' }]);
    case 409:
      return new ProblemError([{ code: 'evidence.upload-offset' }]);
    case 413: {
      const limit = `${MOST_FILE_BYTES / 1_000_000} MB`;
      return new ProblemError([{ code: 'evidence.too-large', facts: { limit } }]);
    }
    default:
      if (reply.status < 500 || !fault) return misspoken(said);
      return isOfTheLibrary(fault) && fault.status_code < 500 ? misspoken(said) : fault;
  }
}

function misspoken(said: string): ProblemError {
  return new ProblemError([{ code: 'evidence.upload-misspoken', facts: { why: said.slice(0, 100) } }]);
}

function isOfTheLibrary(fault: unknown): fault is { status_code: number } {
  return typeof fault === 'object' && fault !== null && 'status_code' in fault;
}
