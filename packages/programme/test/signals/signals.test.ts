// Signals: what a reviewer is asked to look at, and what is left alone because honest communes have it too.
import {
  differingBits,
  distance,
  type MeasuredIndicator,
  raiseCopied,
  raiseJustOver,
  raiseLateJump,
  raiseSharedFiles,
  raiseTakenElsewhere,
  raiseTakenOtherTime,
  type SeenFile,
  type ShownFile,
} from '@vungbuoc/programme/signals';
import { describe, expect, test } from 'vitest';

const LOOKS = 'f0e1d2c3b4a59687';
const shown = (more: Partial<ShownFile> = {}): ShownFile => ({
  unitId: 1,
  evidence: 'a',
  sha256: 'aa',
  looks: LOOKS,
  codes: ['17.1'],
  earlierRounds: [],
  takenOn: null,
  takenAt: null,
  ...more,
});
const seen = (more: Partial<SeenFile> = {}): SeenFile => ({
  unitId: 2,
  evidence: 'b',
  sha256: 'bb',
  looks: LOOKS,
  ...more,
});
const kinds = (raised: readonly { kind: string }[]) => raised.map(({ kind }) => kind);

describe('a photo', () => {
  test('of another commune is told once for each indicator that it is shown for', () => {
    const raised = raiseSharedFiles([shown({ codes: ['17.1', '17.5'] })], [seen({ sha256: 'aa' })]);
    expect(raised.map(({ kind, code, other }) => [kind, code, other])).toEqual([
      ['same-file', '17.1', { unitId: 2, evidence: 'b' }],
      ['same-file', '17.5', { unitId: 2, evidence: 'b' }],
    ]);
  });

  test('that differs in six bits of 64 is nearly the same, in seven it is not', () => {
    const six = 'f0e1d2c3b4a596b8';
    const seven = 'f0e1d2c3b4a597b8';
    expect([differingBits(LOOKS, six), differingBits(LOOKS, seven)]).toEqual([6, 7]);
    expect(kinds(raiseSharedFiles([shown()], [seen({ looks: six })]))).toEqual(['alike-photo']);
    expect(raiseSharedFiles([shown()], [seen({ looks: seven })])).toEqual([]);
  });

  test('of a white page looks like every other white page, which tells nothing', () => {
    const white = '0000000000000001';
    expect(raiseSharedFiles([shown({ looks: white })], [seen({ looks: white })])).toEqual([]);
  });

  test('that was shown in an earlier round is asked about; a paper may hold for years', () => {
    const earlierRounds = ['2019-nam'];
    expect(raiseSharedFiles([shown({ earlierRounds })], [])).toMatchObject([
      { facts: { round: '2019-nam' } },
    ]);
    expect(raiseSharedFiles([shown({ earlierRounds, looks: null })], [])).toEqual([]);
  });

  test('is not compared with itself', () => {
    expect(raiseSharedFiles([shown()], [seen({ unitId: 1, evidence: 'a', sha256: 'aa' })])).toEqual([]);
  });

  test('taken 28 km away is told, 9 km away in a small commune is not, nor 20 km away in a large one', () => {
    const middle = { lat: 22.1, lon: 102.9 };
    const at = (lat: number) => [shown({ takenAt: { lat, lon: 102.9 } })];
    expect(raiseTakenElsewhere(at(22.35), { middle, area: 40 })).toMatchObject([{ facts: { km: 28 } }]);
    expect(raiseTakenElsewhere(at(22.18), { middle, area: 40 })).toEqual([]);
    expect(raiseTakenElsewhere(at(22.28), { middle, area: 250 })).toEqual([]);
    // where the list does not say where the commune is, nothing is said of the photo
    expect(raiseTakenElsewhere(at(10), null)).toEqual([]);
  });

  test('taken on the first or the last day of the period is inside of it', () => {
    const days = { from: '2020-01-01', to: '2020-12-31' };
    const on = (takenOn: string) => raiseTakenOtherTime([shown({ takenOn })], days).length;
    expect([on('2020-01-01'), on('2020-12-31'), on('2019-12-31'), on('2021-01-01')]).toEqual([0, 0, 1, 1]);
  });
});

test('the distance between Hà Nội and Thành phố Hồ Chí Minh is about 1,140 km', () => {
  const km = distance({ lat: 21.0285, lon: 105.8542 }, { lat: 10.7769, lon: 106.7009 });
  expect(Math.abs(km - 1140)).toBeLessThan(10);
});

describe('figures', () => {
  const measured = (code: string, value: number, bound: number): MeasuredIndicator => ({
    code,
    value,
    bound,
    direction: 'at-least',
  });

  test('three just over their standards are told, two are chance', () => {
    const near = [measured('1', 85.2, 85), measured('2', 90, 90), measured('3', 60.5, 60)];
    const far = measured('4', 99, 50);
    const missed = measured('5', 10, 50);
    expect(raiseJustOver([...near, far, missed])).toMatchObject(
      ['1', '2', '3'].map((code) => ({ kind: 'just-over', code, facts: { near: 3, passing: 4 } })),
    );
    expect(raiseJustOver([...near.slice(1), far])).toEqual([]);
  });

  test('all of a hundred per cent, or one of one, is no figure just over its standard', () => {
    expect(raiseJustOver(['1', '2', '3'].map((code) => measured(code, 100, 100)))).toEqual([]);
    expect(raiseJustOver(['1', '2', '3'].map((code) => measured(code, 1, 1)))).toEqual([]);
  });

  test('the same 1,871 of 2,262 for three years is told, for two it is not', () => {
    const in_ = (round: string, numerator = '1871') => ({ round, numerator, denominator: '2262' });
    const three = [in_('2020-nam'), in_('2019-nam'), in_('2018-nam'), in_('2017-nam', '1800')];
    expect(raiseCopied('x.1', three)).toMatchObject([{ facts: { years: 3, since: '2018-nam' } }]);
    expect(raiseCopied('x.1', three.slice(0, 2))).toEqual([]);
  });

  test('three schools may stay three for years', () => {
    const schools = ['2020', '2019', '2018', '2017'].map((round) => ({
      round,
      numerator: '3',
      denominator: null,
    }));
    expect(raiseCopied('x.2', schools)).toEqual([]);
  });

  test('a jump in the last week before the deadline is told; earlier, later or small it is not', () => {
    const state = (knownOn: string, numerator: string) => ({ numerator, denominator: '100', knownOn });
    const jump = (knownOn: string, numerator = '70') =>
      raiseLateJump('x.3', [state('2020-06-01', '50'), state(knownOn, numerator)], '2020-12-31');
    expect(jump('2020-12-29')).toMatchObject([{ facts: { percent: 40, days: 2 } }]);
    expect([jump('2020-12-20'), jump('2021-01-02'), jump('2020-12-29', '55')]).toEqual([[], [], []]);
    expect(raiseLateJump('x.3', [state('2020-12-30', '70')], '2020-12-31')).toEqual([]);
  });
});
