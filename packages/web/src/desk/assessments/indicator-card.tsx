// One indicator: what the law asks, what the commune has, what is missing, what the office says; open it to enter or to talk.
import type { AssessedIndicator, AssessmentPage } from '@vungbuoc/programme/assessments';
import { Mark } from '../../parts/mark.tsx';
import { useText } from '../../text/language.tsx';
import { Data, Law } from '../../text/say.tsx';
import { EvidencePart } from '../evidence/evidence-part.tsx';
import { indicatorMark } from '../verdicts/indicators.tsx';
import { LawQuote } from '../verdicts/law-quote.tsx';
import { FigureForm } from './figure-form.tsx';
import { Talk } from './talk.tsx';

export function IndicatorCard(props: { page: AssessmentPage; indicator: AssessedIndicator; open?: boolean }) {
  const { page, indicator } = props;
  const { t, of } = useText();
  const { explained, before } = indicator;
  return (
    <details className={`indicator-card review-${indicator.review?.state ?? 'none'}`} open={props.open}>
      <summary>
        <Mark kind={indicatorMark(explained)} size={18} />
        <span className="indicator-card-name">
          <Law>
            {explained.code} {of(explained.name)}
          </Law>
          <span className="small secondary indicator-card-now">
            {explained.valueText ? (
              <span data-engine="">{of(explained.valueText)}</span>
            ) : (
              t('assessment.noFigure')
            )}
            {before ? (
              <>
                {' '}
                {t('assessment.before')} <span data-engine="">{of(before)}</span>
              </>
            ) : null}
          </span>
          {explained.gap ? (
            <strong className="indicator-card-gap" data-engine="">
              {of(explained.gap)}
            </strong>
          ) : null}
          <ReviewLine indicator={indicator} />
        </span>
      </summary>
      <div className="indicator-card-body">
        <LawQuote indicator={explained} />
        {indicator.supplier ? (
          <p className="small secondary">
            {t('assessment.supplier')}: <Data>{of(indicator.supplier)}</Data>
          </p>
        ) : null}
        {page.may.write && !indicator.locked ? <FigureForm page={page} indicator={indicator} /> : null}
        {page.may.write && indicator.locked ? <p className="secondary">{t('assessment.locked')}</p> : null}
        <EvidencePart page={page} indicator={indicator} />
        <Talk page={page} indicator={indicator} />
      </div>
    </details>
  );
}

export function ReviewLine({ indicator }: { indicator: AssessedIndicator }) {
  const { t, day } = useText();
  const { review } = indicator;
  if (review === null) return null;
  return (
    <span className="review-line">
      <strong>
        {review.verdict === null
          ? t(`review.state.${review.state}`)
          : t('review.judgedAs', { verdict: t(`review.verdict.${review.verdict}`) })}
      </strong>
      {review.changedSince ? <span className="doubt"> {t('review.changedSince')}</span> : null}
      {review.reason === null ? null : <span> {t(`review.reason.${review.reason}`)}.</span>}
      {review.words === null ? null : <span data-data=""> {review.words}</span>}
      {review.answerUntil === null ? null : (
        <span> {t('review.until', { date: day(review.answerUntil) })}</span>
      )}
      {review.answer === null ? null : (
        <span>
          {' '}
          {t('review.answer')}: <span data-data="">{review.answer}</span>
        </span>
      )}
    </span>
  );
}
