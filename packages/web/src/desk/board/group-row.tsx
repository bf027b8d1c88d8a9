// The heading of a province or of a group of communes: how many meet each criterion, the average; it opens and folds.
import type { BoardReply } from '@vungbuoc/programme/board';
import { memo } from 'react';
import type { Group } from '../../data/board-groups.ts';
import { FoldIcon } from '../../parts/icons.tsx';
import { useText } from '../../text/language.tsx';
import { Data, Say } from '../../text/say.tsx';

type Props = { group: Group; board: BoardReply; open: boolean; position: number; active: boolean };

export const GroupRow = memo(function GroupRow(props: Props) {
  const { group, board, open } = props;
  const { t, figure } = useText();
  const name = useGroupName(group);
  return (
    <tr className="group-row" aria-rowindex={props.position}>
      <th scope="row" className="unit-name">
        <button
          type="button"
          aria-expanded={open}
          tabIndex={props.active ? 0 : -1}
          data-line={`group ${group.key}`}
          data-group={group.key}
          data-col={-1}
        >
          <FoldIcon open={open} />
          {group.of.kind === 'none' ? name : <Data>{name}</Data>}
          <span className="secondary group-count">
            <Say k="table.groupCount" values={{ n: group.rows.length }} />
          </span>
        </button>
      </th>
      {board.criteria.map((criterion, at) => (
        <td
          key={criterion.code}
          className={criterion.group !== board.criteria[at - 1]?.group ? 'cell group-start' : 'cell'}
        >
          {criterion.noStandard ? '' : figure(group.met[at] ?? 0)}
        </td>
      ))}
      <td className="sum">{group.average === null ? '–' : figure(group.average)}</td>
      <td colSpan={2} className="group-average">
        {group.average === null ? '' : t('table.groupAverage')}
      </td>
    </tr>
  );
});

function useGroupName(group: Group): string {
  const { t } = useText();
  if (group.of.kind === 'parent') return group.of.name;
  return group.of.kind === 'column' ? t('table.column', { name: group.of.code }) : t('table.noGroup');
}
