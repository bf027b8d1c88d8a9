// What the first run says: each step in Vietnamese with English under it, on one stream, with progress that stays quiet in logs.
// Runs on the machine's own Node (18 or newer).
// @ts-check

const INDENT = '      ';
const LOG_EVERY_MS = 10_000;

/** @typedef {{ vi: string, en: string }} Words the same sentence in Vietnamese and in English */

/**
 * A narrator of numbered steps.
 * @param {NodeJS.WriteStream} out standard output for `npm start`, standard error where the answer owns standard output
 * @param {number} total how many steps there are in all
 */
export function narrator(out, total) {
  let rewriting = false;
  let lastLogged = 0;

  /** Ends a line that is being rewritten, so that the next words start on their own line. */
  const settle = () => {
    if (rewriting) out.write('\n');
    rewriting = false;
    lastLogged = 0;
  };

  return {
    /** Opens step n. @param {number} n @param {Words} words */
    step(n, { vi, en }) {
      settle();
      out.write(`[${n}/${total}] ${vi}\n${INDENT}${en}\n`);
    },
    /** A line under the open step. @param {Words} words */
    note({ vi, en }) {
      settle();
      out.write(`${INDENT}${vi} · ${en}\n`);
    },
    /** Progress: rewritten in place on a terminal, at most one line in ten seconds in a log. @param {string} text */
    progress(text) {
      if (out.isTTY) {
        out.write(`\r\x1b[2K${INDENT}${text}`);
        rewriting = true;
        return;
      }
      const now = Date.now();
      if (now - lastLogged < LOG_EVERY_MS) return;
      lastLogged = now;
      out.write(`${INDENT}${text}\n`);
    },
    settle,
  };
}

/** @typedef {ReturnType<typeof narrator>} Narrator */

/**
 * Says on standard error what went wrong and what to do, with the last lines of what the program itself said.
 * @param {Words} what
 * @param {Words | undefined} advice
 * @param {string} [tail]
 */
export function sayFailure(what, advice, tail = '') {
  const said = tail.trim().split('\n').slice(-12).join('\n    ');
  if (said) process.stderr.write(`\n    ${said}\n`);
  process.stderr.write(`\n✗ ${what.vi}\n  ${what.en}\n`);
  if (advice) process.stderr.write(`→ ${advice.vi}\n→ ${advice.en}\n`);
}

/** Whole seconds since an instant of `Date.now()`. @param {number} startedAt */
export const secondsSince = (startedAt) => Math.round((Date.now() - startedAt) / 1000);
