// The indicators of a criterion, what holds it first and in full, the others in one line that opens.
import type { CriterionExplained, IndicatorExplained } from '@vungbuoc/programme/verdicts';
import { Mark, type MarkKind } from '../../parts/mark.tsx';
import { useText } from '../../text/language.tsx';
import { Law } from '../../text/say.tsx';
import { Gap } from './gap.tsx';
import { LawQuote } from './law-quote.tsx';
import { RecordedFigures } from './recorded-figures.tsx';
import { ValueBar } from './value-bar.tsx';

const WEIGHT = { notMet: 0, unknown: 1, met: 2, notApplicable: 3 } as const;

export function Indicators(props: { explained: CriterionExplained }) {
  const ordered = [...props.explained.indicators].sort((a, b) => WEIGHT[a.verdict] - WEIGHT[b.verdict]);
  const [first, ...others] = ordered;
  const { t } = useText();
  if (first === undefined) return null;
  return (
    <>
      <FirstIndicator indicator={first} />
      {others.length === 0 ? null : (
        <section aria-label={t('panel.others')}>
          {others.map((indicator) => (
            <OtherIndicator key={indicator.code} indicator={indicator} />
          ))}
        </section>
      )}
    </>
  );
}

/** Filled where a person confirmed the figure, outlined where the commune only claims it. */
export function indicatorMark(indicator: Pick<IndicatorExplained, 'verdict' | 'confirmed'>): MarkKind {
  const { verdict, confirmed } = indicator;
  if (verdict === 'met') return confirmed ? 'met' : 'claimedMet';
  if (verdict === 'notMet') return confirmed ? 'notMet' : 'claimedNotMet';
  return verdict;
}

function FirstIndicator(props: { indicator: IndicatorExplained }) {
  const { indicator } = props;
  const { of } = useText();
  return (
    <section className={`indicator-first verdict-${indicator.verdict}`}>
      <h3>
        <Mark kind={indicatorMark(indicator)} size={18} />
        <Law>
          {indicator.code} {of(indicator.name)}
        </Law>
      </h3>
      <Body indicator={indicator} />
    </section>
  );
}

function OtherIndicator(props: { indicator: IndicatorExplained }) {
  const { indicator } = props;
  const { t, of } = useText();
  return (
    <details className="indicator-other">
      <summary>
        <Mark kind={indicatorMark(indicator)} size={18} />
        <Law>
          {indicator.code} {of(indicator.name)}
        </Law>
        <span className="indicator-short secondary">
          {indicator.valueText ? (
            <span data-engine="">{of(indicator.valueText)}</span>
          ) : (
            t(`verdict.${indicator.verdict}`)
          )}
        </span>
      </summary>
      <Body indicator={indicator} />
    </details>
  );
}

function Body(props: { indicator: IndicatorExplained }) {
  const { indicator } = props;
  const { t } = useText();
  return (
    <>
      <ValueBar indicator={indicator} />
      <Gap indicator={indicator} />
      {indicator.confirmed || indicator.valueText === null ? null : (
        <p className="small secondary">{t('panel.unconfirmed')}</p>
      )}
      <LawQuote indicator={indicator} />
      <RecordedFigures indicator={indicator} />
    </>
  );
}
