// What a grant needs: the role, the place, the office where the role has one, and until when.
import type { GrantInput } from '@vungbuoc/programme/people';
import { ROLES } from '@vungbuoc/programme/principals';
import { useId } from 'react';
import { DateField } from '../../parts/date-field.tsx';
import { day, readDay } from '../../text/figures.ts';
import { useText } from '../../text/language.tsx';
import { Line } from './line.tsx';
import { ROLE_KEYS } from './roles.ts';

export type GrantTyped = { role: GrantInput['role']; unit: string; office: string; to: string };

const OF_AN_OFFICE: readonly string[] = ['supplier', 'reviewer'];

/** As the command takes it. `today`: from when it holds. */
export function grantOf({ role, unit, office, to }: GrantTyped, today: string): GrantInput {
  const of = OF_AN_OFFICE.includes(role) && office.trim() !== '' ? office.trim() : null;
  return {
    role,
    programme: null,
    unit: unit.trim(),
    office: of,
    from: today,
    to: to === '' ? null : to,
    document: null,
  };
}

export function GrantFields(props: { typed: GrantTyped; onChange: (typed: GrantTyped) => void }) {
  const { t, language } = useText();
  const { typed, onChange } = props;
  const id = useId();
  return (
    <>
      <div>
        <label htmlFor={id}>{t('people.role')}</label>
        <select
          id={id}
          className="field picker"
          value={typed.role}
          onChange={(event) => {
            const role = ROLES.find((one) => one === event.target.value);
            if (role) onChange({ ...typed, role });
          }}
        >
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {t(ROLE_KEYS[role])}
            </option>
          ))}
        </select>
      </div>
      <Line
        label={t('people.place')}
        note={t('people.placeNote')}
        value={typed.unit}
        onChange={(unit) => onChange({ ...typed, unit })}
      />
      {OF_AN_OFFICE.includes(typed.role) ? (
        <Line
          label={t('people.officeCode')}
          note={t('people.officeCodeNote')}
          value={typed.office}
          onChange={(office) => onChange({ ...typed, office })}
        />
      ) : null}
      <DateField
        label={t('people.lastDay')}
        hint={t('board.asOfHint')}
        wrong={t('board.asOfWrong')}
        value={typed.to}
        write={(date) => (date === '' ? '' : day(date, language))}
        read={(text) => (text.trim() === '' ? '' : readDay(text))}
        onChange={(to) => onChange({ ...typed, to })}
      />
    </>
  );
}
