// A figure as it was given: 118/402 hộ, 40 triệu đồng, or why there is none.
import type { FigureShown } from '@vungbuoc/programme/assessments';
import { useText } from '../../text/language.tsx';
import { Data } from '../../text/say.tsx';

export function FigureText(props: { figure: FigureShown | null }) {
  const { t, figure: written } = useText();
  const { figure } = props;
  if (figure === null) return t('assessment.noFigure');
  if (!figure.applicable) return t('assessment.notApplicable');
  const parts = [figure.numerator, figure.denominator].flatMap((text) =>
    text === null ? [] : [written(text)],
  );
  return (
    <Data>
      {parts.join('/')} {figure.unit ?? ''}
    </Data>
  );
}
