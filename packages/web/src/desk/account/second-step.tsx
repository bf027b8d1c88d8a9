// The second step: a picture that the phone's app reads, recovery codes for paper, and the first code to show that it works.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SecondStepOffer } from '@vungbuoc/programme/accounts';
import { type FormEvent, useState } from 'react';
import { encode } from 'uqr';
import { confirmSecondStep, endSecondStep, offerSecondStep } from '../../data/accounts.ts';
import { useText } from '../../text/language.tsx';
import { Data } from '../../text/say.tsx';
import { FormProblem } from '../frame/form-problem.tsx';
import { PasswordField } from '../sign-in/password-field.tsx';

export function SecondStep(props: { isSet: boolean }) {
  const { t } = useText();
  const [password, setPassword] = useState('');
  const queries = useQueryClient();
  const begin = useMutation({ mutationFn: () => offerSecondStep(password) });
  const end = useMutation({
    mutationFn: () => endSecondStep(password),
    onSuccess: async () => {
      setPassword('');
      await queries.invalidateQueries({ queryKey: ['me'] });
    },
  });
  const change = props.isSet ? end : begin;
  const send = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <section>
      <h2>{t('account.secondStep')}</h2>
      <p>{t(props.isSet ? 'account.secondStepOn' : 'account.secondStepWhy')}</p>
      {begin.data && !props.isSet ? (
        <Offer offer={begin.data} />
      ) : (
        <form className="sign-in-form account-form" onSubmit={send}>
          <PasswordField
            label={t('account.currentPassword')}
            value={password}
            autoComplete="current-password"
            onChange={setPassword}
          />
          <FormProblem error={change.error} />
          <button type="submit" className="button" disabled={password === '' || change.isPending}>
            {t(props.isSet ? 'account.secondStepEnd' : 'account.secondStepBegin')}
          </button>
        </form>
      )}
    </section>
  );
}

function Offer(props: { offer: SecondStepOffer }) {
  const { t } = useText();
  const { uri, recoveryCodes } = props.offer;
  const [code, setCode] = useState('');
  const queries = useQueryClient();
  const confirming = useMutation({
    mutationFn: () => confirmSecondStep(code),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['me'] }),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    confirming.mutate();
  };
  return (
    <form className="sign-in-form account-form" onSubmit={send}>
      <p>{t('account.scan')}</p>
      <QrPicture text={uri} label={t('account.scan')} />
      <p className="small secondary">
        {t('account.secret')}: <Data>{new URL(uri).searchParams.get('secret')}</Data>
      </p>
      <p>{t('account.recoveryWhy')}</p>
      <ul className="recovery-codes">
        {recoveryCodes.map((one) => (
          <li key={one}>
            <Data>{one}</Data>
          </li>
        ))}
      </ul>
      <label>
        {t('account.code')}
        <input
          className="field"
          value={code}
          inputMode="numeric"
          autoComplete="one-time-code"
          onChange={(event) => setCode(event.target.value)}
        />
      </label>
      <FormProblem error={confirming.error} />
      <button
        type="submit"
        className="button button-filled"
        disabled={code.length < 6 || confirming.isPending}
      >
        {t('account.secondStepConfirm')}
      </button>
    </form>
  );
}

/** One path of squares: no inline style, no picture to fetch. */
function QrPicture(props: { text: string; label: string }) {
  const { data, size } = encode(props.text, { ecc: 'M', border: 3 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={props.label}>
      <path d={path} />
    </svg>
  );
}
