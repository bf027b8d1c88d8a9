// Adding evidence: a photo or a file, with its progress, or a document that is cited. Day and place of a photo only when agreed.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import type { Place } from '../../data/assessments.ts';
import { attachFile, citeDocument, sendFile } from '../../data/evidence.ts';
import { useText } from '../../text/language.tsx';
import { FormProblem } from '../frame/form-problem.tsx';
import { Line } from '../people/line.tsx';

export function AddEvidence({ place, code }: { place: Place; code: string }) {
  const { t } = useText();
  const [cites, setCites] = useState(false);
  return (
    <div className="evidence-add">
      <AddFile place={place} code={code} />
      <button type="button" className="button-link" aria-expanded={cites} onClick={() => setCites(!cites)}>
        {t('evidence.cite')}
      </button>
      {cites ? <CiteForm place={place} code={code} onDone={() => setCites(false)} /> : null}
    </div>
  );
}

const TAKEN = 'image/jpeg,image/png,image/webp,application/pdf,.doc,.docx,.xls,.xlsx,.pptx,.odt,.ods';

function AddFile({ place, code }: { place: Place; code: string }) {
  const { t } = useText();
  const id = useId();
  const queries = useQueryClient();
  const [sent, setSent] = useState<number>();
  const [keeps, setKeeps] = useState(true);
  const sending = useMutation({
    mutationFn: async (file: File) => {
      setSent(0);
      await attachFile(place, [code], await sendFile(place, [code], file, setSent), keeps);
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['evidence'] }),
    onSettled: () => setSent(undefined),
  });
  return (
    <>
      <label className="button evidence-file" htmlFor={id}>
        {sent === undefined ? t('evidence.add') : t('evidence.sending', { percent: Math.round(sent * 100) })}
      </label>
      <input
        id={id}
        className="unseen"
        type="file"
        accept={TAKEN}
        disabled={sending.isPending}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) sending.mutate(file);
          event.target.value = '';
        }}
      />
      <label className="sign-in-check">
        <input type="checkbox" checked={keeps} onChange={(event) => setKeeps(event.target.checked)} />
        {t('evidence.keeps')}
      </label>
      <FormProblem error={sending.error} />
    </>
  );
}

function CiteForm(props: { place: Place; code: string; onDone: () => void }) {
  const { t } = useText();
  const queries = useQueryClient();
  const [typed, setTyped] = useState({ issuer: '', documentNumber: '' });
  const citing = useMutation({
    mutationFn: () => citeDocument(props.place, [props.code], typed),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['evidence'] });
      props.onDone();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    citing.mutate();
  };
  const ready = typed.issuer.trim() !== '' && typed.documentNumber.trim() !== '';
  return (
    <form className="sign-in-form" onSubmit={send}>
      <Line
        label={t('evidence.number')}
        value={typed.documentNumber}
        onChange={(documentNumber) => setTyped({ ...typed, documentNumber })}
      />
      <Line
        label={t('evidence.issuer')}
        value={typed.issuer}
        onChange={(issuer) => setTyped({ ...typed, issuer })}
      />
      <FormProblem error={citing.error} />
      <button type="submit" className="button" disabled={!ready || citing.isPending}>
        {t('evidence.citeSend')}
      </button>
    </form>
  );
}
