// The screen at /desk/people: who works here with which role, inviting, ending a role, a new password, shutting out.
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { fetchPeople } from '../../data/people.ts';
import { SearchField } from '../../parts/search-field.tsx';
import { useText } from '../../text/language.tsx';
import { Data } from '../../text/say.tsx';
import { useHolds } from '../frame/use-me.ts';
import { Unanswered } from '../frame/waiting.tsx';
import { InviteForm } from './invite-form.tsx';
import { PersonRow } from './person-row.tsx';
import '../sign-in/sign-in.css';
import './people.css';

export function PeoplePage() {
  const { t } = useText();
  const { under } = useSearch({ from: '/framed/desk/people' });
  const [typed, setTyped] = useState('');
  const [after, setAfter] = useState<string>();
  const search = useDeferredValue(typed);
  const manages = useHolds('administrator');
  const [inviting, setInviting] = useState(false);
  const asked = useQuery({
    queryKey: ['people', under, search, after],
    queryFn: ({ signal }) =>
      fetchPeople({ under, search: search === '' ? undefined : search, after }, signal),
    placeholderData: (before) => before,
  });
  const { data } = asked;
  return (
    <main id="main" className="screen people">
      <title>{t('people.title')}</title>
      <h1>{t('people.title')}</h1>
      {data ? (
        <p className="secondary">
          <Data>{data.under.name}</Data>
        </p>
      ) : null}
      <div className="people-tools">
        <SearchField
          label={t('people.search')}
          hint={t('people.search')}
          value={typed}
          onChange={(value) => {
            setTyped(value);
            setAfter(undefined);
          }}
        />
        {manages && !inviting ? (
          <button type="button" className="button button-filled" onClick={() => setInviting(true)}>
            {t('people.invite')}
          </button>
        ) : null}
      </div>
      {inviting ? <InviteForm unit={data?.under.unit ?? ''} onDone={() => setInviting(false)} /> : null}
      {data?.people.length === 0 ? <p>{t(search === '' ? 'people.none' : 'people.noneFound')}</p> : null}
      <ul className="people-list">
        {data?.people.map((person) => (
          <PersonRow key={person.person} person={person} manages={manages} />
        ))}
      </ul>
      {data?.next ? (
        <button type="button" className="button" onClick={() => setAfter(data.next ?? undefined)}>
          {t('people.more')}
        </button>
      ) : null}
      <Unanswered asked={asked} rows={6} />
    </main>
  );
}
