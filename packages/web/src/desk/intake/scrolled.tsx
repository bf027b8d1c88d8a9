// A table that may be wider than the window: it scrolls inside itself, by the keys too.
import type { ReactNode } from 'react';

export function Scrolled(props: { name: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without focus the keys could not scroll it
    <section className="intake-sheet" tabIndex={0} aria-label={props.name}>
      {props.children}
    </section>
  );
}
