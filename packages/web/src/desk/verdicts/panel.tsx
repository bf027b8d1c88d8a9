// Why one cell has its mark: figure, gap, law, figures recorded. Beside the table, or over it on a narrower screen.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CriterionExplained } from '@vungbuoc/programme/verdicts';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { cellAddress } from '../../data/addresses.ts';
import { getJson } from '../../data/http.ts';
import { CloseIcon, NextIcon, PreviousIcon } from '../../parts/icons.tsx';
import { Mark } from '../../parts/mark.tsx';
import { useText } from '../../text/language.tsx';
import { Law, Say } from '../../text/say.tsx';
import { type PlaceSearch, placeOf, queryOf } from '../board/board-search.ts';
import { lowerFirst, markOf } from '../board/marks.ts';
import { Place } from '../frame/place.tsx';
import { Unanswered } from '../frame/waiting.tsx';
import { DeclaredSource } from './declared-source.tsx';
import { Indicators } from './indicators.tsx';
import './panel.css';

type Props = {
  unit: string;
  criterion: string;
  search: PlaceSearch;
  previous: string | null;
  next: string | null;
  onOpen: (cell: string) => void;
  onClose: () => void;
};

export function Panel(props: Props) {
  const { unit, criterion, search, onClose } = props;
  const { t } = useText();
  const panel = useRef<HTMLElement>(null);
  useLeaveByEscape(onClose);
  useFocusOnce(panel);
  const address = cellAddress(unit, criterion, queryOf(search));
  const asked = useQuery({
    queryKey: ['cell', address],
    queryFn: ({ signal }) => getJson<CriterionExplained>(address, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <section ref={panel} className="panel no-print" aria-label={t('panel.name')} tabIndex={-1}>
      <Steps {...props} />
      <div aria-live="polite" className={asked.isPlaceholderData ? 'panel-old' : undefined}>
        {asked.data ? <Explained explained={asked.data} /> : null}
      </div>
      <Unanswered asked={asked} rows={6} />
      <Ways unit={unit} criterion={criterion} search={search} />
    </section>
  );
}

function Steps(props: Props) {
  const { previous, next, onOpen, onClose } = props;
  const { t } = useText();
  return (
    <div className="panel-steps">
      <Step name={t('panel.previous')} to={previous} onOpen={onOpen}>
        <PreviousIcon />
      </Step>
      <Step name={t('panel.next')} to={next} onOpen={onOpen}>
        <NextIcon />
      </Step>
      <button
        type="button"
        className="button button-quiet"
        aria-label={t('panel.close')}
        title={t('panel.close')}
        onClick={onClose}
      >
        <CloseIcon />
      </button>
    </div>
  );
}

function Step(props: {
  name: string;
  to: string | null;
  onOpen: (cell: string) => void;
  children: ReactNode;
}) {
  const { name, to, onOpen } = props;
  return (
    <button
      type="button"
      className="button button-quiet"
      aria-label={name}
      title={name}
      disabled={to === null}
      onClick={() => (to === null ? undefined : onOpen(to))}
    >
      {props.children}
    </button>
  );
}

function Explained(props: { explained: CriterionExplained }) {
  const { explained } = props;
  const { t, of } = useText();
  const kind = markOf(explained.mark);
  const mark = lowerFirst(t(`legend.${kind}`));
  return (
    <>
      <header className="panel-head">
        <p className="panel-place">
          <Say
            k="panel.place"
            values={{ unit: <Place unit={explained.unit} first />, code: explained.code }}
          />
        </p>
        <Mark kind={kind} size={28} />
        <h2>
          <Say k="panel.title" values={{ criterion: <Law>{of(explained.name)}</Law>, mark }} />
        </h2>
        <p className="secondary panel-summary" data-engine="">
          {of(explained.summary)}
        </p>
        {explained.risk ? (
          <p className="doubt panel-summary" data-engine="">
            {of(explained.risk)}
          </p>
        ) : null}
      </header>
      {explained.declared ? <DeclaredSource declared={explained.declared} /> : null}
      <Indicators explained={explained} />
    </>
  );
}

function Ways(props: { unit: string; criterion: string; search: PlaceSearch }) {
  const { t } = useText();
  const search = placeOf(props.search);
  return (
    <p className="panel-ways">
      <Link to="/desk/communes/$code" params={{ code: props.unit }} search={search} className="button">
        {t('panel.commune')}
      </Link>
      <Link to="/desk/criteria/$code" params={{ code: props.criterion }} search={search} className="button">
        {t('panel.criterion')}
      </Link>
    </p>
  );
}

function useLeaveByEscape(onClose: () => void): void {
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    };
    addEventListener('keydown', leave);
    return () => removeEventListener('keydown', leave);
  }, [onClose]);
}

/** Opened by Enter, the panel takes the keyboard, so that a reader hears it; opened by the mouse, the cell keeps it. */
function useFocusOnce(panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (document.activeElement?.matches('.cell button:focus-visible')) panel.current?.focus();
  }, [panel]);
}
