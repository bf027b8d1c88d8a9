// The board being looked at. It is asked again quietly; what changed waits behind a line, so no cell moves under the hand.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { BoardReply } from '@vungbuoc/programme/board';
import { useEffect, useEffectEvent, useState } from 'react';
import { boardAddress } from '../../data/addresses.ts';
import { changedCells } from '../../data/board-view.ts';
import { listenForChanges } from '../../data/changes.ts';
import { getJson } from '../../data/http.ts';
import { type PlaceSearch, queryOf } from './board-search.ts';

/** By the clock only while the server cannot tell by itself what moved. */
const ASK_AGAIN_MS = 10_000;
const ASK_ANYWAY_MS = 120_000;

export type OpenBoard = {
  board: BoardReply | undefined;
  /** True while the figures shown are those of the question before. */
  old: boolean;
  error: Error | null;
  /** When the figures shown were received, and when the last attempt failed. */
  receivedAt: number;
  failedAt: number;
  /** Cells that changed since; null when what is shown is the latest. */
  changed: number | null;
  showLatest: () => void;
  again: () => void;
};

export function useBoard(search: PlaceSearch): OpenBoard {
  const address = boardAddress(queryOf(search));
  const [told, setTold] = useState(false);
  const asked = useQuery({
    queryKey: ['board', address],
    queryFn: async ({ signal }) => ({ address, board: await getJson<BoardReply>(address, signal) }),
    refetchInterval: told ? ASK_ANYWAY_MS : ASK_AGAIN_MS,
    placeholderData: keepPreviousData,
  });
  const askAgain = useEffectEvent(() => void asked.refetch());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address says all that the question depends on
  useEffect(() => listenForChanges(queryOf(search), { onMoved: askAgain, onLine: setTold }), [address]);
  const latest = asked.data;
  const [shown, setShown] = useState(latest);
  // A new question shows its answer at once; a new answer to the same question waits for a click.
  if (latest && shown?.address !== latest.address) setShown(latest);
  const current = shown?.address === latest?.address ? shown : latest;
  const moved = latest !== undefined && current !== undefined && latest.board !== current.board;
  return {
    board: current?.board,
    old: asked.isPlaceholderData,
    error: asked.error,
    receivedAt: asked.dataUpdatedAt,
    failedAt: asked.errorUpdatedAt,
    changed: moved ? changedCells(current.board, latest.board) : null,
    showLatest: () => setShown(latest),
    again: () => void asked.refetch(),
  };
}
