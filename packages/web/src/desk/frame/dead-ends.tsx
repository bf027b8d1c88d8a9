// Screens for an address that does not exist and for a screen that stopped: each says what to do next.
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { useText } from '../../text/language.tsx';

export function NotFound() {
  const { t } = useText();
  return (
    <main id="main" className="screen notice">
      <title>{t('frame.notFound')}</title>
      <h1>{t('frame.notFound')}</h1>
      <p>{t('frame.notFoundWhy')}</p>
      <Link to="/desk/board" search={{}} className="button button-filled">
        {t('frame.toBoard')}
      </Link>
    </main>
  );
}

export function Crashed(props: ErrorComponentProps) {
  const { t } = useText();
  return (
    <main id="main" className="screen notice" role="alert">
      <h1>{t('state.crashed')}</h1>
      <p>{t('state.crashedWhy')}</p>
      <button type="button" className="button button-filled" onClick={() => location.reload()}>
        {t('state.again')}
      </button>
      <p className="small secondary">
        <span data-data="">{props.error instanceof Error ? props.error.message : String(props.error)}</span>
      </p>
    </main>
  );
}
