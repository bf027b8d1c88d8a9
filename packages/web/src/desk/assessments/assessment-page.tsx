// The screen at /desk/assessments/{unit}: what the commune enters and hands in, and what offices say of it.
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import type { AssessedIndicator, AssessmentPage } from '@vungbuoc/programme/assessments';
import { useState } from 'react';
import { fetchAssessment } from '../../data/assessments.ts';
import { Segment } from '../../parts/segment.tsx';
import { useText } from '../../text/language.tsx';
import { Data, Law, Say } from '../../text/say.tsx';
import { SampleBadge } from '../frame/sample-badge.tsx';
import { Unanswered } from '../frame/waiting.tsx';
import { IndicatorCard } from './indicator-card.tsx';
import { StageSteps } from './stage-steps.tsx';
import './assessments.css';

type Order = 'missing' | 'law';

export function AssessmentScreen() {
  const { code } = useParams({ from: '/framed/desk/assessments/$code' });
  const { round } = useSearch({ from: '/framed/desk/assessments/$code' });
  const asked = useQuery({
    queryKey: ['assessment', code, round],
    queryFn: ({ signal }) => fetchAssessment(code, round, signal),
  });
  return (
    <main id="main" className="screen assessment">
      {asked.data ? <Assessment page={asked.data} /> : null}
      <Unanswered asked={asked} rows={10} />
    </main>
  );
}

function Assessment({ page }: { page: AssessmentPage }) {
  const { t, of } = useText();
  const [order, setOrder] = useState<Order>('missing');
  const ordered =
    order === 'law' ? page.indicators : [...page.indicators].sort((a, b) => easeOf(a) - easeOf(b));
  const title = t('assessment.title', { name: page.unit.name });
  return (
    <>
      <title>{title}</title>
      <h1>
        <Data>{page.unit.name}</Data>
      </h1>
      <p className="secondary">
        <Data>{of(page.roundName)}</Data> {page.sample ? <SampleBadge /> : null}
      </p>
      <p className="assessment-lead">
        <Say
          k="assessment.lead"
          values={{ all: page.indicators.length, missing: page.missing, returned: page.returned }}
        />
      </p>
      <StageSteps page={page} />
      <Segment
        label={t('assessment.order')}
        value={order}
        options={[
          { value: 'missing', label: t('assessment.byNeed') },
          { value: 'law', label: t('assessment.byLaw') },
        ]}
        onChange={setOrder}
      />
      <ul className="assessment-list">
        {ordered.map((indicator) => (
          <li key={indicator.explained.code}>
            {order === 'law' && isFirst(page, indicator) ? (
              <h2>
                <Law>
                  {indicator.criterion.code}. {of(indicator.criterion.name)}
                </Law>
              </h2>
            ) : null}
            <IndicatorCard page={page} indicator={indicator} />
          </li>
        ))}
      </ul>
    </>
  );
}

function isFirst(page: AssessmentPage, indicator: AssessedIndicator): boolean {
  return page.indicators.find((one) => one.criterion.code === indicator.criterion.code) === indicator;
}

/** What was returned first, then what has no figure, then what does not meet the standard. */
function easeOf({ review, explained }: AssessedIndicator): number {
  if (review?.state === 'returned') return 0;
  if (explained.figures.every(({ current }) => current === null)) return 1;
  return { notMet: 2, unknown: 3, met: 4, notApplicable: 5 }[explained.verdict];
}
