// Name and password, and the code of the second step where there is one. The same form opens over a screen that was left long.
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { sendSecondStep, signIn } from '../../data/accounts.ts';
import { useText } from '../../text/language.tsx';
import { FormProblem } from '../frame/form-problem.tsx';
import { PasswordField } from './password-field.tsx';

export function SignInForm(props: { username?: string | undefined; onIn: () => void }) {
  const [shared, setShared] = useState(false);
  const [step, setStep] = useState<'password' | 'code'>('password');
  return step === 'password' ? (
    <PasswordStep
      username={props.username ?? ''}
      shared={shared}
      onShared={setShared}
      onIn={props.onIn}
      onCode={() => setStep('code')}
    />
  ) : (
    <CodeStep shared={shared} onIn={props.onIn} onBack={() => setStep('password')} />
  );
}

function PasswordStep(props: {
  username: string;
  shared: boolean;
  onShared: (shared: boolean) => void;
  onIn: () => void;
  onCode: () => void;
}) {
  const { t } = useText();
  const [typed, setTyped] = useState({ username: props.username, password: '' });
  const sending = useMutation({
    mutationFn: () => signIn({ ...typed, shared: props.shared }),
    onSuccess: ({ next }) => (next === 'in' ? props.onIn() : props.onCode()),
  });
  const ready = typed.username.trim() !== '' && typed.password !== '';
  return (
    <SignInFrame
      ready={ready && !sending.isPending}
      submit={t(sending.isPending ? 'account.signingIn' : 'account.signIn')}
      onSend={() => sending.mutate()}
    >
      <Line
        label={t('account.username')}
        value={typed.username}
        autoComplete="username"
        onChange={(username) => setTyped({ ...typed, username })}
      />
      <PasswordField
        label={t('account.password')}
        value={typed.password}
        autoComplete="current-password"
        onChange={(password) => setTyped({ ...typed, password })}
      />
      <label className="sign-in-check">
        <input
          type="checkbox"
          checked={props.shared}
          onChange={(event) => props.onShared(event.target.checked)}
        />
        {t('account.shared')}
      </label>
      <FormProblem error={sending.error} />
    </SignInFrame>
  );
}

function CodeStep(props: { shared: boolean; onIn: () => void; onBack: () => void }) {
  const { t } = useText();
  const [code, setCode] = useState('');
  const [recovery, setRecovery] = useState(false);
  const sending = useMutation({
    mutationFn: () => sendSecondStep({ code, recovery, shared: props.shared }),
    onSuccess: props.onIn,
  });
  return (
    <SignInFrame
      ready={code.trim().length >= 6 && !sending.isPending}
      submit={t(sending.isPending ? 'account.signingIn' : 'account.goOn')}
      onSend={() => sending.mutate()}
    >
      <Line
        label={t(recovery ? 'account.recoveryCode' : 'account.code')}
        value={code}
        autoComplete="one-time-code"
        numeric={!recovery}
        onChange={setCode}
      />
      <p className="sign-in-turns">
        <button type="button" className="button-link" onClick={() => setRecovery(!recovery)}>
          {t(recovery ? 'account.byPhone' : 'account.byRecovery')}
        </button>
        <button type="button" className="button-link" onClick={props.onBack}>
          {t('account.otherName')}
        </button>
      </p>
      <FormProblem error={sending.error} />
    </SignInFrame>
  );
}

function SignInFrame(props: { ready: boolean; submit: string; onSend: () => void; children: ReactNode }) {
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (props.ready) props.onSend();
  };
  return (
    <form className="sign-in-form" onSubmit={send}>
      {props.children}
      <button type="submit" className="button button-filled" disabled={!props.ready}>
        {props.submit}
      </button>
    </form>
  );
}

function Line(props: {
  label: string;
  value: string;
  autoComplete: string;
  numeric?: boolean;
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        className="field"
        value={props.value}
        autoComplete={props.autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        inputMode={props.numeric ? 'numeric' : 'text'}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  );
}
