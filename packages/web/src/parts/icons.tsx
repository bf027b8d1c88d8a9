// The few line drawings that stand beside words. None stands alone without a name.
import type { ReactNode } from 'react';

function Icon(props: { children: ReactNode }) {
  return (
    <svg
      className="icon"
      width="18"
      height="18"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {props.children}
    </svg>
  );
}

export const PrinterIcon = () => (
  <Icon>
    <path d="M6 7V3h8v4M6 14H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h12a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1h-2M6 12h8v5H6z" />
  </Icon>
);
export const PreviousIcon = () => (
  <Icon>
    <path d="M12 4.5 6.5 10l5.5 5.5" />
  </Icon>
);
export const NextIcon = () => (
  <Icon>
    <path d="M8 4.5 13.5 10 8 15.5" />
  </Icon>
);
export const CloseIcon = () => (
  <Icon>
    <path d="m5 5 10 10M15 5 5 15" />
  </Icon>
);
export const SearchIcon = () => (
  <Icon>
    <circle cx="9" cy="9" r="5" />
    <path d="m13 13 4 4" />
  </Icon>
);
export const FoldIcon = (props: { open: boolean }) => (
  <Icon>
    <path d={props.open ? 'M5 8l5 5 5-5' : 'M8 5l5 5-5 5'} />
  </Icon>
);

/** The mark of identity: three rising terrace steps, one of ripe rice. */
export const Steps = () => (
  <svg
    width="26"
    height="24"
    viewBox="0 0 32 30"
    fill="none"
    strokeLinecap="round"
    strokeLinejoin="round"
    strokeWidth="3"
    aria-hidden="true"
    focusable="false"
  >
    <path stroke="currentColor" d="M2 27h7c4 0 2-5 6-5h4" />
    <path stroke="currentColor" d="M9 19c4 0 2-5 6-5h4" />
    <path stroke="var(--gold)" d="M15 10c4 0 2-5 6-5h2M19 19h4c3 0 2-4 5-4h2" />
  </svg>
);
