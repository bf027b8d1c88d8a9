// Moving in the board by keys as in Excel: arrows, Home, End, Ctrl with them, Page Up and Down; Enter opens, Esc leaves.
// One stop of the Tab key for the whole table (roving tabindex): names and heads are reached by arrows too.
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef } from 'react';

/** Where the keyboard is: a line's key ('head' for the heads) and a column (-1 for the names). */
export type Spot = { line: string; column: number };

type Setting = {
  table: RefObject<HTMLTableElement | null>;
  /** Keys of all lines from top to bottom, drawn or not; headings as `group <key>`. */
  lines: readonly string[];
  columns: number;
  /** Brings a line that is not drawn into view. */
  reveal: (index: number) => void;
  place: Spot | null;
  setPlace: (change: (before: Spot | null) => Spot | null) => void;
};

const PAGE = 10;

export function useTableKeys(setting: Setting) {
  const { table, lines, columns, reveal, place, setPlace } = setting;
  const wantsFocus = useRef(false);

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const from = placeOf(event.target);
      if (from === null || event.altKey || event.shiftKey) return;
      const to = moved(from, event, lines, columns);
      if (to === null) return;
      event.preventDefault();
      wantsFocus.current = true;
      const index = lines.indexOf(to.line);
      if (index >= 0) reveal(index);
      setPlace(() => to);
    },
    [lines, columns, reveal, setPlace],
  );

  const onFocus = useCallback(
    (event: { target: EventTarget }) => {
      const at = placeOf(event.target);
      if (at !== null)
        setPlace((before) => (before?.line === at.line && before.column === at.column ? before : at));
    },
    [setPlace],
  );

  const focus = useCallback(
    (to: Spot) => {
      wantsFocus.current = true;
      const index = lines.indexOf(to.line);
      if (index >= 0) reveal(index);
      setPlace(() => ({ ...to }));
    },
    [lines, reveal, setPlace],
  );

  // After the row is drawn. A line drawn later (far away in a long board) is tried again on the next frame.
  useEffect(() => {
    if (!wantsFocus.current || place === null) return;
    if (focusAt(table.current, place)) wantsFocus.current = false;
    else {
      const frame = requestAnimationFrame(() => {
        wantsFocus.current = !focusAt(table.current, place);
      });
      return () => cancelAnimationFrame(frame);
    }
  }, [place, table]);

  return { onKeyDown, onFocus, focus };
}

function placeOf(target: EventTarget): Spot | null {
  if (!(target instanceof HTMLElement)) return null;
  const { line, col } = target.dataset;
  return line === undefined || col === undefined ? null : { line, column: Number(col) };
}

function focusAt(table: HTMLTableElement | null, place: Spot): boolean {
  const line = `[data-line="${CSS.escape(place.line)}"]`;
  const found =
    table?.querySelector<HTMLElement>(`${line}[data-col="${place.column}"]`) ??
    table?.querySelector<HTMLElement>(line);
  found?.focus();
  return found !== undefined && found !== null;
}

/** Where a key leads from here, or null when the key is not ours. Headings and heads have fewer places than rows. */
export function moved(
  from: Spot,
  key: { key: string; ctrlKey: boolean; metaKey: boolean },
  lines: readonly string[],
  columns: number,
): Spot | null {
  const far = key.ctrlKey || key.metaKey;
  const row = from.line === 'head' ? -1 : lines.indexOf(from.line);
  const last = lines.length - 1;
  const to = (line: number, column: number): Spot => {
    const at = Math.max(-1, Math.min(last, line));
    const across = Math.max(at === -1 ? 0 : -1, Math.min(columns - 1, column));
    return { line: at === -1 ? 'head' : (lines[at] ?? 'head'), column: across };
  };
  switch (key.key) {
    case 'ArrowLeft':
      return to(row, far ? -1 : from.column - 1);
    case 'ArrowRight':
      return to(row, far ? columns - 1 : from.column + 1);
    case 'ArrowUp':
      return to(far ? 0 : row - 1, from.column);
    case 'ArrowDown':
      return to(far ? last : row + 1, from.column);
    case 'PageUp':
      return to(Math.max(0, row - PAGE), from.column);
    case 'PageDown':
      return to(row + PAGE, from.column);
    case 'Home':
      return far ? to(0, 0) : to(row, -1);
    case 'End':
      return far ? to(last, columns - 1) : to(row, columns - 1);
    default:
      return null;
  }
}
