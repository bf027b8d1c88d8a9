// The screen at /desk/accept#token: whoever was given a link chooses a password. The token never leaves the fragment but once.
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { acceptLink } from '../../data/accounts.ts';
import { useText } from '../../text/language.tsx';
import { Data } from '../../text/say.tsx';
import { FormProblem } from '../frame/form-problem.tsx';
import { LanguageChoice } from '../frame/language-choice.tsx';
import { PasswordField } from './password-field.tsx';
import './sign-in.css';

export function AcceptPage() {
  const { t } = useText();
  const [token] = useState(() => location.hash.slice(1));
  const [password, setPassword] = useState('');
  const sending = useMutation({ mutationFn: () => acceptLink({ token, password }) });
  const send = (event: FormEvent) => {
    event.preventDefault();
    sending.mutate();
  };
  return (
    <main id="main" className="sign-in-main">
      <title>{t('account.acceptTitle')}</title>
      <h1>{t('account.acceptTitle')}</h1>
      {sending.data ? (
        <Accepted username={sending.data.username} />
      ) : (
        <form className="sign-in-form" onSubmit={send}>
          <PasswordField
            label={t('account.newPassword')}
            value={password}
            autoComplete="new-password"
            note={t('account.passwordRule')}
            onChange={setPassword}
          />
          <FormProblem error={sending.error} />
          <button
            type="submit"
            className="button button-filled"
            disabled={password === '' || sending.isPending}
          >
            {t('account.acceptSend')}
          </button>
        </form>
      )}
      <p className="sign-in-foot">
        <span />
        <LanguageChoice />
      </p>
    </main>
  );
}

function Accepted(props: { username: string }) {
  const { t } = useText();
  const { username } = props;
  return (
    <div className="sign-in-form" role="status">
      <p>{t('account.accepted')}</p>
      <p>
        {t('account.username')}: <Data>{username}</Data>
      </p>
      <Link to="/desk/sign-in" search={{ username }} className="button button-filled">
        {t('account.signIn')}
      </Link>
    </div>
  );
}
