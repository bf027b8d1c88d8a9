// The board that would stand after saving: only what the sheet gives, with the marks of "only declared".
import type { BoardReply } from '@vungbuoc/programme/board';
import type { DeclaredResult } from '@vungbuoc/programme/intake';
import { Mark } from '../../parts/mark.tsx';
import { useText } from '../../text/language.tsx';
import { Data, Law } from '../../text/say.tsx';
import { markOfResult } from './declared-marks.ts';
import { Scrolled } from './scrolled.tsx';

export function PreviewBoard(props: { results: readonly DeclaredResult[]; board: BoardReply }) {
  const { results, board } = props;
  const { t, of } = useText();
  const byPlace = new Map(results.map((result) => [`${result.unitCode} ${result.criterion ?? ''}`, result]));
  const told = new Set(results.map((result) => result.unitCode));
  return (
    <Scrolled name={t('intake.boardCaption')}>
      <table className="intake-board">
        <caption className="unseen">{t('intake.boardCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.unit')}</th>
            {board.criteria.map((criterion) => (
              <th key={criterion.code} scope="col">
                <Law>
                  <abbr title={of(criterion.name)}>{criterion.code}</abbr>
                </Law>
              </th>
            ))}
            <th scope="col">{t('table.metOf')}</th>
          </tr>
        </thead>
        <tbody>
          {board.rows.map((row) => (
            <tr key={row.unit} className={told.has(row.unit) ? undefined : 'is-untold'}>
              <th scope="row">
                <Data>{row.name}</Data>
              </th>
              {board.criteria.map((criterion) => (
                <td key={criterion.code}>
                  <Result result={byPlace.get(`${row.unit} ${criterion.code}`)} />
                </td>
              ))}
              <td className="number">
                <Count
                  count={byPlace.get(`${row.unit} `)}
                  marks={results.filter((one) => one.unitCode === row.unit && one.verdict === 'met').length}
                  told={told.has(row.unit)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

function Result(props: { result: DeclaredResult | undefined }) {
  const { t } = useText();
  const kind = (props.result ? markOfResult(props.result) : null) ?? 'unknown';
  return (
    <>
      <Mark kind={kind} size={15} />
      <span className="unseen">{t(`legend.${kind}`)}</span>
    </>
  );
}

/** The sheet's own count where it has one, else the marks counted. */
function Count(props: { count: DeclaredResult | undefined; marks: number; told: boolean }) {
  const { figure } = useText();
  if (!props.told) return '–';
  return figure(props.count?.metCount ?? props.marks);
}
