// Who is here, with the ways to the own account and out.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { signOut } from '../../data/accounts.ts';
import { forgetReplies } from '../../data/http.ts';
import { useText } from '../../text/language.tsx';
import { Data } from '../../text/say.tsx';
import { useMe } from './use-me.ts';

export function PersonMenu() {
  const { t } = useText();
  const me = useMe();
  const leaving = useLeaving();
  if (!me.data) return null;
  return (
    <div className="band-person">
      <p>
        <span className="unseen">{t('frame.person')}: </span>
        <Link to="/desk/account" search={{}} className="band-name">
          <Data>{me.data.name}</Data>
        </Link>
        <Data>
          <span className="band-office">{me.data.office}</span>
        </Data>
      </p>
      <button
        type="button"
        className="band-out"
        disabled={leaving.isPending}
        onClick={() => leaving.mutate()}
      >
        {t('account.signOut')}
      </button>
    </div>
  );
}

function useLeaving() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      await navigate({ to: '/desk/sign-in', search: {} });
      forgetReplies();
      queries.clear();
    },
  });
}
