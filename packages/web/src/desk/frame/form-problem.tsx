// What a form was refused for, said beside its button; nothing typed is lost.
import { Refused } from '../../data/http.ts';
import { useText } from '../../text/language.tsx';

export function FormProblem(props: { error: Error | null }) {
  const { t, of } = useText();
  const { error } = props;
  if (error === null) return null;
  const faults = error instanceof Refused ? error.faults : [];
  return (
    <div className="form-problem" role="alert">
      {faults.length === 0 ? (
        <p>{t(error instanceof Refused && error.status === 0 ? 'state.offline' : 'state.safe')}</p>
      ) : (
        faults.map((fault) => (
          <p key={`${fault.path} ${fault.vi}`} data-engine="">
            {of(fault)}
          </p>
        ))
      )}
    </div>
  );
}
