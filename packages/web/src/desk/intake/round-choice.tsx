// Which round a sheet's results belong to; a year that has none yet is opened by choosing it.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { BoardReply } from '@vungbuoc/programme/board';
import { fetchRounds, openRound } from '../../data/rounds.ts';
import { Picker } from '../../parts/picker.tsx';
import { useText } from '../../text/language.tsx';
import { Failed } from '../frame/waiting.tsx';

export function RoundChoice(props: { board: BoardReply }) {
  const { board } = props;
  const { t, of } = useText();
  const navigate = useNavigate({ from: '/desk/intake' });
  const queries = useQueryClient();
  const { data: rounds } = useQuery({
    queryKey: ['rounds', board.under.code],
    queryFn: ({ signal }) => fetchRounds(board.under.code, signal),
  });
  const go = (round: string) => navigate({ search: (before) => ({ ...before, round }) });
  const opening = useMutation({
    mutationFn: async (code: string) => {
      const proposal = rounds?.proposals.find((one) => one.code === code);
      if (proposal) await openRound(proposal, crypto.randomUUID());
      await queries.invalidateQueries({ queryKey: ['rounds'] });
      return code;
    },
    onSuccess: go,
  });
  const open = board.rounds.map((round) => ({ value: round.code, label: of(round.name) }));
  const fresh = (rounds?.proposals ?? []).map((one) => ({
    value: one.code,
    label: t('intake.round-new', { year: String(one.year) }),
  }));
  const choose = (code: string) =>
    open.some((one) => one.value === code) ? void go(code) : opening.mutate(code);
  return (
    <>
      <div className="intake-round">
        <span aria-hidden="true">{t('intake.round')}</span>
        <Picker
          label={t('intake.round')}
          value={board.round.code}
          options={[...open, ...fresh]}
          onChange={choose}
        />
      </div>
      {opening.error ? (
        <Failed
          error={opening.error}
          at={opening.submittedAt}
          onAgain={() => opening.mutate(opening.variables)}
        />
      ) : null}
    </>
  );
}
