// Hearing from the server that a board moved, so that it is asked anew then and not every few seconds.
import type { BoardQuery } from '@vungbuoc/programme/board';
import { changesAddress } from './addresses.ts';

export interface Listener {
  /** Units of the board moved, or may have while nobody listened. */
  readonly onMoved: () => void;
  /** Whether the line stands: while it does not, the board has to be asked by the clock. */
  readonly onLine: (stands: boolean) => void;
}

/** A page that nobody looks at holds no line: a browser has six of them for one address. @returns how to stop */
export function listenForChanges(query: BoardQuery, { onMoved, onLine }: Listener): () => void {
  let source: EventSource | null = null;
  let since: string | undefined;
  const close = (): void => {
    source?.close();
    source = null;
    onLine(false);
  };
  const open = (): void => {
    const opened = new EventSource(changesAddress(query, since));
    source = opened;
    const hear = ({ lastEventId }: MessageEvent): void => {
      since = lastEventId;
      onMoved();
    };
    opened.addEventListener('open', () => onLine(true));
    // the first word names the moment: what moved between the board's reply and now is asked for once
    opened.addEventListener('here', hear);
    opened.addEventListener('changed', hear);
    opened.addEventListener('ended', () => {
      close();
      onMoved();
    });
    opened.addEventListener('error', () => onLine(false));
  };
  const look = (): void => {
    if (document.hidden) close();
    else if (source === null) open();
  };
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    close();
  };
}
