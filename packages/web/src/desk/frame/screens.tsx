// Where one can go: only the screens of one's own work are named.
import { Link } from '@tanstack/react-router';
import { useText } from '../../text/language.tsx';
import { useHolds, useOwnCommune } from './use-me.ts';

export function Screens() {
  const { t } = useText();
  const own = useOwnCommune();
  const reviews = useHolds('reviewer', 'coordination');
  const entersSheets = useHolds('coordination');
  const seesPeople = useHolds('administrator', 'auditor');
  const link = { search: {}, className: 'band-link', activeOptions: { includeSearch: false } } as const;
  return (
    <nav className="band-nav" aria-label={t('frame.nav')}>
      <Link to="/desk/board" {...link}>
        {t('frame.board')}
      </Link>
      {own === null ? null : (
        <Link to="/desk/assessments/$code" params={{ code: own }} {...link}>
          {t('assessment.mine')}
        </Link>
      )}
      {reviews ? (
        <Link to="/desk/reviews" {...link}>
          {t('review.nav')}
        </Link>
      ) : null}
      {entersSheets ? (
        <Link to="/desk/intake" {...link}>
          {t('frame.intake')}
        </Link>
      ) : null}
      {seesPeople ? (
        <Link to="/desk/people" {...link}>
          {t('frame.people')}
        </Link>
      ) : null}
    </nav>
  );
}
