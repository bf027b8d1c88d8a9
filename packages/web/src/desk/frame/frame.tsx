// The band above every screen: where one can go today, who is here, which language.

import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { getJson } from '../../data/http.ts';
import { Steps } from '../../parts/icons.tsx';
import { useText } from '../../text/language.tsx';
import { Data } from '../../text/say.tsx';
import './frame.css';

/** `GET /api/me`: the person of this session. */
type Me = { name: string; office: string };

export function Frame() {
  const { t } = useText();
  return (
    <>
      <a className="skip" href="#main">
        {t('frame.skip')}
      </a>
      <header className="band no-print">
        <Link to="/desk/board" search={{}} className="band-brand" aria-label={t('frame.product')}>
          <Steps />
          <span>{t('frame.product')}</span>
        </Link>
        <nav className="band-nav" aria-label={t('frame.nav')}>
          <Link to="/desk/board" search={{}} className="band-link" activeOptions={{ includeSearch: false }}>
            {t('frame.board')}
          </Link>
          <Link to="/desk/intake" search={{}} className="band-link" activeOptions={{ includeSearch: false }}>
            {t('frame.intake')}
          </Link>
        </nav>
        <LanguageChoice />
        <Person />
      </header>
      <Outlet />
      <footer className="foot no-print">
        <Link to="/desk/begin" search={{}} className="foot-link">
          {t('begin.own')}
        </Link>
        <LanguageChoice />
      </footer>
    </>
  );
}

function Person() {
  const { t } = useText();
  const me = useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => getJson<Me>('/api/me', signal),
    staleTime: Infinity,
  });
  if (!me.data) return null;
  return (
    <p className="band-person">
      <span className="unseen">{t('frame.person')}: </span>
      <Data>
        <span className="band-name">{me.data.name}</span>
        <span className="band-office">{me.data.office}</span>
      </Data>
    </p>
  );
}

/** Each language names itself, in itself. */
const OFFERED = [
  { language: 'vi', name: 'Tiếng Việt' },
  { language: 'en', name: 'English' },
] as const;

function LanguageChoice() {
  const { t, language, choose } = useText();
  return (
    <fieldset className="band-language">
      <legend className="unseen">{t('frame.language')}</legend>
      {OFFERED.map((offered) => (
        <button
          key={offered.language}
          type="button"
          lang={offered.language}
          aria-pressed={language === offered.language}
          onClick={() => choose(offered.language)}
          data-data=""
        >
          {offered.name}
        </button>
      ))}
    </fieldset>
  );
}
