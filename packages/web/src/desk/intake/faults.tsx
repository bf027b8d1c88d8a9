// What could not be taken from the sheet, each with its place and what to do.
import type { Fault } from '@vungbuoc/programme/intake';
import { useText } from '../../text/language.tsx';

export function Faults(props: { faults: readonly Fault[] }) {
  const { faults } = props;
  const { t, of } = useText();
  if (faults.length === 0) return null;
  return (
    <section className="intake-faults" aria-labelledby="intake-faults">
      <h2 id="intake-faults">{t('intake.faults', { n: faults.length })}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.sheet} ${fault.cell} ${fault.vi}`} data-engine="">
            {of(fault)}
          </li>
        ))}
      </ul>
    </section>
  );
}
