// Which column, who signs, on which day, by which document: what a signature on a region or group needs.
import type { ColumnsReply } from '@vungbuoc/programme/rounds';
import { type FormEvent, useId, useState } from 'react';
import { DateField } from '../../parts/date-field.tsx';
import { day, readDay } from '../../text/figures.ts';
import { useText } from '../../text/language.tsx';

export type Signature = { column: string; signedBy: string; signedOn: string; document: string | null };

export function ColumnForm(props: {
  /** What is signed: "Vùng", "Nhóm xã". */
  name: string;
  columns: ColumnsReply['columns'];
  now: string;
  working: boolean;
  onSign: (signature: Signature) => void;
  onCancel: () => void;
}) {
  const { t, of, language } = useText();
  const [signature, setSignature] = useState<Signature>({
    column: props.now,
    signedBy: '',
    signedOn: '',
    document: null,
  });
  const change = (more: Partial<Signature>) => setSignature({ ...signature, ...more });
  const { column, signedBy, signedOn, document } = signature;
  const ready = column !== '' && signedBy.trim() !== '' && signedOn !== '';
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (ready) props.onSign(signature);
  };
  const ids = { column: useId(), by: useId(), document: useId() };
  return (
    <form className="column-form" onSubmit={send}>
      <div>
        <label htmlFor={ids.column} data-law="">
          {props.name}
        </label>
        <select
          id={ids.column}
          className="field picker"
          value={column}
          onChange={(event) => change({ column: event.target.value })}
        >
          <option value="">{t('column.choose')}</option>
          {props.columns.map(({ code, name }) => (
            <option key={code} value={code} data-law="">
              {of(name)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={ids.by}>{t('column.by')}</label>
        <input
          id={ids.by}
          className="field"
          value={signedBy}
          onChange={(event) => change({ signedBy: event.target.value })}
        />
      </div>
      <DateField
        label={t('intake.documentDate')}
        hint={t('board.asOfHint')}
        wrong={t('board.asOfWrong')}
        value={signedOn}
        write={(date) => (date === '' ? '' : day(date, language))}
        read={(typed) => (typed.trim() === '' ? '' : readDay(typed))}
        onChange={(date) => change({ signedOn: date })}
      />
      <div>
        <label htmlFor={ids.document}>{t('column.document')}</label>
        <input
          id={ids.document}
          className="field"
          value={document ?? ''}
          onChange={(event) => change({ document: event.target.value === '' ? null : event.target.value })}
        />
      </div>
      <p className="column-buttons">
        <button type="submit" className="button button-filled" disabled={!ready || props.working}>
          {t('column.sign')}
        </button>
        <button type="button" className="button" onClick={props.onCancel}>
          {t('column.cancel')}
        </button>
      </p>
    </form>
  );
}
