// Inviting somebody: who they are, what they are given, and the link that is then handed over.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { usernameOf } from '@vungbuoc/programme/accounts';
import { type FormEvent, useState } from 'react';
import { invitePerson } from '../../data/people.ts';
import { today } from '../../data/today.ts';
import { useText } from '../../text/language.tsx';
import { FormProblem } from '../frame/form-problem.tsx';
import { GrantFields, type GrantTyped, grantOf } from './grant-fields.tsx';
import { HandOver } from './hand-over.tsx';
import { Line } from './line.tsx';

const NOBODY = { name: '', username: '', office: '', phone: '', email: '' };

export function InviteForm(props: { unit: string; onDone: () => void }) {
  const { t } = useText();
  const queries = useQueryClient();
  const [person, setPerson] = useState(NOBODY);
  const [grant, setGrant] = useState<GrantTyped>({
    role: 'communeOfficial',
    unit: props.unit,
    office: '',
    to: '',
  });
  const [id] = useState(() => crypto.randomUUID());
  const inviting = useMutation({
    mutationFn: () => invitePerson(personOf(person), grantOf(grant, today()), id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    inviting.mutate();
  };
  if (inviting.data) {
    return (
      <div className="invite">
        <HandOver link={inviting.data} days={14} />
        <button type="button" className="button" onClick={props.onDone}>
          {t('people.done')}
        </button>
      </div>
    );
  }
  const change = (more: Partial<typeof NOBODY>) => setPerson({ ...person, ...more });
  return (
    <form className="invite sign-in-form" onSubmit={send}>
      <Line label={t('people.name')} value={person.name} onChange={(name) => change({ name })} />
      <Line
        label={t('account.username')}
        note={t('people.usernameNote')}
        value={person.username}
        onChange={(username) => change({ username })}
      />
      <Line label={t('people.office')} value={person.office} onChange={(office) => change({ office })} />
      <Line label={t('people.phone')} value={person.phone} onChange={(phone) => change({ phone })} />
      <Line label={t('people.email')} value={person.email} onChange={(email) => change({ email })} />
      <GrantFields typed={grant} onChange={setGrant} />
      <FormProblem error={inviting.error} />
      <p className="invite-buttons">
        <button
          type="submit"
          className="button button-filled"
          disabled={person.name.trim() === '' || person.username.trim() === '' || inviting.isPending}
        >
          {t('people.invite')}
        </button>
        <button type="button" className="button" onClick={props.onDone}>
          {t('column.cancel')}
        </button>
      </p>
    </form>
  );
}

function personOf({ name, username, office, phone, email }: typeof NOBODY) {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    name: name.trim(),
    username: usernameOf(username),
    office: office.trim(),
    phone: orNull(phone),
    email: orNull(email),
  };
}
