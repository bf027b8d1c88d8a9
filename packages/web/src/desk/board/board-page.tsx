// The screen at /desk/board: the sentence, the table, and why a cell has its mark.

import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { BoardReply } from '@vungbuoc/programme/board';
import { useCallback, useMemo, useState } from 'react';
import { linesOf } from '../../data/board-groups.ts';
import { arrangeRows } from '../../data/board-view.ts';
import { Refused } from '../../data/http.ts';
import { useText } from '../../text/language.tsx';
import { placeText } from '../frame/place.tsx';
import { hasNothingYet, ToBegin } from '../frame/to-begin.tsx';
import { Failed, Waiting } from '../frame/waiting.tsx';
import { Panel } from '../verdicts/panel.tsx';
import { BoardFilters } from './board-filters.tsx';
import { BoardActions, BoardControls, BoardHead } from './board-head.tsx';
import { type BoardSearch, readCell, viewOf } from './board-search.ts';
import { BoardSentence } from './board-sentence.tsx';
import { BoardTable } from './board-table.tsx';
import { ChangedLine } from './changed-line.tsx';
import { FirstRun } from './first-run.tsx';
import { Legend } from './legend.tsx';
import { LookFirst } from './look-first.tsx';
import { neighbour } from './neighbour.ts';
import { useNarrow, useTight } from './table-shape.ts';
import { type OpenBoard, useBoard } from './use-board.ts';
import { usePrinting } from './use-printing.ts';
import './board-page.css';

export function BoardPage() {
  const search = useSearch({ from: '/framed/desk/board' });
  const opened = useBoard(search);
  const { t } = useText();
  if (opened.board) return <BoardScreen opened={opened} board={opened.board} search={search} />;
  if (opened.error && hasNothingYet(opened.error)) return <ToBegin />;
  return (
    <main id="main" className="screen">
      <title>{t('board.title')}</title>
      <h1>{t('board.title')}</h1>
      {opened.error ? (
        <Failed
          error={opened.error}
          at={opened.failedAt}
          onAgain={opened.again}
          wayOut={
            opened.error instanceof Refused && opened.error.status === 404 ? <ToFirstBoard /> : undefined
          }
        />
      ) : (
        <Waiting rows={10} />
      )}
    </main>
  );
}

/** A place or a round that does not exist is not there the next time either. */
function ToFirstBoard() {
  const { t } = useText();
  return (
    <Link to="/desk/board" search={{}} className="button button-filled">
      {t('frame.toBoard')}
    </Link>
  );
}

type ScreenProps = { opened: OpenBoard; board: BoardReply; search: BoardSearch };

function BoardScreen(props: ScreenProps) {
  const { opened, board, search } = props;
  const shown = useShown(board, search);
  const { rows, lines, change } = shown;
  const cell = readCell(search.cell);
  const text = useText();
  const [narrow, tight] = [useNarrow(), useTight()];
  const controls = { board, search, rows, change };
  const filters = (
    <BoardFilters {...controls} view={shown.view} shown={rows.length}>
      {tight ? <BoardActions {...controls} /> : null}
    </BoardFilters>
  );
  const empty = board.sums.withResult === 0;
  return (
    <main
      id="main"
      className={`screen board-screen${opened.old ? ' is-old' : ''}${lines.length > 20 && !empty ? ' is-long' : ''}`}
      data-panel={cell ? 'open' : 'closed'}
    >
      <title>{`${text.t('frame.board')} · ${placeText(board.under, text)}`}</title>
      <BoardHead {...controls} narrow={narrow} tight={tight} />
      {empty ? <FirstRun board={board} search={search} /> : <BoardSentence board={board} />}
      {narrow ? <BoardControls {...controls}>{filters}</BoardControls> : filters}
      <ChangedLine opened={opened} />
      <div className="board-body">
        <div className="board-main">
          <BoardTable {...{ board, search, lines }} {...shown.table} view={shown.view} onOpen={shown.open} />
          <Legend board={board} />
        </div>
        {cell ? <CellPanel {...{ board, search, cell, shown }} /> : null}
        {cell || empty ? null : <LookFirst board={board} onShow={(filter) => change({ show: filter })} />}
      </div>
    </main>
  );
}

/** What of the board is shown, in which order, and what changes it. */
function useShown(board: BoardReply, search: BoardSearch) {
  const navigate = useNavigate({ from: '/desk/board' });
  const change = useCallback(
    (next: Partial<BoardSearch>, replace = false) =>
      navigate({ search: (before) => ({ ...before, ...next }), replace, resetScroll: false }),
    [navigate],
  );
  const view = viewOf(search);
  const { show, sort, find } = view;
  const rows = useMemo(() => arrangeRows(board, { show, sort, find }), [board, show, sort, find]);
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const printing = usePrinting();
  const lines = useMemo(() => linesOf(rows, board, turned, printing), [rows, board, turned, printing]);
  const onTurn = useCallback((key: string) => setTurned((before) => toggled(before, key)), []);
  const open = useCallback(
    (cell: string | undefined, replace: boolean) => change({ cell }, replace),
    [change],
  );
  return { view, rows, lines, table: { printing, onTurn }, open, change };
}

type CellPanelProps = {
  board: BoardReply;
  search: BoardSearch;
  cell: NonNullable<ReturnType<typeof readCell>>;
  shown: ReturnType<typeof useShown>;
};

/** Why the open cell has its mark, with the ways to the marks before and after it. */
function CellPanel(props: CellPanelProps) {
  const { board, search, cell, shown } = props;
  const { open, rows, view } = shown;
  const close = useCallback(() => open(undefined, false), [open]);
  return (
    <Panel
      unit={cell.unit}
      criterion={cell.criterion}
      search={search}
      previous={neighbour(board, rows, view.show, cell, -1)}
      next={neighbour(board, rows, view.show, cell, 1)}
      onOpen={(to) => open(to, true)}
      onClose={close}
    />
  );
}

function toggled(before: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(key)) after.add(key);
  return after;
}
