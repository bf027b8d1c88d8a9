// One commune: its sentence, each criterion with what is missing, what it came from. Prints on one A4 page.

import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { CommunePage } from '@vungbuoc/programme/verdicts';
import { communeAddress } from '../../data/addresses.ts';
import { getJson } from '../../data/http.ts';
import { PrinterIcon } from '../../parts/icons.tsx';
import { Mark } from '../../parts/mark.tsx';
import { useText } from '../../text/language.tsx';
import { Data, Law } from '../../text/say.tsx';
import { type PlaceSearch, placeOf, queryOf } from '../board/board-search.ts';
import { markOf } from '../board/marks.ts';
import { PrintFoot } from '../board/print-head.tsx';
import { PageHeading } from '../frame/page-heading.tsx';
import { PageSheet } from '../frame/page-sheet.tsx';
import { Place, placeText } from '../frame/place.tsx';
import { SampleBadge } from '../frame/sample-badge.tsx';
import { CommuneColumn } from './commune-column.tsx';

export function CommunePageScreen() {
  const { code } = useParams({ from: '/framed/desk/communes/$code' });
  const search = useSearch({ from: '/framed/desk/communes/$code' });
  const address = communeAddress(code, queryOf(search));
  const asked = useQuery({
    queryKey: ['commune', address],
    queryFn: ({ signal }) => getJson<CommunePage>(address, signal),
  });
  return (
    <PageSheet asked={asked} search={search}>
      {(page) => <Commune page={page} search={search} />}
    </PageSheet>
  );
}

function Commune(props: { page: CommunePage; search: PlaceSearch }) {
  const { page, search } = props;
  const text = useText();
  const { t, of } = text;
  const above = page.unit.parents.slice(0, -1).map((parent) => parent.name);
  return (
    <>
      <title>{`${placeText(page.unit, text)} · ${of(page.roundName)}`}</title>
      <div className="sheet-head">
        <div>
          <h1>
            <Place unit={page.unit} first />
          </h1>
          <p className="secondary">
            {above.length === 0 ? null : <Data>{above.join(', ')} · </Data>}
            <PageHeading page={page} />
          </p>
        </div>
        {page.sample ? <SampleBadge /> : null}
        <button type="button" className="button no-print" onClick={() => print()}>
          <PrinterIcon />
          {t('commune.print')}
        </button>
      </div>
      <p className="sheet-sentence" data-engine="">
        {of(page.sentence)}
      </p>
      <CommuneColumn code={page.unit.code} search={search} />
      <CriteriaTable page={page} search={search} />
      {page.changes.length === 0 ? null : (
        <section>
          <h2>{t('commune.changes')}</h2>
          <ul className="sheet-list">
            {page.changes.map((change) => (
              <li key={change.vi} data-engine="">
                {of(change)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="only-print">
        <PrintFoot />
      </div>
    </>
  );
}

function CriteriaTable(props: { page: CommunePage; search: PlaceSearch }) {
  const { page, search } = props;
  const { t, of } = useText();
  return (
    <table className="sheet-table">
      <caption className="unseen">{t('commune.criteria')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('commune.code')}</th>
          <th scope="col">{t('commune.result')}</th>
          <th scope="col">{t('commune.gap')}</th>
        </tr>
      </thead>
      <tbody>
        {page.criteria.map((criterion) => (
          <tr key={criterion.code}>
            <th scope="row">
              <Link
                to="/desk/board"
                search={{ ...placeOf(search), cell: `${page.unit.code}:${criterion.code}` }}
              >
                <Law>
                  {criterion.code}. {of(criterion.name)}
                </Law>
              </Link>
            </th>
            <td>
              <span className="sheet-mark">
                <Mark kind={markOf(criterion.mark)} size={18} />
                <span>{t(`legend.${markOf(criterion.mark)}`)}</span>
              </span>
            </td>
            <td data-engine="">
              {criterion.gaps.map((gap) => (
                <p key={gap.vi}>{of(gap)}</p>
              ))}
              {criterion.mark === 'M' ? null : <p className="small secondary">{of(criterion.summary)}</p>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
