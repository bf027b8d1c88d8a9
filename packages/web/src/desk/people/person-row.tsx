// One person: how to be reached, what was given and until when, and what an administrator may do.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PersonShown } from '@vungbuoc/programme/people';
import { useState } from 'react';
import { endGrant, linkPerson, shutOut } from '../../data/people.ts';
import { today } from '../../data/today.ts';
import { useText } from '../../text/language.tsx';
import { Data } from '../../text/say.tsx';
import { FormProblem } from '../frame/form-problem.tsx';
import { GiveForm } from './give-form.tsx';
import { HandOver } from './hand-over.tsx';
import { ROLE_KEYS } from './roles.ts';

const STATE_KEYS = { active: null, invited: 'people.invited', out: 'people.out' } as const;

export function PersonRow({ person, manages }: { person: PersonShown; manages: boolean }) {
  const { t } = useText();
  const { name, username, office, phone, email, state, sample } = person;
  const stateKey = STATE_KEYS[state];
  return (
    <li className="person">
      <div>
        <h2>
          <Data>{name}</Data>
          {stateKey === null ? null : <span className="person-state">{t(stateKey)}</span>}
        </h2>
        <p className="small secondary">
          <Data>{[office, username, phone, email].filter((one) => one !== null).join(' · ')}</Data>
        </p>
      </div>
      <Grants person={person} manages={manages} />
      {manages && !sample ? <Doings person={person} /> : null}
    </li>
  );
}

function Grants({ person, manages }: { person: PersonShown; manages: boolean }) {
  const { t, day } = useText();
  const queries = useQueryClient();
  const ending = useMutation({
    mutationFn: endGrant,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
  return (
    <div>
      <ul>
        {person.grants.map(({ grant, role, unit, place, to }) => (
          <li key={grant} className="person-grant">
            <span>
              <strong>{t(ROLE_KEYS[role])}</strong>, <Data>{place}</Data>
              {to === null ? null : (
                <span className="small secondary"> {t('account.until', { date: day(to) })}</span>
              )}
            </span>
            {manages && (to === null || to > today()) ? (
              <button
                type="button"
                className="button-link"
                disabled={ending.isPending}
                onClick={() => ending.mutate({ unit, grant, lastDay: today() })}
              >
                {t('people.endGrant')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <FormProblem error={ending.error} />
    </div>
  );
}

function Doings({ person }: { person: PersonShown }) {
  const { t } = useText();
  const [giving, setGiving] = useState(false);
  const queries = useQueryClient();
  const unit = person.grants[0]?.unit ?? '';
  const linking = useMutation({ mutationFn: () => linkPerson(unit, person.person) });
  const shutting = useMutation({
    mutationFn: (out: boolean) => shutOut({ unit, person: person.person, out }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
  const isOut = person.state === 'out';
  return (
    <div className="person-doings">
      <p>
        <button type="button" className="button" onClick={() => setGiving(!giving)} aria-expanded={giving}>
          {t('people.give')}
        </button>
        <button
          type="button"
          className="button"
          disabled={linking.isPending}
          onClick={() => linking.mutate()}
        >
          {t('people.newLink')}
        </button>
        <button
          type="button"
          className="button"
          disabled={shutting.isPending}
          onClick={() => shutting.mutate(!isOut)}
        >
          {t(isOut ? 'people.letIn' : 'people.shutOut')}
        </button>
      </p>
      {giving ? <GiveForm person={person.person} unit={unit} onDone={() => setGiving(false)} /> : null}
      {linking.data ? <HandOver link={linking.data} days={2} /> : null}
      <FormProblem error={linking.error ?? shutting.error} />
    </div>
  );
}
