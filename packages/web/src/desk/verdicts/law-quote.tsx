// The law in its own voice: serif, in quotation marks only where the words were checked; then document, column, overlay.
import type { IndicatorExplained } from '@vungbuoc/programme/verdicts';
import { useText } from '../../text/language.tsx';
import { Data, Law, Say } from '../../text/say.tsx';

export function LawQuote(props: { indicator: IndicatorExplained }) {
  const { indicator } = props;
  const { t, of, language } = useText();
  const { standardText, column, citation } = indicator;
  const quoted = indicator.quoted && language !== 'en';
  const cited = of(citation);
  const columnToSay = column && !cited.includes(of(column)) ? of(column) : null;
  return (
    <div className="law-quote">
      <p>
        <span className="law" data-law="">
          {quoted ? `“${of(indicator.name)}”` : of(indicator.name)}
        </span>{' '}
        {standardText && /\d/.test(of(standardText)) ? (
          <Say k="panel.standard" values={{ standard: <span data-engine="">{of(standardText)}</span> }} />
        ) : null}
      </p>
      {indicator.quoted ? null : <p className="doubt small">{t('panel.unquoted')}</p>}
      <p className="small secondary">
        <Law>{cited}</Law>
        {columnToSay === null ? null : (
          <>
            {' '}
            <Say k="panel.column" values={{ column: <Data>{columnToSay}</Data> }} />
          </>
        )}
      </p>
      {indicator.lawChecked ? null : <p className="doubt small">{t('panel.unchecked')}</p>}
      <Overlay indicator={indicator} />
      {indicator.office ? (
        <p className="small secondary">
          <Say k="panel.office" values={{ office: <Data>{of(indicator.office)}</Data> }} />
        </p>
      ) : null}
    </div>
  );
}

function Overlay(props: { indicator: IndicatorExplained }) {
  const { overlay } = props.indicator;
  const { of } = useText();
  if (overlay === null) return null;
  const named = <Data>{of(overlay.title)}</Data>;
  return (
    <p className={`small ${overlay.illustrative ? 'doubt' : 'secondary'}`}>
      <Say k={overlay.illustrative ? 'panel.overlaySample' : 'panel.overlay'} values={{ overlay: named }} />
    </p>
  );
}
