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
  const { t, language } = useText();
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
  return (
    <form className="column-form" onSubmit={send}>
      <ColumnPicker
        name={props.name}
        columns={props.columns}
        chosen={column}
        onChoose={(code) => change({ column: code })}
      />
      <TextLine label={t('column.by')} value={signedBy} onChange={(text) => change({ signedBy: text })} />
      <DateField
        label={t('intake.documentDate')}
        hint={t('board.asOfHint')}
        wrong={t('board.asOfWrong')}
        value={signedOn}
        write={(date) => (date === '' ? '' : day(date, language))}
        read={(typed) => (typed.trim() === '' ? '' : readDay(typed))}
        onChange={(date) => change({ signedOn: date })}
      />
      <TextLine
        label={t('column.document')}
        value={document ?? ''}
        onChange={(text) => change({ document: text === '' ? null : text })}
      />
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

function ColumnPicker(props: {
  name: string;
  columns: ColumnsReply['columns'];
  chosen: string;
  onChoose: (code: string) => void;
}) {
  const { t, of } = useText();
  const id = useId();
  return (
    <div>
      <label htmlFor={id} data-law="">
        {props.name}
      </label>
      <select
        id={id}
        className="field picker"
        value={props.chosen}
        onChange={(event) => props.onChoose(event.target.value)}
      >
        <option value="">{t('column.choose')}</option>
        {props.columns.map(({ code, name }) => (
          <option key={code} value={code} data-law="">
            {of(name)}
          </option>
        ))}
      </select>
    </div>
  );
}

function TextLine(props: { label: string; value: string; onChange: (text: string) => void }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        className="field"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  );
}
