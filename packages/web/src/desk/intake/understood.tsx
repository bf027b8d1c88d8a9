// How the sheet is understood, decision by decision; every one of them can be chosen again.
import type { BoardReply } from '@vungbuoc/programme/board';
import type { Mapping, Preview } from '@vungbuoc/programme/intake';
import { useText } from '../../text/language.tsx';
import { Data, Say } from '../../text/say.tsx';
import { type Choice, useChoices } from './choices.ts';

type Props = {
  mapping: Mapping;
  preview: Preview | null;
  board: BoardReply;
  onAnswer: (id: string, value: string) => void;
};

const SECTIONS = [
  { prefix: 'column:', title: 'intake.columns' },
  { prefix: 'mark:', title: 'intake.marks' },
  { prefix: 'unit:', title: 'intake.lines' },
] as const;

export function Understood(props: Props) {
  const { mapping, preview } = props;
  const { t } = useText();
  const turned = mapping.orientation === 'across';
  return (
    <details className="intake-understood">
      <summary>{t('intake.understood')}</summary>
      <p className="secondary">{t('intake.correct')}</p>
      {SECTIONS.map(({ prefix, title }) => {
        const ids = Object.keys(mapping.decisions).filter(
          (id) => id.startsWith(prefix) && mapping.decisions[id]?.value,
        );
        if (ids.length === 0) return null;
        return (
          <section key={prefix}>
            <h3>{t(turned ? turnedTitles[title] : title)}</h3>
            {ids.map((id) => (
              <DecisionLine key={id} {...props} id={id} prefix={prefix} />
            ))}
          </section>
        );
      })}
      {preview && preview.linesLeft.length > 0 ? <LinesLeft preview={preview} turned={turned} /> : null}
    </details>
  );
}

/** With communes across, the sheet's lines are the criteria and its columns the communes. */
const turnedTitles = {
  'intake.columns': 'intake.lines',
  'intake.lines': 'intake.columns',
  'intake.marks': 'intake.marks',
} as const;

type Prefix = (typeof SECTIONS)[number]['prefix'];

function DecisionLine(props: Props & { id: string; prefix: Prefix }) {
  const { id, prefix, mapping, onAnswer } = props;
  const { t } = useText();
  const choices = useChoices(prefix, props.board);
  const decision = mapping.decisions[id];
  const value = decision?.value ?? '';
  const name = id.slice(prefix.length);
  const known = choices.some((choice) => choice.value === value);
  const shown: readonly Choice[] = known ? choices : [{ value, words: value }, ...choices];
  return (
    <label className="intake-decision">
      <span>
        <DecisionName prefix={prefix} name={name} turned={mapping.orientation === 'across'} />
        {decision?.about && prefix === 'column:' ? (
          <span className="secondary small">
            {' '}
            <Data>{decision.about}</Data>
          </span>
        ) : null}
        {decision?.by === 'person' ? (
          <span className="small secondary"> · {t('intake.byPerson')}</span>
        ) : null}
        {decision?.by === 'remembered' ? (
          <span className="small secondary"> · {t('intake.byRemembered')}</span>
        ) : null}
      </span>
      <select className="field" value={value} onChange={(event) => onAnswer(id, event.target.value)}>
        {shown.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.words}
          </option>
        ))}
      </select>
    </label>
  );
}

function DecisionName(props: { prefix: Prefix; name: string; turned: boolean }) {
  const name = <Data>{props.name}</Data>;
  if (props.prefix === 'column:')
    return <Say k={props.turned ? 'intake.line' : 'intake.column'} values={{ name }} />;
  return props.prefix === 'mark:' ? <Say k="intake.mark" values={{ name }} /> : name;
}

function LinesLeft(props: { preview: Preview; turned: boolean }) {
  const { linesLeft } = props.preview;
  const { t } = useText();
  return (
    <section>
      <h3>{t('intake.linesLeft', { n: linesLeft.length })}</h3>
      <ul className="small secondary">
        {linesLeft.slice(0, 40).map(({ line, text }) => (
          <li key={line}>
            <Say k={props.turned ? 'intake.column' : 'intake.line'} values={{ name: line }} />:{' '}
            <Data>{text}</Data>
          </li>
        ))}
      </ul>
    </section>
  );
}
