// A small board for tests: three communes by four criteria, with a claimed, a risky and an unknown cell.
import type { BoardReply, BoardRow } from '@vungbuoc/programme/board';

export function rowOf(unit: string, name: string, marks: string, more: Partial<BoardRow> = {}): BoardRow {
  const met = [...marks].filter((letter) => 'MR'.includes(letter)).length;
  return {
    unit,
    name,
    kind: 'commune',
    parent: null,
    column: 'TDMNPB',
    basis: 'computed',
    marks,
    lacking: [...marks].map((letter) => (letter === 'N' ? 1 : 0)),
    met,
    claimed: [...marks].filter((letter) => letter === 'C').length,
    of: marks.length,
    planned: null,
    recognised: null,
    level: null,
    underFloor: false,
    notes: [],
    ...more,
  };
}

export function boardOf(rows: BoardRow[]): BoardReply {
  const round = {
    code: '2020-nam',
    name: { vi: 'Năm 2020', en: 'Year 2020' },
    kind: 'year',
    year: 2020,
    asOf: '2020-12-31',
    geographyOn: '2020-12-31',
  };
  return {
    under: { code: '112', name: 'Nậm Nhùn', kind: 'district' },
    round,
    rounds: [round],
    set: null,
    sets: [],
    geography: 'then',
    otherGeographyRows: 5,
    asOf: '2021-03-16',
    knownLater: 0,
    sample: true,
    groups: [],
    columns: [],
    criteria: ['1', '2', '3', '4'].map((code) => ({
      code,
      name: { vi: `Tiêu chí ${code}`, en: `Criterion ${code}` },
      group: null,
      lawChecked: true,
      noStandard: false,
      met: 0,
      planned: null,
    })),
    rows,
    sums: {
      units: rows.length,
      withResult: rows.length,
      declared: 0,
      met: 0,
      of: 0,
      waiting: 0,
      unknown: 0,
      atRisk: 0,
      notMet: 0,
      average: null,
      planAverage: null,
      planYear: null,
      shareOfPlan: null,
      planIllustrative: false,
      full: 0,
      plannedMet: null,
    },
    floor: null,
    underFloor: [],
    recognised: [],
  };
}
