// One criterion over all communes: its sentence, and under each indicator the communes, those missing most first.

import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { CriterionPage } from '@vungbuoc/programme/verdicts';
import { criterionAddress } from '../../data/addresses.ts';
import { getJson } from '../../data/http.ts';
import { Mark } from '../../parts/mark.tsx';
import { useText } from '../../text/language.tsx';
import { Data, Law, Say } from '../../text/say.tsx';
import { type PlaceSearch, placeOf, queryOf } from '../board/board-search.ts';
import { PageHeading } from '../frame/page-heading.tsx';
import { PageSheet } from '../frame/page-sheet.tsx';
import { SampleBadge } from '../frame/sample-badge.tsx';
import { indicatorMark } from '../verdicts/indicators.tsx';

type Indicator = CriterionPage['indicators'][number];

export function CriterionPageScreen() {
  const { code } = useParams({ from: '/framed/desk/criteria/$code' });
  const search = useSearch({ from: '/framed/desk/criteria/$code' });
  const address = criterionAddress(code, queryOf(search));
  const asked = useQuery({
    queryKey: ['criterion', address],
    queryFn: ({ signal }) => getJson<CriterionPage>(address, signal),
  });
  return (
    <PageSheet asked={asked} search={search}>
      {(page) => <Criterion page={page} search={search} />}
    </PageSheet>
  );
}

function Criterion(props: { page: CriterionPage; search: PlaceSearch }) {
  const { page, search } = props;
  const { t, of } = useText();
  return (
    <>
      <title>{`${t('criterion.title', { code: page.code, name: of(page.name) })} · ${of(page.roundName)}`}</title>
      <div className="sheet-head">
        <div>
          <h1>
            <Say k="criterion.title" values={{ code: page.code, name: <Law>{of(page.name)}</Law> }} />
          </h1>
          <p className="secondary">
            <PageHeading page={page} />
          </p>
        </div>
        {page.sample ? <SampleBadge /> : null}
      </div>
      <p className="sheet-sentence" data-engine="">
        {of(page.sentence)}
      </p>
      {page.indicators.map((indicator) => (
        <IndicatorTable key={indicator.code} indicator={indicator} criterion={page.code} search={search} />
      ))}
    </>
  );
}

function IndicatorTable(props: { indicator: Indicator; criterion: string; search: PlaceSearch }) {
  const { indicator, criterion, search } = props;
  const { t, of, language } = useText();
  const quoted = indicator.quoted && language !== 'en';
  return (
    <section className="sheet-indicator">
      <h2>
        <Law>
          {indicator.code} {of(indicator.name)}
        </Law>
      </h2>
      <p className="small secondary">
        <span className="law" data-law="">
          {quoted ? `“${of(indicator.name)}”` : ''}
        </span>{' '}
        <Law>{of(indicator.citation)}</Law>
        {indicator.quoted ? null : <span className="doubt"> · {t('panel.unquoted')}</span>}
        {indicator.lawChecked ? null : <span className="doubt"> · {t('panel.unchecked')}</span>}
      </p>
      <table className="sheet-table is-even">
        <caption className="unseen">{t('criterion.rows', { code: indicator.code })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('criterion.unit')}</th>
            <th scope="col">{t('criterion.verdict')}</th>
            <th scope="col" className="number">
              {t('criterion.value')}
            </th>
            <th scope="col" className="number">
              {t('criterion.standard')}
            </th>
            <th scope="col">{t('criterion.gap')}</th>
          </tr>
        </thead>
        <tbody>
          {indicator.rows.map((row) => (
            <IndicatorRow key={row.unit} row={row} criterion={criterion} search={search} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function IndicatorRow(props: { row: Indicator['rows'][number]; criterion: string; search: PlaceSearch }) {
  const { row, criterion, search } = props;
  const { t, of } = useText();
  return (
    <tr>
      <th scope="row">
        <Link to="/desk/board" search={{ ...placeOf(search), cell: `${row.unit}:${criterion}` }}>
          <Data>{row.name}</Data>
        </Link>
      </th>
      <td>
        <span className="sheet-mark">
          <Mark kind={indicatorMark(row)} size={16} />
          {t(`verdict.${row.verdict}`)}
        </span>
      </td>
      <td className="number">{row.valuesText ? <span data-engine="">{of(row.valuesText)}</span> : '–'}</td>
      <td className="number">
        {row.standardText ? <span data-engine="">{of(row.standardText)}</span> : '–'}
      </td>
      <td data-engine="">{row.gap ? of(row.gap) : ''}</td>
    </tr>
  );
}
