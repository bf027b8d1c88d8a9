// Says on every screen and paper that the figures are illustrative.
import { useText } from '../../text/language.tsx';

export function SampleBadge() {
  const { t } = useText();
  return (
    <span className="sample-badge" title={t('frame.sampleWhy')}>
      {t('frame.sample')}
    </span>
  );
}
