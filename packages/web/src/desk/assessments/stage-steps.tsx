// Where the assessment stands, and the one next step of whoever looks: hand in, approve, give back.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AssessmentPage, Stage } from '@vungbuoc/programme/assessments';
import { useState } from 'react';
import { approve, giveBack, submit } from '../../data/assessments.ts';
import { useText } from '../../text/language.tsx';
import { FormProblem } from '../frame/form-problem.tsx';
import { useHolds } from '../frame/use-me.ts';
import { Line } from '../people/line.tsx';
import '../sign-in/sign-in.css';

const STEPS: readonly Stage[] = ['entering', 'submitted', 'approved'];

export function StageSteps({ page }: { page: AssessmentPage }) {
  const { t } = useText();
  const at = STEPS.indexOf(page.stage);
  return (
    <section className="stage" aria-label={t('assessment.steps')}>
      <ol className="stage-steps">
        {STEPS.map((stage, index) => (
          <li
            key={stage}
            className={index < at ? 'stage-done' : index === at ? 'stage-now' : 'stage-later'}
            aria-current={index === at ? 'step' : undefined}
          >
            {t(`assessment.stage.${stage}`)}
          </li>
        ))}
      </ol>
      {page.words === null ? null : (
        <p className="stage-words">
          <strong>{t('assessment.givenBack')}</strong> <span data-data="">{page.words}</span>
        </p>
      )}
      <NextStep page={page} />
    </section>
  );
}

function NextStep({ page }: { page: AssessmentPage }) {
  const { t } = useText();
  const handsIn = useHolds('communeOfficial');
  const place = { unit: page.unit.named, round: page.round };
  const step = useStep();
  const canSubmit = handsIn && (page.stage === 'entering' || page.returned > 0);
  if (canSubmit) {
    const key = page.stage === 'entering' ? 'assessment.submit' : 'assessment.sendAgain';
    return (
      <div className="stage-next">
        <button
          type="button"
          className="button button-filled"
          disabled={step.isPending}
          onClick={() => step.mutate(() => submit(place, []))}
        >
          {t(key)}
        </button>
        {page.missing > 0 ? (
          <p className="doubt">{t('assessment.stillMissing', { n: page.missing })}</p>
        ) : null}
        <FormProblem error={step.error} />
      </div>
    );
  }
  if (page.may.approve && page.stage === 'submitted') return <Approval place={place} />;
  return null;
}

function Approval({ place }: { place: { unit: string; round: string } }) {
  const { t } = useText();
  const [document, setDocument] = useState('');
  const [words, setWords] = useState('');
  const step = useStep();
  const orNull = document.trim() === '' ? null : document.trim();
  return (
    <div className="stage-next sign-in-form">
      <Line
        label={t('assessment.document')}
        note={t('assessment.documentNote')}
        value={document}
        onChange={setDocument}
      />
      <button
        type="button"
        className="button button-filled"
        disabled={step.isPending}
        onClick={() => step.mutate(() => approve(place, orNull))}
      >
        {t('assessment.approve')}
      </button>
      <Line label={t('assessment.backWords')} value={words} onChange={setWords} />
      <button
        type="button"
        className="button"
        disabled={words.trim() === '' || step.isPending}
        onClick={() => step.mutate(() => giveBack(place, words.trim()))}
      >
        {t('assessment.giveBack')}
      </button>
      <FormProblem error={step.error} />
    </div>
  );
}

/** A step of the path; afterwards everything about the round is asked anew. */
export function useStep() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (step: () => Promise<unknown>) => step(),
    onSuccess: () => queries.invalidateQueries(),
  });
}
