// What a reviewer should look at once more, why it was raised, and setting it aside with a reason. Never a verdict.
import { useQuery } from '@tanstack/react-query';
import type { AssessedIndicator, AssessmentPage } from '@vungbuoc/programme/assessments';
import type { SignalShown } from '@vungbuoc/programme/signals';
import { useState } from 'react';
import { dismissSignal, fetchSignals } from '../../data/evidence.ts';
import { useText } from '../../text/language.tsx';
import { useStep } from '../assessments/stage-steps.tsx';
import { FormProblem } from '../frame/form-problem.tsx';
import { Line } from '../people/line.tsx';
import './evidence.css';

export function SignalsPart({ page, indicator }: { page: AssessmentPage; indicator: AssessedIndicator }) {
  const place = { unit: page.unit.named, round: page.round };
  const asked = useQuery({
    queryKey: ['signals', place.unit, place.round],
    queryFn: ({ signal }) => fetchSignals(place, signal),
    enabled: page.may.review,
  });
  const codes = [indicator.explained.code, ...indicator.explained.figures.map(({ code }) => code)];
  const own =
    asked.data?.signals.filter(({ code, dismissed }) => dismissed === null && codes.includes(code)) ?? [];
  return own.map((signal) => <Raised key={signal.signal} place={place} signal={signal} />);
}

function Raised({ place, signal }: { place: { unit: string; round: string }; signal: SignalShown }) {
  const { t, of } = useText();
  const [reason, setReason] = useState('');
  const [open, setOpen] = useState(false);
  const step = useStep();
  return (
    <div className="signal">
      <p>
        <strong>{t('evidence.look')}</strong> <span data-engine="">{of(signal.why)}</span>
      </p>
      <button type="button" className="button-link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('evidence.dismiss')}
      </button>
      {open ? (
        <div className="signal-dismiss">
          <Line label={t('evidence.dismissWhy')} value={reason} onChange={setReason} />
          <button
            type="button"
            className="button"
            disabled={reason.trim().length < 3 || step.isPending}
            onClick={() => step.mutate(() => dismissSignal(place, signal.signal, signal.code, reason.trim()))}
          >
            {t('evidence.dismissSend')}
          </button>
          <FormProblem error={step.error} />
        </div>
      ) : null}
    </div>
  );
}
