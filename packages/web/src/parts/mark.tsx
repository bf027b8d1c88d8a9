// The marks of the programme on a 20 x 20 grid. Circle = met, square = not met, triangle = in danger, dashed = not known,
// dash = does not apply; filled is verified, outlined is only claimed. They differ in greyscale and at 12 px.
import { memo, type ReactNode } from 'react';
import './mark.css';

export type MarkKind =
  | 'met'
  | 'atRisk'
  | 'claimedMet'
  | 'coBanDat'
  | 'notMet'
  | 'claimedNotMet'
  | 'unknown'
  | 'notApplicable';

const TICK = 'M6 10.5l2.8 2.8 5.3-6';
const CROSS = 'M6.6 6.6l6.8 6.8M13.4 6.6l-6.8 6.8';

const SHAPES: Readonly<Record<MarkKind, ReactNode>> = {
  met: (
    <>
      <circle className="mark-disc" cx="10" cy="10" r="8.7" />
      <path className="mark-cut" d={TICK} />
    </>
  ),
  atRisk: (
    <>
      <path className="mark-triangle" d="M10 2.9 18 17H2z" />
      <path className="mark-cut" d="M10 7.6v4.3M10 14.7v.1" />
    </>
  ),
  claimedMet: (
    <>
      <circle className="mark-ring" cx="10" cy="10" r="7.7" />
      <path className="mark-tick" d={TICK} />
    </>
  ),
  coBanDat: (
    <>
      <circle className="mark-olive-ring" cx="10" cy="10" r="7.7" />
      <path className="mark-olive-half" d="M10 2.3a7.7 7.7 0 0 0 0 15.4z" />
    </>
  ),
  notMet: (
    <>
      <rect className="mark-square" x="1.8" y="1.8" width="16.4" height="16.4" rx="2" />
      <path className="mark-cut" d={CROSS} />
    </>
  ),
  claimedNotMet: (
    <>
      <rect className="mark-square-outline" x="2.7" y="2.7" width="14.6" height="14.6" rx="2" />
      <path className="mark-cross" d={CROSS} />
    </>
  ),
  unknown: <circle className="mark-dashed" cx="10" cy="10" r="7.7" />,
  notApplicable: <path className="mark-dash" d="M5 10h10" />,
};

const QUESTION = (
  <path className="mark-question" d="M7.9 8.1a2.15 2.15 0 1 1 3.1 1.9c-.7.4-1 .9-1 1.6M10 14.1v.1" />
);

/** A mark without a name of its own: whoever places it says it in words beside it or on the button around it. */
export const Mark = memo(function Mark(props: { kind: MarkKind; size: number }) {
  const { kind, size } = props;
  return (
    <svg
      className={`mark mark-${kind}`}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      {SHAPES[kind]}
      {kind === 'unknown' && size >= 16 ? QUESTION : null}
    </svg>
  );
});
