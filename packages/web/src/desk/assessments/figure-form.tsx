// Entering the figures of one indicator: counts of a total, a number, or yes and no; not applicable only with a reason.
import type { AssessedIndicator, AssessmentPage } from '@vungbuoc/programme/assessments';
import type { ReadingEntry } from '@vungbuoc/programme/readings';
import { type FormEvent, useId, useState } from 'react';
import { plainNumber, saveFigures } from '../../data/assessments.ts';
import { today } from '../../data/today.ts';
import { useText } from '../../text/language.tsx';
import { Law } from '../../text/say.tsx';
import { FormProblem } from '../frame/form-problem.tsx';
import { Line } from '../people/line.tsx';
import { useStep } from './stage-steps.tsx';

type Figure = AssessedIndicator['explained']['figures'][number];
type Typed = { numerator: string; denominator: string; applicable: boolean; note: string };

export function FigureForm({ page, indicator }: { page: AssessmentPage; indicator: AssessedIndicator }) {
  const { t, figure: written, language } = useText();
  const { figures } = indicator.explained;
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>(() =>
    Object.fromEntries(figures.map((one) => [one.code, typedOf(one, written)])),
  );
  const step = useStep();
  const entries = figures.flatMap((one) => entryOf(one, typed[one.code], language) ?? []);
  const changed = figures.filter((one) => isChanged(one, typed[one.code], written));
  const wrong = changed.filter((one) => !entries.some(({ figure }) => figure === one.code));
  const place = { unit: page.unit.named, round: page.round };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const own = entries.filter(({ figure }) => changed.some(({ code }) => code === figure));
    step.mutate(() => saveFigures(place, own, page.seq, { knownOn: today(), source: null }));
  };
  const stillTrue = () => {
    const note = t('assessment.stillTrueNote', { date: today() });
    step.mutate(() => saveFigures(place, entries, page.seq, { knownOn: today(), source: note }));
  };
  return (
    <form className="sign-in-form figure-form" onSubmit={send}>
      {figures.map((one) => (
        <FigureFields
          key={one.code}
          figure={one}
          typed={typed[one.code] ?? typedOf(one, written)}
          onChange={(next) => setTyped({ ...typed, [one.code]: next })}
        />
      ))}
      {wrong.length > 0 ? <p className="warn">{t('assessment.notNumber')}</p> : null}
      <FormProblem error={step.error} />
      <p className="figure-buttons">
        <button
          type="submit"
          className="button button-filled"
          disabled={changed.length === 0 || wrong.length > 0 || step.isPending}
        >
          {t('assessment.save')}
        </button>
        {changed.length === 0 && entries.length > 0 && indicator.before ? (
          <button type="button" className="button" disabled={step.isPending} onClick={stillTrue}>
            {t('assessment.stillTrue')}
          </button>
        ) : null}
      </p>
    </form>
  );
}

function FigureFields(props: { figure: Figure; typed: Typed; onChange: (typed: Typed) => void }) {
  const { t, of } = useText();
  const { figure, typed, onChange } = props;
  const id = useId();
  const unit = figure.unit ?? '';
  const counted = figure.kind === 'share' || figure.kind === 'ratio';
  const isYesNo = figure.kind === 'judged' || figure.kind === 'document';
  return (
    <fieldset className="figure-fields">
      <legend>
        <Law>{of(figure.name)}</Law>
      </legend>
      {typed.applicable ? (
        isYesNo ? (
          <select
            aria-label={of(figure.name)}
            className="field picker"
            value={typed.numerator}
            onChange={(event) => onChange({ ...typed, numerator: event.target.value })}
          >
            <option value="">{t('assessment.choose')}</option>
            <option value="1">{t('assessment.yes')}</option>
            <option value="0">{t('assessment.no')}</option>
          </select>
        ) : (
          <div className="figure-counts">
            <NumberLine
              label={counted ? t('assessment.reached', { unit }) : t('assessment.value', { unit })}
              value={typed.numerator}
              onChange={(numerator) => onChange({ ...typed, numerator })}
            />
            {counted ? (
              <NumberLine
                label={t('assessment.total', { unit })}
                value={typed.denominator}
                onChange={(denominator) => onChange({ ...typed, denominator })}
              />
            ) : null}
          </div>
        )
      ) : (
        <Line
          label={t('assessment.why')}
          value={typed.note}
          onChange={(note) => onChange({ ...typed, note })}
        />
      )}
      <label className="sign-in-check" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={!typed.applicable}
          onChange={(event) => onChange({ ...typed, applicable: !event.target.checked })}
        />
        {t('assessment.notApplicable')}
      </label>
    </fieldset>
  );
}

function NumberLine(props: { label: string; value: string; onChange: (value: string) => void }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        className="field figure-number"
        inputMode="decimal"
        autoComplete="off"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  );
}

function typedOf({ current }: Figure, written: (value: string) => string): Typed {
  const shown = (text: string | null | undefined) => (text == null ? '' : written(text));
  return {
    numerator: shown(current?.numerator),
    denominator: shown(current?.denominator),
    applicable: current?.applicable ?? true,
    note: current?.note ?? '',
  };
}

function isChanged(figure: Figure, typed: Typed | undefined, written: (value: string) => string): boolean {
  return JSON.stringify(typed) !== JSON.stringify(typedOf(figure, written));
}

/** null: not filled in, or not a number. */
function entryOf(figure: Figure, typed: Typed | undefined, language: string): ReadingEntry | null {
  if (!typed) return null;
  const own = { figure: figure.code, bare: false };
  if (!typed.applicable) {
    const note = typed.note.trim();
    return note === '' ? null : { ...own, numerator: null, denominator: null, applicable: false, note };
  }
  const numerator = plainNumber(typed.numerator, language);
  const counted = figure.kind === 'share' || figure.kind === 'ratio';
  const denominator = counted ? plainNumber(typed.denominator, language) : null;
  if (numerator === null || (counted && denominator === null)) return null;
  return { ...own, numerator, denominator, applicable: true, note: null };
}
