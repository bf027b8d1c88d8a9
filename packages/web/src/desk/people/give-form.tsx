// One more role for somebody who is here already.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { giveGrant } from '../../data/people.ts';
import { today } from '../../data/today.ts';
import { useText } from '../../text/language.tsx';
import { FormProblem } from '../frame/form-problem.tsx';
import { GrantFields, type GrantTyped, grantOf } from './grant-fields.tsx';

export function GiveForm(props: { person: number; unit: string; onDone: () => void }) {
  const { t } = useText();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<GrantTyped>({
    role: 'communeOfficial',
    unit: props.unit,
    office: '',
    to: '',
  });
  const giving = useMutation({
    mutationFn: () => giveGrant({ person: props.person, grant: grantOf(typed, today()) }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['people'] });
      props.onDone();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    giving.mutate();
  };
  return (
    <form className="sign-in-form account-form" onSubmit={send}>
      <GrantFields typed={typed} onChange={setTyped} />
      <FormProblem error={giving.error} />
      <button type="submit" className="button button-filled" disabled={giving.isPending}>
        {t('people.give')}
      </button>
    </form>
  );
}
