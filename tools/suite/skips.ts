// Which tests may be skipped, and why: `tests/expected-skips.txt`, read strictly.

/** One allowed skip: a test's file and full name; a name that ends in `*` stands for all that begin so. */
export type ExpectedSkip = { path: string; name: string; reason: string };

/** What the list allows, and the lines of it that cannot be read. */
export type SkipList = { expected: ExpectedSkip[]; faults: string[] };

const LINE = /^(?<path>\S+) > (?<name>.+?) \| (?<reason>\S.*)$/;

/**
 * Reads the list: one `file > test name | reason` a line; empty lines and lines that begin with `#` are passed over.
 * A line without a reason is a fault: a skip nobody can explain is a failure.
 */
export function parseSkips(text: string): SkipList {
  const list: SkipList = { expected: [], faults: [] };
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const { path, name, reason } = LINE.exec(line)?.groups ?? {};
    if (path && name && reason) list.expected.push({ path, name, reason });
    else list.faults.push(`tests/expected-skips.txt line ${index + 1}: write "file > test name | reason"`);
  }
  return list;
}

/** True when this line of the list is about this test. */
export function covers(expected: ExpectedSkip, path: string, name: string): boolean {
  if (expected.path !== path) return false;
  return expected.name.endsWith('*') ? name.startsWith(expected.name.slice(0, -1)) : expected.name === name;
}
