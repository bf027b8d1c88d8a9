// The screen at /desk/reviews: an office's queue on the left, the figure with its reason on the right, and what is decided.
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { QUEUE_KINDS, type QueueKind, type QueueReply, type QueueRow } from '@vungbuoc/programme/assessments';
import { useState } from 'react';
import { fetchAssessment, fetchQueue, review } from '../../data/assessments.ts';
import { Mark } from '../../parts/mark.tsx';
import { useText } from '../../text/language.tsx';
import { Data, Law, Say } from '../../text/say.tsx';
import { useStep } from '../assessments/stage-steps.tsx';
import '../assessments/assessments.css';
import { FormProblem } from '../frame/form-problem.tsx';
import { SampleBadge } from '../frame/sample-badge.tsx';
import { Unanswered } from '../frame/waiting.tsx';
import { FigureText } from './figure-text.tsx';
import { Opened } from './opened.tsx';

export function QueuePage() {
  const { t, of } = useText();
  const { under, round } = useSearch({ from: '/framed/desk/reviews' });
  const [kind, setKind] = useState<QueueKind>();
  const asked = useQuery({
    queryKey: ['queue', under, round, kind],
    queryFn: ({ signal }) => fetchQueue({ under, round, kind }, signal),
    placeholderData: (before) => before,
  });
  const { data } = asked;
  return (
    <main id="main" className="screen">
      <title>{t('review.title')}</title>
      <h1>{t('review.title')}</h1>
      {data ? (
        <>
          <p className="secondary">
            <Data>
              {data.under.name}, {of(data.roundName)}
            </Data>{' '}
            {data.sample ? <SampleBadge /> : null}
          </p>
          <p className="chips queue-kinds">
            {QUEUE_KINDS.map((one) => (
              <button
                key={one}
                type="button"
                className="chip"
                aria-pressed={kind === one}
                onClick={() => setKind(kind === one ? undefined : one)}
              >
                {t(`review.kind.${one}`, { n: data.counts[one] })}
              </button>
            ))}
          </p>
          <Queue data={data} />
          <Late data={data} />
        </>
      ) : null}
      <Unanswered asked={asked} rows={8} />
    </main>
  );
}

function keyOf(row: QueueRow): string {
  return `${row.unit}:${row.indicator}`;
}

function Queue({ data }: { data: QueueReply }) {
  const { t } = useText();
  const [opened, setOpened] = useState<string>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const row = data.rows.find((one) => keyOf(one) === opened) ?? data.rows[0];
  if (!row) return <p>{t(data.counts.done > 0 ? 'review.allDone' : 'review.nothing')}</p>;
  const toggle = (key: string) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };
  return (
    <div className="queue">
      <div>
        <ConfirmMany
          rows={data.rows.filter((one) => chosen.has(keyOf(one)))}
          round={data.round}
          onDone={() => setChosen(new Set())}
        />
        <ul className="queue-list">
          {data.rows.map((one) => (
            <li key={keyOf(one)} className="queue-row" data-open={one === row}>
              <input
                type="checkbox"
                aria-label={t('review.choose', { name: one.name, code: one.indicator })}
                checked={chosen.has(keyOf(one))}
                onChange={() => toggle(keyOf(one))}
              />
              <RowButton row={one} isOpen={one === row} onOpen={() => setOpened(keyOf(one))} />
            </li>
          ))}
        </ul>
      </div>
      <Opened key={keyOf(row)} row={row} round={data.round} />
    </div>
  );
}

function RowButton(props: { row: QueueRow; isOpen: boolean; onOpen: () => void }) {
  const { t, of } = useText();
  const { row } = props;
  return (
    <button type="button" onClick={props.onOpen} aria-current={props.isOpen}>
      <span>
        <Mark
          kind={
            row.verdict === 'met' ? 'claimedMet' : row.verdict === 'notMet' ? 'claimedNotMet' : row.verdict
          }
          size={16}
        />{' '}
        <strong>
          <Data>{row.name}</Data>
        </strong>{' '}
        <span className="small secondary">{t(`review.kindOne.${row.kind}`)}</span>
      </span>
      <span className="small">
        <Law>
          {row.indicator} {of(row.indicatorName)}
        </Law>
      </span>
      <span className="small secondary">
        <FigureText figure={row.value} />
      </span>
    </button>
  );
}

/** Confirms what was chosen, unit by unit; what changed since it was shown is told and stays. */
function ConfirmMany(props: { rows: readonly QueueRow[]; round: string; onDone: () => void }) {
  const { t } = useText();
  const step = useStep();
  const { rows, round } = props;
  if (rows.length === 0) return null;
  const send = async () => {
    for (const named of new Set(rows.map((row) => row.named))) {
      const page = await fetchAssessment(named, round, new AbortController().signal);
      const items = rows
        .filter((row) => row.named === named)
        .map(({ indicator }) => ({
          decision: 'confirm' as const,
          indicator,
          seen: page.seq,
          document: null,
        }));
      await review({ unit: named, round }, items);
    }
    props.onDone();
  };
  return (
    <div className="queue-buttons">
      <button
        type="button"
        className="button button-filled"
        disabled={step.isPending}
        onClick={() => step.mutate(send)}
      >
        {t('review.confirmMany', { n: rows.length })}
      </button>
      <FormProblem error={step.error} />
    </div>
  );
}

function Late({ data }: { data: QueueReply }) {
  const entering = data.late.filter(({ stage }) => stage === 'entering');
  if (entering.length === 0) return null;
  return (
    <p className="secondary">
      <Say
        k="review.late"
        values={{ n: entering.length, names: <Data>{entering.map(({ name }) => name).join(', ')}</Data> }}
      />
    </p>
  );
}
