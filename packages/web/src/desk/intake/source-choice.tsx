// Giving the sheet: choose the file, drop it, or paste the block copied in Excel.
import { type DragEvent, useId, useState } from 'react';
import type { Source } from '../../data/intake.ts';
import { useText } from '../../text/language.tsx';

export function SourceChoice(props: { onSource: (source: Source) => void }) {
  const { onSource } = props;
  const { t } = useText();
  const file = useId();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const [first] = files ?? [];
    if (first) onSource({ kind: 'file', file: first });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div className="intake-source">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the field inside is everybody's */}
      <div
        className={over ? 'intake-drop is-over' : 'intake-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          id={file}
          className="intake-file"
          type="file"
          accept=".xlsx,.xls,.ods,.csv,.txt"
          onChange={(event) => take(event.target.files)}
        />
        <label htmlFor={file} className="button button-filled">
          {t('intake.choose')}
        </label>
        <p className="secondary">{t('intake.chooseHint')}</p>
      </div>
      <Paste onSource={onSource} />
    </div>
  );
}

function Paste(props: { onSource: (source: Source) => void }) {
  const { t } = useText();
  const id = useId();
  const [text, setText] = useState('');
  const read = (block: string) => {
    if (block.trim() !== '') props.onSource({ kind: 'text', text: block });
  };
  return (
    <details className="intake-paste">
      <summary>{t('intake.paste')}</summary>
      <label htmlFor={id}>{t('intake.pasteLabel')}</label>
      <textarea
        id={id}
        className="field"
        rows={6}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPaste={(event) => {
          // A pasted table is read at once: one act less for the person.
          const block = event.clipboardData.getData('text/plain');
          if (text === '' && block.includes('\t')) {
            event.preventDefault();
            setText(block);
            read(block);
          }
        }}
      />
      <button type="button" className="button" disabled={text.trim() === ''} onClick={() => read(text)}>
        {t('intake.pasteRead')}
      </button>
    </details>
  );
}
