// The document that carried the sheet: it becomes the source of every cell that is kept.
import type { Mapping } from '@vungbuoc/programme/intake';
import { useId } from 'react';
import { DateField } from '../../parts/date-field.tsx';
import { day, readDay } from '../../text/figures.ts';
import { useText } from '../../text/language.tsx';

type Title = Mapping['title'];

export function DocumentFields(props: { title: Title; onChange: (change: Partial<Title>) => void }) {
  const { title, onChange } = props;
  const { t, language } = useText();
  const id = useId();
  return (
    <fieldset className="intake-document">
      <legend>{t('intake.document')}</legend>
      <div className="intake-field">
        <label htmlFor={id}>{t('intake.documentNumber')}</label>
        <input
          id={id}
          className="field"
          autoComplete="off"
          value={title.documentNumber ?? ''}
          onChange={(event) =>
            onChange({ documentNumber: event.target.value.trim() === '' ? null : event.target.value })
          }
        />
      </div>
      <DateField
        label={t('intake.documentDate')}
        hint={t('board.asOfHint')}
        wrong={t('board.asOfWrong')}
        value={title.documentDate ?? ''}
        write={(date) => (date === '' ? '' : day(date, language))}
        read={(typed) => (typed.trim() === '' ? '' : readDay(typed))}
        onChange={(date) => onChange({ documentDate: date === '' ? null : date })}
      />
      <p className="small secondary">{t('intake.documentWhy')}</p>
    </fieldset>
  );
}
