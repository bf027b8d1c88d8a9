// What the sheet does not decide, one question at a time in plain words, each with its possible answers.
import type { BoardReply } from '@vungbuoc/programme/board';
import type { Question } from '@vungbuoc/programme/intake';
import { likelyAnswers } from '../../data/likely-answers.ts';
import { compareNames } from '../../data/name-order.ts';
import { useText } from '../../text/language.tsx';

type Props = {
  questions: readonly Question[];
  board: BoardReply;
  onAnswer: (id: string, value: string) => void;
};

/** Above this many answers a list is easier than buttons. */
const BUTTONS_AT_MOST = 6;
const CELLS_NAMED = 6;

export function Questions(props: Props) {
  const { questions } = props;
  const { t } = useText();
  return (
    <section className="intake-questions" aria-labelledby="intake-questions">
      <h2 id="intake-questions">{t('intake.questions', { n: questions.length })}</h2>
      {questions.length === 0 ? <p className="secondary">{t('intake.noQuestions')}</p> : null}
      {questions.map((question) => (
        <Ask key={question.id} {...props} question={question} />
      ))}
    </section>
  );
}

function Ask(props: Props & { question: Question }) {
  const { question, board, onAnswer } = props;
  const { of } = useText();
  const few = question.candidates.length <= BUTTONS_AT_MOST;
  const likely = likelyAnswers(question);
  return (
    <fieldset className="intake-question" id={`question-${question.id}`}>
      <legend data-engine="">{of(question)}</legend>
      <Cells question={question} />
      <AnswerButtons
        question={question}
        candidates={few ? question.candidates : likely}
        onAnswer={onAnswer}
      />
      {few ? null : <AnswerList question={question} onAnswer={onAnswer} />}
      {question.anyUnit ? <AnyUnit question={question} board={board} onAnswer={onAnswer} /> : null}
    </fieldset>
  );
}

function Cells(props: { question: Question }) {
  const { cells, cellCount } = props.question;
  const { t } = useText();
  if (cells.length === 0) return null;
  const named = cells.slice(0, CELLS_NAMED).join(', ');
  const more = cellCount - Math.min(CELLS_NAMED, cells.length);
  return (
    <p className="small secondary">
      {more > 0 ? t('intake.cellsMore', { cells: named, n: more }) : t('intake.cells', { cells: named })}
    </p>
  );
}

type Answering = { question: Question; onAnswer: Props['onAnswer'] };

function AnswerButtons(props: Answering & { candidates: Question['candidates'] }) {
  const { question, candidates, onAnswer } = props;
  const { t, of } = useText();
  return (
    <div className="intake-answers">
      {candidates.map((candidate) => (
        <button
          key={candidate.value}
          type="button"
          className="button"
          onClick={() => onAnswer(question.id, candidate.value)}
        >
          <span data-engine="">{of(candidate)}</span>
          {candidate.value === question.proposed ? (
            <span className="small secondary"> ({t('intake.proposed')})</span>
          ) : null}
        </button>
      ))}
    </div>
  );
}

function AnswerList(props: Answering) {
  const { question, onAnswer } = props;
  const { t, of } = useText();
  return (
    <select
      className="field"
      aria-label={of(question)}
      value=""
      onChange={(event) => onAnswer(question.id, event.target.value)}
    >
      <option value="" disabled>
        {t('intake.otherAnswer')}
      </option>
      {question.candidates.map((candidate) => (
        <option key={candidate.value} value={candidate.value} data-engine="">
          {candidate.value === question.proposed
            ? `${of(candidate)} (${t('intake.proposed')})`
            : of(candidate)}
        </option>
      ))}
    </select>
  );
}

function AnyUnit(props: Answering & { board: BoardReply }) {
  const { question, board, onAnswer } = props;
  const { t } = useText();
  const units = [...board.rows].sort((a, b) => compareNames(a.name, b.name));
  return (
    <select
      className="field"
      aria-label={t('intake.unit')}
      value=""
      onChange={(event) => onAnswer(question.id, event.target.value)}
    >
      <option value="" disabled>
        {t('intake.anotherUnit')}
      </option>
      {units.map((row) => (
        <option key={row.unit} value={row.unit} data-data="">
          {row.name} ({row.unit})
        </option>
      ))}
    </select>
  );
}
