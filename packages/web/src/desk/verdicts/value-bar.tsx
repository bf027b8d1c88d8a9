// The figure, large, and where it stands against the standard: a bar with a tick.
import type { IndicatorExplained } from '@vungbuoc/programme/verdicts';
import { useText } from '../../text/language.tsx';

export function ValueBar(props: { indicator: IndicatorExplained }) {
  const { indicator } = props;
  const { t, of } = useText();
  if (indicator.valueText === null) return <p className="value-none">{t('panel.noFigure')}</p>;
  return (
    <div className="value">
      <div>
        <p className={/\d/.test(indicator.valueText.vi) ? 'value-figure' : 'value-word'}>
          <span data-engine="">{of(indicator.valueText)}</span>
        </p>
        {indicator.countsText ? (
          <p className="secondary">
            <span data-engine="">{of(indicator.countsText)}</span>
          </p>
        ) : null}
      </div>
      <Bar indicator={indicator} />
    </div>
  );
}

function Bar(props: { indicator: IndicatorExplained }) {
  const { bar, standardText, valueText, verdict, confirmed } = props.indicator;
  const { t, of, figure } = useText();
  if (bar === null || bar.to <= bar.from) return null;
  const at = (value: number): string =>
    `${(100 * Math.max(0, Math.min(bar.to - bar.from, value - bar.from))) / (bar.to - bar.from)}%`;
  const standard = standardText ? of(standardText) : figure(bar.standard);
  return (
    <div
      className="value-bar"
      role="img"
      aria-label={t('panel.barName', { value: valueText ? of(valueText) : '', standard })}
    >
      {/* moved left by the same share of its own width: at the end of the bar it stays inside the panel */}
      <span
        className="value-standard"
        style={{ left: at(bar.standard), translate: `-${at(bar.standard)} 0` }}
      >
        {t('panel.standard', { standard })}
      </span>
      <span className="value-track">
        <span
          className={`value-filled value-${verdict}${confirmed ? '' : ' is-claimed'}`}
          style={{ width: at(bar.value) }}
        />
        <span className="value-tick" style={{ left: at(bar.standard) }} />
      </span>
      <span className="value-ends">
        <span>{figure(bar.from)}</span>
        <span>{figure(bar.to)}</span>
      </span>
    </div>
  );
}
