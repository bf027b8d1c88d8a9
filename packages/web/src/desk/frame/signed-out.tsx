// Signed out in the middle of work: the form opens over the screen, and what was typed below is still there afterwards.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { whenSignedOut } from '../../data/http.ts';
import { useText } from '../../text/language.tsx';
import { SignInForm } from '../sign-in/sign-in-form.tsx';
import '../sign-in/sign-in.css';
import { useMe } from './use-me.ts';

const SIGN_IN = '/desk/sign-in';

export function SignedOut() {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const queries = useQueryClient();
  useSignedOut(() => setOpen(true));
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const back = () => {
    setOpen(false);
    void queries.invalidateQueries();
  };
  return (
    // closed only by signing in: below it nothing could be saved
    <dialog
      ref={dialog}
      className="signed-out no-print"
      aria-labelledby="signed-out"
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id="signed-out">{t('account.left')}</h2>
      <p>{t('account.leftWhy')}</p>
      {open ? <SignInForm onIn={back} /> : null}
    </dialog>
  );
}

/** Whoever was never in goes to the page of signing in, and comes back to where they wanted to go. */
function useSignedOut(onLeft: () => void): void {
  const navigate = useNavigate();
  const href = useRouterState({ select: (state) => state.location.href });
  const wasIn = useMe().data !== undefined;
  useEffect(
    () =>
      whenSignedOut(() => {
        if (wasIn) onLeft();
        // several questions are refused at once: the first one knows where to come back to
        else if (location.pathname !== SIGN_IN)
          void navigate({ to: SIGN_IN, search: { next: href }, replace: true });
      }),
    [wasIn, href, navigate, onLeft],
  );
}
