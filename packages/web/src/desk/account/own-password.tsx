// Another password: the present one, then the new one; every other session ends.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { changePassword } from '../../data/accounts.ts';
import { useText } from '../../text/language.tsx';
import { FormProblem } from '../frame/form-problem.tsx';
import { PasswordField } from '../sign-in/password-field.tsx';

const EMPTY = { current: '', next: '' };

export function OwnPassword() {
  const { t } = useText();
  const queries = useQueryClient();
  const [typed, setTyped] = useState(EMPTY);
  const sending = useMutation({
    mutationFn: () => changePassword(typed),
    onSuccess: async () => {
      setTyped(EMPTY);
      await queries.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    sending.mutate();
  };
  return (
    <section>
      <h2>{t('account.changePassword')}</h2>
      <form className="sign-in-form account-form" onSubmit={send}>
        <PasswordField
          label={t('account.currentPassword')}
          value={typed.current}
          autoComplete="current-password"
          onChange={(current) => setTyped({ ...typed, current })}
        />
        <PasswordField
          label={t('account.newPassword')}
          value={typed.next}
          autoComplete="new-password"
          note={t('account.passwordRule')}
          onChange={(next) => setTyped({ ...typed, next })}
        />
        <FormProblem error={sending.error} />
        {sending.isSuccess ? <p role="status">{t('account.passwordChanged')}</p> : null}
        <button
          type="submit"
          className="button button-filled"
          disabled={typed.current === '' || typed.next === '' || sending.isPending}
        >
          {t('account.changePassword')}
        </button>
      </form>
    </section>
  );
}
