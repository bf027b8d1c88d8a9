// What is chosen when a programme is founded: year, place, its name, its towns, the law of the first round.
import type { PrepareProgrammeReply } from '@vungbuoc/programme/programmes';
import { type ReactNode, useId } from 'react';
import { type Text, useText } from '../../text/language.tsx';
import { placeText } from '../frame/place.tsx';

/** `name` null: not typed yet, so it follows the place. */
export type Choices = { home: string; name: string | null; withTowns: boolean; set: string };

type Props = {
  prepared: PrepareProgrammeReply;
  choices: Choices;
  onYear: (year: string) => void;
  onChange: (choices: Choices) => void;
};

type Place = PrepareProgrammeReply['places'][number];

export function BeginFields({ prepared, choices, onYear, onChange }: Props) {
  const { t } = useText();
  const years = prepared.years.map((year) => ({ value: String(year), label: String(year) }));
  return (
    <div className="begin-fields">
      <Choice label={t('begin.year')} value={String(prepared.year)} options={years} onChange={onYear} />
      {prepared.waiting ? null : <PlaceFields prepared={prepared} choices={choices} onChange={onChange} />}
      <SetField prepared={prepared} choices={choices} onChange={onChange} />
    </div>
  );
}

function PlaceFields({ prepared, choices, onChange }: Omit<Props, 'onYear'>) {
  const text = useText();
  const { t, day } = text;
  const name = useId();
  const place = prepared.places.find(({ unit }) => unit === choices.home);
  if (prepared.places.length === 0) return <p>{t('begin.noPlaces', { date: day(prepared.on) })}</p>;
  const options = prepared.places.map((one) => ({
    value: one.unit,
    label: placeLabel(one, text),
    data: true,
  }));
  const counted = place && place.communes + (choices.withTowns ? place.towns : 0);
  return (
    <>
      <Choice
        label={t('begin.place')}
        value={choices.home}
        options={[{ value: '', label: t('begin.choose') }, ...options]}
        onChange={(home) => onChange({ ...choices, home, name: null })}
        note={t('begin.morePlaces')}
      />
      {place ? (
        <>
          <div>
            <label htmlFor={name}>{t('begin.name')}</label>
            <input
              id={name}
              className="field"
              maxLength={200}
              value={choices.name ?? ''}
              onChange={(event) => onChange({ ...choices, name: event.target.value })}
            />
          </div>
          {place.towns > 0 ? (
            <label className="begin-towns">
              <input
                type="checkbox"
                checked={choices.withTowns}
                onChange={(event) => onChange({ ...choices, withTowns: event.target.checked })}
              />
              {t('begin.towns', { n: place.towns })}
            </label>
          ) : null}
          <p className="small secondary">
            {t('begin.count', { n: counted ?? 0, date: day(`${prepared.year}-01-01`) })}
          </p>
        </>
      ) : null}
    </>
  );
}

function SetField({ prepared, choices, onChange }: Omit<Props, 'onYear'>) {
  const { t, of } = useText();
  const sets = prepared.sets.map(({ id, title, proposed }) => ({
    value: id,
    label: proposed ? t('begin.setProposed', { set: of(title) }) : of(title),
    data: true,
  }));
  const codes = prepared.round.criterionCodes;
  const bare = codes ? [{ value: '', label: t('begin.noSet', { n: codes.length }) }] : [];
  return (
    <Choice
      label={t('begin.set')}
      value={choices.set}
      options={[...bare, ...sets]}
      onChange={(set) => onChange({ ...choices, set })}
    />
  );
}

function placeLabel(place: Place, text: Text): string {
  const { communes, towns, parent } = place;
  const values = { place: placeText(place, text), communes, towns };
  return parent === null
    ? text.t('begin.placeOption', values)
    : text.t('begin.placeIn', { ...values, parent });
}

function Choice(props: {
  label: string;
  value: string;
  /** `data`: the label holds the name of a place or a set. */
  options: readonly { value: string; label: string; data?: boolean }[];
  onChange: (value: string) => void;
  note?: ReactNode;
}) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        className="field picker"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value} {...(option.data ? { 'data-data': '' } : {})}>
            {option.label}
          </option>
        ))}
      </select>
      {props.note ? <p className="small secondary">{props.note}</p> : null}
    </div>
  );
}
