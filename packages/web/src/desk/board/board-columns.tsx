// The head of the table: groups of criteria with a rule between them, names upright over narrow cells, and the marker of
// a standard that nobody has yet checked against the original decision.

import { Link } from '@tanstack/react-router';
import type { BoardReply } from '@vungbuoc/programme/board';
import { memo } from 'react';
import type { Language } from '../../text/figures.ts';
import { useText } from '../../text/language.tsx';
import { Law } from '../../text/say.tsx';
import { fittingName } from '../../text/short-names.ts';
import type { PlaceSearch } from './board-search.ts';
import type { Scale } from './scale.ts';
import { ScaleLabels } from './scale-labels.tsx';
import type { Shape } from './table-shape.ts';

type Props = { board: BoardReply; shape: Shape; scale: Scale; place: PlaceSearch; active: number | null };

export const BoardColumns = memo(function BoardColumns(props: Props) {
  const { board } = props;
  const { t } = useText();
  const grouped = board.groups.length > 0;
  return (
    <thead>
      {grouped ? <GroupHeads board={board} shape={props.shape} /> : null}
      <tr className="criteria-heads" aria-rowindex={grouped ? 2 : 1}>
        {grouped ? null : (
          <th scope="col" className="unit-name corner">
            {t('table.unit')}
          </th>
        )}
        {board.criteria.map((criterion, at) => (
          <CriterionHead key={criterion.code} {...props} at={at} />
        ))}
        <th scope="col" className="sum-head">
          <span aria-hidden="true">{t('table.of', { n: board.criteria.length })}</span>
          <span className="unseen">{t('table.ofName', { n: board.criteria.length })}</span>
        </th>
        <th scope="col" className="bar-head">
          <span className="unseen">{t('table.bar')}</span>
          <ScaleLabels board={board} shape={props.shape} scale={props.scale} />
        </th>
        <th scope="col" className="against-head">
          {props.shape.against > 20 ? <span aria-hidden="true">{t('table.vsPlan')}</span> : null}
          <span className="unseen">{t('table.vsPlanName')}</span>
        </th>
      </tr>
    </thead>
  );
});

function GroupHeads(props: { board: BoardReply; shape: Shape }) {
  const { board, shape } = props;
  const { t } = useText();
  return (
    <tr className="group-heads" aria-rowindex={1}>
      <th scope="col" rowSpan={2} className="unit-name corner">
        {t('table.unit')}
      </th>
      {board.groups.map((group) => {
        const columns = board.criteria.filter((criterion) => criterion.group === group.code).length;
        if (columns === 0) return null;
        return (
          <th key={group.code} scope="colgroup" colSpan={columns} className="group-start">
            <GroupName group={group} width={columns * shape.cell - 8} />
          </th>
        );
      })}
      <th scope="colgroup" colSpan={3} className="group-start">
        {t('table.metOf')}
      </th>
    </tr>
  );
}

/** "II. Hạ tầng KT - XH"; only "I" over a single narrow column, the whole name for a reader and under the pointer. */
function GroupName(props: { group: BoardReply['groups'][number]; width: number }) {
  const { group, width } = props;
  const { of, language } = useText();
  const whole = of(group.name);
  const fitting =
    fittingName(`${group.code}. ${whole}`, width, language) ?? shortOf(group.code, whole, width, language);
  return (
    <Law>
      <abbr title={whole} aria-label={`${group.code}. ${whole}`}>
        {fitting ?? group.code}
      </abbr>
    </Law>
  );
}

function shortOf(code: string, name: string, width: number, language: Language): string | null {
  const fitting = fittingName(name, width - code.length * 7 - 6, language);
  return fitting === null ? null : `${code}. ${fitting}`;
}

function CriterionHead(props: Props & { at: number }) {
  const { board, shape, at, active } = props;
  const { t, of } = useText();
  const criterion = board.criteria[at];
  if (criterion === undefined) return null;
  const classes = ['criterion-head', shape.upright ? 'upright' : 'lying'];
  if (criterion.group !== board.criteria[at - 1]?.group || board.groups.length === 0)
    classes.push('group-start');
  return (
    <th scope="col" className={classes.join(' ')}>
      <Link
        to="/desk/criteria/$code"
        params={{ code: criterion.code }}
        search={props.place}
        tabIndex={active === at ? 0 : -1}
        data-line="head"
        data-col={at}
      >
        {/* In the order of speech: "Tiêu chí 15 Y tế"; the style sheet puts the name above the number. */}
        <span className="code-line">
          <span className="unseen">{t('table.criterionWord')} </span>
          <span className="criterion-code" data-law="">
            {criterion.code}
          </span>
          {criterion.lawChecked ? null : (
            <span className="unchecked" title={t('table.unchecked')} aria-hidden="true" data-data="">
              ※
            </span>
          )}
        </span>
        <span className="criterion-name" data-law="">
          {' '}
          {of(criterion.name)}
        </span>
        <Doubts criterion={criterion} />
      </Link>
    </th>
  );
}

/** What the sign and the hatching say, for those who hear the head. */
function Doubts(props: { criterion: BoardReply['criteria'][number] }) {
  const { lawChecked, noStandard } = props.criterion;
  const { t } = useText();
  if (noStandard) return <span className="unseen">({t('table.noStandard')})</span>;
  return lawChecked ? null : <span className="unseen">({t('table.unchecked')})</span>;
}
