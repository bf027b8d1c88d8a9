// The rows of the campaign: what each must hold, so that a torn one is found too.

export const TABLE = 'create table if not exists soak_rows (id bigint primary key, body text not null)';

/** The text that belongs to a row's number, 2 to about 600 bytes. */
export function bodyOf(id: number): string {
  return `${id}:${'ấ'.repeat(id % 199)}`;
}
