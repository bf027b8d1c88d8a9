// The figure that is looked at: value, the round before, law and reason, the conversation; confirm, return, or judge.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import {
  type AssessedIndicator,
  type AssessmentPage,
  type QueueRow,
  RETURN_REASONS,
  type ReturnReason,
  type ReviewItem,
} from '@vungbuoc/programme/assessments';
import { type FormEvent, useState } from 'react';
import { fetchAssessment, review } from '../../data/assessments.ts';
import { DateField } from '../../parts/date-field.tsx';
import { day, readDay } from '../../text/figures.ts';
import { useText } from '../../text/language.tsx';
import { Data, Law } from '../../text/say.tsx';
import { ReviewLine } from '../assessments/indicator-card.tsx';
import { useStep } from '../assessments/stage-steps.tsx';
import { Talk } from '../assessments/talk.tsx';
import { EvidencePart } from '../evidence/evidence-part.tsx';
import { SignalsPart } from '../evidence/signals-part.tsx';
import { FormProblem } from '../frame/form-problem.tsx';
import { Unanswered } from '../frame/waiting.tsx';
import { Line } from '../people/line.tsx';
import { Gap } from '../verdicts/gap.tsx';
import { LawQuote } from '../verdicts/law-quote.tsx';
import { RecordedFigures } from '../verdicts/recorded-figures.tsx';
import { ValueBar } from '../verdicts/value-bar.tsx';
import '../sign-in/sign-in.css';
import '../verdicts/panel.css';

export function Opened({ row, round }: { row: QueueRow; round: string }) {
  const { t, of } = useText();
  const asked = useQuery({
    queryKey: ['assessment', row.named, round],
    queryFn: ({ signal }) => fetchAssessment(row.named, round, signal),
  });
  const indicator = asked.data?.indicators.find(({ explained }) => explained.code === row.indicator);
  return (
    <section aria-label={t('review.opened')}>
      <h2 className="queue-unit">
        <Link to="/desk/assessments/$code" params={{ code: row.named }} search={{ round }}>
          <Data>{row.name}</Data>
        </Link>
      </h2>
      {asked.data && indicator ? (
        <>
          <h3>
            <Law>
              {indicator.explained.code} {of(indicator.explained.name)}
            </Law>
          </h3>
          <ValueBar indicator={indicator.explained} />
          {indicator.before ? (
            <p className="secondary">
              {t('assessment.before')} <span data-engine="">{of(indicator.before)}</span>
            </p>
          ) : null}
          <Gap indicator={indicator.explained} />
          <ReviewLine indicator={indicator} />
          <SignalsPart page={asked.data} indicator={indicator} />
          <EvidencePart page={asked.data} indicator={indicator} />
          <Deciding page={asked.data} indicator={indicator} />
          <LawQuote indicator={indicator.explained} />
          <RecordedFigures indicator={indicator.explained} />
          <Talk page={asked.data} indicator={indicator} />
        </>
      ) : null}
      <Unanswered asked={asked} rows={5} />
    </section>
  );
}

type Doing = 'return' | 'judge' | null;

function Deciding({ page, indicator }: { page: AssessmentPage; indicator: AssessedIndicator }) {
  const { t } = useText();
  const [doing, setDoing] = useState<Doing>(null);
  const step = useStep();
  if (!page.may.review) return null;
  const about = { indicator: indicator.explained.code, seen: page.seq };
  const place = { unit: page.unit.named, round: page.round };
  const send = (item: ReviewItem) => step.mutate(() => review(place, [item]));
  return (
    <>
      <p className="queue-buttons">
        <button
          type="button"
          className="button button-filled"
          disabled={step.isPending}
          onClick={() => send({ decision: 'confirm', ...about, document: null })}
        >
          {t('review.confirm')}
        </button>
        <button
          type="button"
          className="button"
          aria-expanded={doing === 'return'}
          onClick={() => setDoing(doing === 'return' ? null : 'return')}
        >
          {t('review.return')}
        </button>
        <button
          type="button"
          className="button"
          aria-expanded={doing === 'judge'}
          onClick={() => setDoing(doing === 'judge' ? null : 'judge')}
        >
          {t('review.judge')}
        </button>
      </p>
      {doing === 'return' ? (
        <ReturnForm
          working={step.isPending}
          onSend={(reason, words, answerUntil) =>
            send({ decision: 'return', ...about, reason, words, answerUntil })
          }
        />
      ) : null}
      {doing === 'judge' ? (
        <JudgeForm
          working={step.isPending}
          onSend={(words) => send({ decision: 'judge', ...about, verdict: 'coBanDat', words })}
        />
      ) : null}
      <FormProblem error={step.error} />
    </>
  );
}

function ReturnForm(props: {
  working: boolean;
  onSend: (reason: ReturnReason, words: string | null, answerUntil: string | null) => void;
}) {
  const { t, language } = useText();
  const [reason, setReason] = useState<ReturnReason>();
  const [words, setWords] = useState('');
  const [until, setUntil] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (reason) props.onSend(reason, words.trim() === '' ? null : words.trim(), until === '' ? null : until);
  };
  return (
    <form className="return-form sign-in-form" onSubmit={send}>
      <fieldset>
        <legend>
          <strong>{t('review.why')}</strong>
        </legend>
        {RETURN_REASONS.map((one) => (
          <label key={one} className="sign-in-check">
            <input type="radio" name="reason" checked={reason === one} onChange={() => setReason(one)} />
            {t(`review.reason.${one}`)}
          </label>
        ))}
      </fieldset>
      <Line label={t('review.words')} value={words} onChange={setWords} />
      <DateField
        label={t('review.answerUntil')}
        hint={t('board.asOfHint')}
        wrong={t('board.asOfWrong')}
        value={until}
        write={(date) => (date === '' ? '' : day(date, language))}
        read={(typed) => (typed.trim() === '' ? '' : readDay(typed))}
        onChange={setUntil}
      />
      <button type="submit" className="button button-filled" disabled={reason === undefined || props.working}>
        {t('review.sendReturn')}
      </button>
    </form>
  );
}

function JudgeForm(props: { working: boolean; onSend: (words: string) => void }) {
  const { t } = useText();
  const [words, setWords] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    props.onSend(words.trim());
  };
  return (
    <form className="return-form sign-in-form" onSubmit={send}>
      <Line label={t('review.judgeWhy')} value={words} onChange={setWords} />
      <button type="submit" className="button button-filled" disabled={words.trim() === '' || props.working}>
        {t('review.sendJudge')}
      </button>
    </form>
  );
}
