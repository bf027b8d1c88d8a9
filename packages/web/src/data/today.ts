// Today as offices in Vietnam have it (UTC+7, no summer time), wherever this machine thinks it is.

/** YYYY-MM-DD. */
export function today(): string {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
}
