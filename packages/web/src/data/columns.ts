// By which region or group a commune is judged in a round, and signing it.
import type { BoardQuery } from '@vungbuoc/programme/board';
import type { ColumnsReply, SignColumnInput } from '@vungbuoc/programme/rounds';
import { withQuery } from './addresses.ts';
import { getJson, postJson } from './http.ts';

export function fetchColumns(unit: string, query: BoardQuery, signal: AbortSignal): Promise<ColumnsReply> {
  const { round, set } = query;
  return getJson<ColumnsReply>(withQuery('/api/columns', { under: unit, round, set }), signal);
}

/** The id makes a second press harmless. @throws Refused */
export function signColumn(signed: SignColumnInput, id: string): Promise<{ column: string }> {
  return postJson<{ column: string }>(`/api/commands/columns.sign/${id}`, signed);
}
