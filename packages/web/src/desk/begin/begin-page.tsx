// The screen at /desk/begin: an office founds its programme and opens its first round, on an empty machine or beside the sample.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { PrepareProgrammeReply } from '@vungbuoc/programme/programmes';
import { type FormEvent, useState } from 'react';
import { type Beginning, begin, fetchPreparation } from '../../data/programmes.ts';
import { useText } from '../../text/language.tsx';
import { Data, Say } from '../../text/say.tsx';
import { placeText } from '../frame/place.tsx';
import { Failed, Unanswered } from '../frame/waiting.tsx';
import { BeginFields, type Choices } from './begin-fields.tsx';
import './begin.css';

export function BeginPage() {
  const { t } = useText();
  const [year, setYear] = useState<string>();
  const asked = useQuery({
    queryKey: ['preparation', year],
    queryFn: ({ signal }) => fetchPreparation(year, signal),
  });
  return (
    <main id="main" className="screen begin">
      <title>{t('begin.title')}</title>
      <h1>{t('begin.title')}</h1>
      {asked.data ? <BeginForm key={asked.data.year} prepared={asked.data} onYear={setYear} /> : null}
      <Unanswered asked={asked} rows={4} />
    </main>
  );
}

function BeginForm(props: { prepared: PrepareProgrammeReply; onYear: (year: string) => void }) {
  const { prepared, onYear } = props;
  const text = useText();
  const { t } = text;
  const [choices, setChoices] = useState<Choices>({
    home: '',
    name: null,
    withTowns: false,
    set: prepared.sets.find(({ proposed }) => proposed)?.id ?? '',
  });
  const beginning = useBeginning(prepared);
  const place = prepared.places.find(({ unit }) => unit === choices.home);
  const name = choices.name ?? (place ? t('begin.nameOf', { place: placeText(place, text) }) : '');
  const ready = prepared.waiting !== null || (place !== undefined && name.trim() !== '');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (ready) beginning.mutate({ ...choices, name });
  };
  const { waiting } = prepared;
  return (
    <form onSubmit={send}>
      <p className="lead">
        {waiting ? (
          <Say k="begin.waiting" values={{ name: <ProgrammeName both={waiting.name} /> }} />
        ) : (
          t('begin.lead')
        )}
      </p>
      <BeginFields prepared={prepared} choices={{ ...choices, name }} onYear={onYear} onChange={setChoices} />
      {beginning.error ? (
        <Failed
          error={beginning.error}
          at={beginning.submittedAt}
          onAgain={() => beginning.mutate(beginning.variables)}
        />
      ) : null}
      <button type="submit" className="button button-filled" disabled={!ready || beginning.isPending}>
        {beginning.isPending
          ? t('begin.working')
          : t(waiting ? 'begin.open' : 'begin.found', { year: String(prepared.year) })}
      </button>
    </form>
  );
}

function ProgrammeName(props: { both: { vi: string; en: string } }) {
  const { of } = useText();
  return <Data>{of(props.both)}</Data>;
}

/** Founds and opens, then shows the board. The ids live as long as the form, so that a second press repeats nothing. */
function useBeginning(prepared: PrepareProgrammeReply) {
  const navigate = useNavigate({ from: '/desk/begin' });
  const queries = useQueryClient();
  const [ids] = useState(() => ({ found: crypto.randomUUID(), open: crypto.randomUUID() }));
  return useMutation({
    mutationFn: (chosen: Beginning) => begin(chosen, prepared, ids),
    onSuccess: async (place) => {
      await queries.invalidateQueries();
      await navigate({ to: '/desk/board', search: (before) => ({ lang: before.lang, ...place }) });
    },
  });
}
