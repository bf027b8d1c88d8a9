// One commune of a long board on paper: the look of a row without its buttons, links and names for readers, which paper
// has no use for. Of the nation's 3,321 rows they would be most of the page, and most of the wait.
import type { BoardReply, BoardRow } from '@vungbuoc/programme/board';
import { Mark } from '../../parts/mark.tsx';
import { useText } from '../../text/language.tsx';
import { Data } from '../../text/say.tsx';
import { cellClass, showsLacking } from './cell-look.ts';
import { markOf } from './marks.ts';
import { AgainstPlan, ProgressBar, ScaleLines } from './progress-bar.tsx';
import type { Scale } from './scale.ts';
import { type Shape, shownName } from './table-shape.ts';

type Props = { row: BoardRow; board: BoardReply; shape: Shape; scale: Scale; floorAbove: boolean };

/** Not laid out on screen at all: `only-print`. */
export function PaperRow(props: Props) {
  const { row, board, shape, scale } = props;
  const { figure } = useText();
  const classes = ['unit-row paper-row only-print'];
  if (props.floorAbove) classes.push('floor-above');
  if (row.underFloor) classes.push('under-floor');
  return (
    <tr className={classes.join(' ')}>
      <th scope="row" className="unit-name">
        <Data>{shownName(row.name)}</Data>
      </th>
      {board.criteria.map((criterion, at) => (
        <td key={criterion.code} className={cellClass(row, board, at)}>
          <Mark kind={markOf(row.marks[at])} size={shape.mark} />
          {showsLacking(row, shape, at) ? (
            <span className="lacking">{figure(-(row.lacking[at] ?? 0))}</span>
          ) : null}
        </td>
      ))}
      <td className="sum">{row.met === null ? '–' : figure(row.met)}</td>
      <td className="bar-cell">
        <ScaleLines />
        <ProgressBar row={row} scale={scale} />
      </td>
      <td className="against">
        <AgainstPlan row={row} words={shape.against > 40} />
      </td>
    </tr>
  );
}
