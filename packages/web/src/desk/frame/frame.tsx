// The band above every screen: where one can go today, who is here, which language.

import { Link, Outlet } from '@tanstack/react-router';
import { Steps } from '../../parts/icons.tsx';
import { useText } from '../../text/language.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { PersonMenu } from './person-menu.tsx';
import { Screens } from './screens.tsx';
import { SignedOut } from './signed-out.tsx';
import { useHolds } from './use-me.ts';
import './frame.css';

export function Frame() {
  const { t } = useText();
  const founds = useHolds('coordination', 'administrator');
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
        <Screens />
        <LanguageChoice />
        <PersonMenu />
      </header>
      <Outlet />
      <footer className="foot no-print">
        {founds ? (
          <Link to="/desk/begin" search={{}} className="foot-link">
            {t('begin.own')}
          </Link>
        ) : null}
        <LanguageChoice />
      </footer>
      <SignedOut />
    </>
  );
}
