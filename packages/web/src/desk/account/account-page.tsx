// The screen at /desk/account: who I am here, what I was given, where I am signed in, my password and its second step.
import { useText } from '../../text/language.tsx';
import { Data } from '../../text/say.tsx';
import { useMe } from '../frame/use-me.ts';
import { Unanswered } from '../frame/waiting.tsx';
import { ROLE_KEYS } from '../people/roles.ts';
import { OwnPassword } from './own-password.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { SecondStep } from './second-step.tsx';
import '../sign-in/sign-in.css';
import './account.css';

export function AccountPage() {
  const { t, day } = useText();
  const me = useMe();
  return (
    <main id="main" className="screen account">
      <title>{t('account.title')}</title>
      <h1>{me.data ? <Data>{me.data.name}</Data> : t('account.title')}</h1>
      {me.data ? (
        <>
          <p className="secondary">
            <Data>{me.data.office}</Data>
          </p>
          <section>
            <h2>{t('account.given')}</h2>
            {me.data.grants.length === 0 ? <p>{t('account.nothingGiven')}</p> : null}
            <ul className="account-lines">
              {me.data.grants.map(({ role, unit, place, to }) => (
                <li key={`${role} ${unit}`}>
                  <strong>{t(ROLE_KEYS[role])}</strong>, <Data>{place}</Data>
                  {to === null ? null : `, ${t('account.until', { date: day(to) })}`}
                </li>
              ))}
            </ul>
          </section>
          {me.data.kind === 'person' ? <OwnSessions /> : null}
          {me.data.kind === 'person' && !me.data.sample ? (
            <>
              <OwnPassword />
              <SecondStep isSet={me.data.secondStep} />
            </>
          ) : null}
        </>
      ) : null}
      <Unanswered asked={me} rows={4} />
    </main>
  );
}
