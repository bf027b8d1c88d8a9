// The screen at /desk/sign-in: whose programme this is, two fields, and the sample's people while only the sample is here.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { enterAsSample, fetchWays } from '../../data/accounts.ts';
import { forgetReplies } from '../../data/http.ts';
import { Steps } from '../../parts/icons.tsx';
import { useText } from '../../text/language.tsx';
import { Data } from '../../text/say.tsx';
import { FormProblem } from '../frame/form-problem.tsx';
import { LanguageChoice } from '../frame/language-choice.tsx';
import { SampleBadge } from '../frame/sample-badge.tsx';
import { ROLE_KEYS } from '../people/roles.ts';
import { SignInForm } from './sign-in-form.tsx';
import { Terraces } from './terraces.tsx';
import './sign-in.css';

export function SignInPage() {
  const { t } = useText();
  const { next, username } = useSearch({ from: '/desk/sign-in' });
  const enter = useEntered(next);
  const ways = useQuery({ queryKey: ['ways'], queryFn: ({ signal }) => fetchWays(signal) });
  const place = ways.data?.place ?? null;
  return (
    <div className="sign-in">
      <title>{t('account.signIn')}</title>
      <header className="sign-in-brand">
        <p className="sign-in-name">
          <Steps />
          <span>{t('frame.product')}</span>
        </p>
        <p>{t('account.purpose')}</p>
        <Terraces />
      </header>
      <main id="main" className="sign-in-main">
        <p className="secondary">{t('account.committee')}</p>
        <h1>{place === null ? t('account.signIn') : <Data>{place}</Data>}</h1>
        <SignInForm username={username} onIn={enter} />
        {ways.data && ways.data.sample.length > 0 ? (
          <SamplePeople people={ways.data.sample} onIn={enter} />
        ) : null}
        <p className="sign-in-help secondary">{t('account.help')}</p>
        <p className="sign-in-foot">
          {ways.data && ways.data.sample.length > 0 ? <SampleBadge /> : <span />}
          <LanguageChoice />
        </p>
      </main>
    </div>
  );
}

/** Everything that was asked before belonged to nobody: it is asked anew. */
function useEntered(next: string | undefined): () => void {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return () => {
    forgetReplies();
    queries.clear();
    void navigate({ href: next ?? '/desk/board', replace: true });
  };
}

function SamplePeople(props: {
  people: readonly { person: number; name: string; role: keyof typeof ROLE_KEYS; place: string }[];
  onIn: () => void;
}) {
  const { t } = useText();
  const entering = useMutation({ mutationFn: enterAsSample, onSuccess: props.onIn });
  return (
    <section className="sample-people" aria-labelledby="sample-people">
      <h2 id="sample-people">{t('account.sampleTitle')}</h2>
      <p className="small secondary">{t('account.sampleWhy')}</p>
      <ul>
        {props.people.map(({ person, name, role, place }) => (
          <li key={person}>
            <button
              type="button"
              className="button"
              disabled={entering.isPending}
              onClick={() => entering.mutate(person)}
            >
              <span className="sample-role">{t(ROLE_KEYS[role])}</span>
              <span className="small secondary">
                <Data>
                  {name}, {place}
                </Data>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <FormProblem error={entering.error} />
    </section>
  );
}
