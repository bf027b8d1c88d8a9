// `vb evaluate`: another program judges figures without a database, and leans on every word of the answer.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeWorkbook } from '../../src/sheets/index.ts';
import { answerOf, type Folder, makeFolder, vb } from './vb.ts';

interface Answer {
  readonly set: string;
  readonly dimension: string | null;
  readonly year: number;
  readonly units: readonly {
    readonly unit: string;
    readonly met: number;
    readonly notMet: number;
    readonly unknown: number;
    readonly notApplicable: number;
    readonly criteria: readonly {
      readonly code: string;
      readonly verdict: string;
      readonly indicators: readonly {
        readonly code: string;
        readonly verdict: string;
        readonly value: number | boolean | null;
        readonly standard: string | null;
        readonly reason: string;
      }[];
    }[];
  }[];
}

let folder: Folder;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const QD1980 = ['--set', 'vn-ntm-xa-2016-2020', '--dimension', 'TDMNPB', '--year', '2020'];

async function judge(csv: string, law: readonly string[] = QD1980, ...more: string[]): Promise<Answer> {
  const file = await folder.write('so-lieu.csv', csv);
  return answerOf<Answer>(await vb(['evaluate', ...law, '--readings', file, '--json', ...more]));
}

function indicator(answer: Answer, code: string, unit = 0) {
  const found = answer.units[unit]?.criteria
    .flatMap((criterion) => criterion.indicators)
    .find((one) => one.code === code);
  if (!found) throw new Error(`no indicator ${code}`);
  return found;
}

describe('a program reads the answer', () => {
  test('set, dimension, year and each unit with counts of criteria', async () => {
    const answer = await judge('unit,indicator,value\n03460,9.1,0\n03460,7.1,1\n');
    expect(Object.keys(answer)).toEqual(['set', 'dimension', 'year', 'units']);
    expect([answer.set, answer.dimension, answer.year]).toEqual(['vn-ntm-xa-2016-2020', 'TDMNPB', 2020]);
    const [unit] = answer.units;
    expect(Object.keys(unit ?? {})).toEqual([
      'unit',
      'met',
      'notMet',
      'unknown',
      'notApplicable',
      'criteria',
    ]);
    expect([unit?.unit, unit?.met, unit?.notMet, unit?.unknown, unit?.notApplicable]).toEqual([
      '03460',
      1,
      0,
      18,
      0,
    ]);
    expect(unit?.criteria.map(({ code }) => code)).toEqual(
      Array.from({ length: 19 }, (_, at) => String(at + 1)),
    );
    expect(Object.keys(unit?.criteria[0] ?? {})).toEqual(['code', 'verdict', 'indicators']);
    expect(Object.keys(unit?.criteria[0]?.indicators[0] ?? {})).toEqual([
      'code',
      'verdict',
      'value',
      'standard',
      'reason',
    ]);
  });

  test('a per cent is 100·n/d at six decimals, two conditions stand in one standard', async () => {
    const answer = await judge(
      'denominator,unit,numerator,indicator\n900,03460,811,17.1\n900,03460,450,17.1/clean\n',
    );
    expect(indicator(answer, '17.1')).toMatchObject({
      verdict: 'met',
      value: 90.111111,
      standard: '>=90; clean>=50',
    });
    expect(indicator(answer, '17.1').reason).toContain('811 trên 900 hộ');
  });

  test('where the thing must not exist both 0 and đạt are met, 1 is not', async () => {
    const answer = await judge('unit,indicator,value\na,9.1,0\nb,9.1,đạt\nc,9.1,1\nd,9.1,chưa đạt\n');
    const told = answer.units.map((_, at) => [
      indicator(answer, '9.1', at).verdict,
      indicator(answer, '9.1', at).value,
    ]);
    expect(told).toEqual([
      ['met', false],
      ['met', false],
      ['notMet', true],
      ['notMet', true],
    ]);
  });

  test('a bare per cent is taken and says what it lacks', async () => {
    const answer = await judge('unit,indicator,value\n03460,4.2,95.5\n');
    expect(indicator(answer, '4.2')).toMatchObject({ verdict: 'met', value: 95.5 });
    expect(indicator(answer, '4.2').reason).toContain('thiếu tử số, mẫu số');
  });

  test('men and women apart: the plain code alone stays unknown', async () => {
    const law = ['--set', 'vn-ntm-xa-2021-2025', '--dimension', 'TDMNPB', '--year', '2022'];
    const csv =
      'unit,indicator,numerator,denominator\na,15.1,95,100\nb,15.1/male,95,100\nb,15.1/female,95,100\n';
    const answer = await judge(csv, law);
    expect(indicator(answer, '15.1', 0).verdict).toBe('unknown');
    expect(indicator(answer, '15.1', 0).reason).toContain('nam và nữ');
    expect(indicator(answer, '15.1', 1).verdict).not.toBe('unknown');
  });

  test('a criterion with an absent indicator is unknown, unless another fails it', async () => {
    const answer = await judge('unit,indicator,value\na,4.1,1\nb,4.1,0\n');
    const fourth = (at: number) => answer.units[at]?.criteria.find(({ code }) => code === '4')?.verdict;
    expect([fourth(0), fourth(1)]).toEqual(['unknown', 'notMet']);
  });

  test('what does not apply carries its reason', async () => {
    const law = ['--set', 'vn-ntm-xa-2021-2025', '--dimension', 'TDMNPB', '--year', '2022'];
    const answer = await judge('unit,indicator,applicable,note\na,13.4,0,xã không có làng nghề\n', law);
    expect(indicator(answer, '13.4')).toMatchObject({ verdict: 'notApplicable', value: null });
    expect(indicator(answer, '13.4').reason).toContain('xã không có làng nghề');
  });

  test('--explain gives the whole explanation, citation and marks', async () => {
    const answer = await judge('unit,indicator,value\na,9.1,0\n', QD1980, '--explain');
    expect(indicator(answer, '9.1').reason).toContain('Quyết định số 1980/QĐ-TTg');
    expect(indicator(answer, '9.1').reason).toContain('Chưa đối chiếu bản gốc');
  });
});

describe('which law judges', () => {
  test('an overlay fills what the nation left to the province, by path or by name', async () => {
    const csv = 'unit,indicator,value\na,6.1,1\n';
    expect(indicator(await judge(csv), '6.1')).toMatchObject({ verdict: 'unknown', standard: null });
    const shipped = 'minh-hoa-lai-chau-2016-2020';
    expect(indicator(await judge(csv, QD1980, '--overlay', shipped), '6.1').verdict).toBe('met');
    const path = new URL(`../../../../criteria-sets/${shipped}/overlay.json`, import.meta.url).pathname;
    expect(indicator(await judge(csv, QD1980, '--overlay', path), '6.1').verdict).toBe('met');
  });

  test('a year outside the period is unknown, not an error', async () => {
    const law = ['--set', 'vn-ntm-xa-2016-2020', '--dimension', 'TDMNPB', '--year', '2023'];
    const answer = await judge('unit,indicator,value\na,9.1,0\n', law);
    expect(answer.units[0]).toMatchObject({ met: 0, unknown: 19 });
    expect(indicator(answer, '9.1').reason).toContain('nằm ngoài giai đoạn 2016-2020');
  });

  test('the version in force that year judges; id/version and a folder name one', async () => {
    const csv = 'unit,indicator,value\na,9.1,0\n';
    const at = (set: string, year: string) => ['--set', set, '--dimension', 'TDMNPB', '--year', year];
    const verdict = async (set: string, year: string) =>
      indicator(await judge(csv, at(set, year)), '9.1').verdict;
    expect(await verdict('vn-ntm-xa-2021-2025', '2022')).toBe('met');
    expect(await verdict('vn-ntm-xa-2021-2025', '2024')).toBe('unknown');
    expect(await verdict('vn-ntm-xa-2021-2025/1', '2024')).toBe('met');
    const path = new URL('../../../../criteria-sets/vn-ntm-xa-2021-2025', import.meta.url).pathname;
    expect(await verdict(path, '2024')).toBe('met');
  });

  test('of 2026-2030 no indicator ships, so all ten criteria are unknown', async () => {
    const law = ['--set', 'vn-ntm-xa-2026-2030', '--dimension', 'NHOM1', '--year', '2027'];
    const answer = await judge('unit,indicator,value\n03460,1.1,1\n', law);
    expect(answer.units[0]).toMatchObject({ unit: '03460', met: 0, notMet: 0, unknown: 10 });
  });

  test('without the region nothing that needs it is judged', async () => {
    const law = ['--set', 'vn-ntm-xa-2016-2020', '--year', '2020'];
    const answer = await judge('unit,indicator,numerator,denominator\na,4.2,100,100\n', law);
    expect(answer.dimension).toBeNull();
    expect(indicator(answer, '4.2').reason).toContain('chưa rõ vùng');
  });
});

describe('a person at a terminal', () => {
  test('reads criteria and reasons in their language', async () => {
    const file = await folder.write('so-lieu.csv', 'unit,indicator,value\n03460,9.1,0\n');
    const run = await vb(['evaluate', ...QD1980, '--readings', file, '--lang', 'en']);
    expect(run.code).toBe(0);
    expect(run.out).toContain('03460: met 0, not met 0, unknown 19');
    expect(run.out).toMatch(/9\.1 {2}Met/);
  });

  test('may give an Excel workbook instead', async () => {
    const rows = [
      ['unit', 'indicator', 'value'],
      ['03460', '9.1', 0],
      ['03460', '4.2', 95.125],
    ];
    const book = { sheets: [{ name: 'Số liệu', rows: rows.map((cells) => ({ cells })) }] };
    const file = await folder.write('so-lieu.xlsx', await writeWorkbook(book));
    const answer = answerOf<Answer>(await vb(['evaluate', ...QD1980, '--readings', file, '--json']));
    expect([indicator(answer, '9.1').value, indicator(answer, '4.2').value]).toEqual([false, 95.125]);
  });

  test('is told what is wrong with the command itself, and nothing is printed as an answer', async () => {
    const file = await folder.write('so-lieu.csv', 'unit,indicator,value\na,9.1,0\n');
    const wrong: readonly (readonly [string[], string])[] = [
      [['--set', 'khong-co', '--dimension', 'TDMNPB', '--year', '2020'], 'khong-co'],
      [['--set', 'vn-ntm-xa-2016-2020', '--dimension', 'SAO-HOA', '--year', '2020'], 'TDMNPB, DBSH'],
      [['--set', 'vn-ntm-xa-2016-2020', '--dimension', 'TDMNPB', '--year', 'nay'], 'nay'],
      [[...QD1980, '--overlay', 'khong-co'], 'khong-co'],
      [['--dimension', 'TDMNPB', '--year', '2020'], '--set'],
    ];
    for (const [law, told] of wrong) {
      const run = await vb(['evaluate', ...law, '--readings', file]);
      expect([run.code, run.out]).toEqual([2, '']);
      expect(run.err).toContain(told);
    }
    const absent = await vb(['evaluate', ...QD1980, '--readings', folder.path('khong-co.csv')]);
    expect([absent.code, absent.out]).toEqual([2, '']);
  });
});
