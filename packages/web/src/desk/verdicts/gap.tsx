// What is missing, in people's units: the largest sentence after the figure. Where nothing is missing, why it is so.
import type { IndicatorExplained } from '@vungbuoc/programme/verdicts';
import { useText } from '../../text/language.tsx';

export function Gap(props: { indicator: IndicatorExplained }) {
  const { gap, reason, verdict } = props.indicator;
  const { of } = useText();
  return (
    <div className={`gap gap-${verdict}`} data-engine="">
      {gap ? <p className="gap-sentence">{of(gap)}</p> : null}
      <p className={gap ? 'small' : 'gap-reason'}>{of(reason)}</p>
    </div>
  );
}
