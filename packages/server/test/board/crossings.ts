// For each of the nineteen criteria, one figure of Mường Mô just across its standard (QĐ 1980/QĐ-TTg, column Trung du
// miền núi phía Bắc; 2.1 by the illustrative overlay). Typed by hand from domain/criteria-1980-2016.json.

export interface Crossing {
  readonly criterion: string;
  readonly unit: string;
  readonly figure: string;
  /** Numerator and denominator that do not meet it. */
  readonly failing: readonly [string, string | null];
  /** As the sample has it. */
  readonly meeting: readonly [string, string | null];
}

export const CROSSINGS: readonly Crossing[] = [
  { criterion: '1', unit: '03472', figure: 'xa2016.1.1', failing: ['0', null], meeting: ['1', null] },
  {
    criterion: '2',
    unit: '03472',
    figure: 'xa2016.2.1',
    failing: ['21.7', '21.8'],
    meeting: ['21.8', '21.8'],
  },
  {
    criterion: '3',
    unit: '03472',
    figure: 'xa2016.3.1',
    failing: ['241.4', '301.8'],
    meeting: ['253.5', '301.8'],
  },
  { criterion: '4', unit: '03472', figure: 'xa2016.4.2', failing: ['638', '672'], meeting: ['646', '672'] },
  { criterion: '5', unit: '03472', figure: 'xa2016.5.1', failing: ['2', '4'], meeting: ['4', '4'] },
  { criterion: '6', unit: '03472', figure: 'xa2016.6.3', failing: ['8', '9'], meeting: ['9', '9'] },
  { criterion: '7', unit: '03472', figure: 'xa2016.7.1', failing: ['0', null], meeting: ['1', null] },
  { criterion: '8', unit: '03472', figure: 'xa2016.8.3', failing: ['0', null], meeting: ['1', null] },
  { criterion: '9', unit: '03472', figure: 'xa2016.9.2', failing: ['503', '672'], meeting: ['524', '672'] },
  { criterion: '10', unit: '03472', figure: 'xa2016.10.1', failing: ['35.9', null], meeting: ['36.5', null] },
  { criterion: '11', unit: '03472', figure: 'xa2016.11.1', failing: ['81', '672'], meeting: ['68', '672'] },
  {
    criterion: '12',
    unit: '03472',
    figure: 'xa2016.12.1',
    failing: ['1480', '1645'],
    meeting: ['1501', '1645'],
  },
  { criterion: '13', unit: '03472', figure: 'xa2016.13.2', failing: ['0', null], meeting: ['1', null] },
  { criterion: '14', unit: '03472', figure: 'xa2016.14.2', failing: ['44', '64'], meeting: ['46', '64'] },
  { criterion: '15', unit: '03472', figure: 'xa2016.15.3', failing: ['92', '341'], meeting: ['75', '341'] },
  { criterion: '16', unit: '03472', figure: 'xa2016.16.1', failing: ['6', '9'], meeting: ['8', '9'] },
  {
    criterion: '17',
    unit: '03472',
    figure: 'xa2016.17.1/clean',
    failing: ['335', '672'],
    meeting: ['372', '672'],
  },
  { criterion: '18', unit: '03472', figure: 'xa2016.18.4', failing: ['4', '5'], meeting: ['5', '5'] },
  { criterion: '19', unit: '03472', figure: 'xa2016.19.2', failing: ['0', null], meeting: ['1', null] },
];
