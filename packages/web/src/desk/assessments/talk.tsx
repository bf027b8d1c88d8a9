// What the two sides said about an indicator, and one line to say something.
import type { AssessedIndicator, AssessmentPage } from '@vungbuoc/programme/assessments';
import { type FormEvent, useState } from 'react';
import { sayMessage } from '../../data/assessments.ts';
import { useText } from '../../text/language.tsx';
import { Data } from '../../text/say.tsx';
import { FormProblem } from '../frame/form-problem.tsx';
import { useHolds } from '../frame/use-me.ts';
import { clock } from '../frame/waiting.tsx';
import { Line } from '../people/line.tsx';
import { useStep } from './stage-steps.tsx';

export function Talk({ page, indicator }: { page: AssessmentPage; indicator: AssessedIndicator }) {
  const { t, day } = useText();
  const [words, setWords] = useState('');
  const talks = useHolds('communeOfficial', 'reviewer', 'coordination');
  const step = useStep();
  const place = { unit: page.unit.named, round: page.round };
  const send = (event: FormEvent) => {
    event.preventDefault();
    step.mutate(async () => {
      await sayMessage(place, indicator.explained.code, words.trim());
      setWords('');
    });
  };
  return (
    <section className="talk" aria-label={t('assessment.talk')}>
      <ul>
        {indicator.messages.map((message) => (
          <li key={message.seq}>
            <Data>
              <strong>{message.name}</strong>
              <span className="small secondary">
                {' '}
                {message.office}, {clock(Date.parse(message.at))}, {day(message.at.slice(0, 10))}
              </span>
              <span className="talk-words">{message.words}</span>
            </Data>
          </li>
        ))}
      </ul>
      {talks ? (
        <form className="talk-form" onSubmit={send}>
          <Line label={t('assessment.say')} value={words} onChange={setWords} />
          <button type="submit" className="button" disabled={words.trim() === '' || step.isPending}>
            {t('assessment.send')}
          </button>
          <FormProblem error={step.error} />
        </form>
      ) : null}
    </section>
  );
}
