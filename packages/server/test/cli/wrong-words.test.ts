// A command line that is not understood is answered in the person's language, all at once, never in the runtime's words.
import { describe, expect, test } from 'vitest';
import { vb } from './vb.ts';

const said = async (...argv: string[]) => {
  const { code, out, err } = await vb(argv);
  expect([code, out]).toEqual([2, '']);
  return err.trim();
};

describe('options', () => {
  test.each([
    [['--foo'], 'Không có tùy chọn --foo. Xem: vb evaluate --help'],
    [['-x'], 'Không có tùy chọn -x. Xem: vb evaluate --help'],
    [['--year'], '--year thiếu giá trị: --year YYYY. Xem: vb evaluate --help'],
    [['--year', '--json'], '--year thiếu giá trị: --year YYYY.'],
    [['--json=1'], '--json không kèm giá trị. Xem: vb evaluate --help'],
    [['--lang', 'fr'], '--lang là vi hoặc en. Xem: vb evaluate --help'],
    [['mot', 'hai'], 'Thừa “mot”. Thừa “hai”. Xem: vb evaluate --help'],
    [['--no-json'], 'Không có tùy chọn --no-json. Xem: vb evaluate --help'],
    [['--foo', '--bar=2', '--set'], 'Không có tùy chọn --foo. Không có tùy chọn --bar. --set thiếu giá trị'],
  ] as const)('%j', async (argv, sentence) => {
    expect(await said('evaluate', ...argv)).toContain(sentence);
  });

  test('in English', async () => {
    expect(await said('evaluate', '--foo', '--year', '--lang', 'en')).toBe(
      'There is no option --foo. --year has no value: --year YYYY. See: vb evaluate --help --lang en',
    );
  });

  test('as a problem for programs', async () => {
    const { problems } = JSON.parse(await said('evaluate', '--foo', '--json')) as {
      problems: { code: string }[];
    };
    expect(problems).toMatchObject([{ code: 'command-line.wrong' }]);
  });
});

describe('what is missing', () => {
  test('is named all at once', async () => {
    expect(await said('evaluate')).toBe('Thiếu --set, --year, --readings.');
    expect(await said('evaluate', '--lang', 'en')).toBe('--set, --year, --readings are missing.');
    expect(await said('evaluate', '--year', '2020', '--readings', 'x.csv')).toBe('Thiếu --set.');
  });

  test.each([
    ['programmes found', '--code, --name, --home, --from'],
    ['rounds open', '--programme, --host, --year'],
    ['rounds reevaluate', '--under, --round'],
    ['targets set', '--programme, --host, --year'],
    ['recognitions record', '--programme, --level, --source'],
    ['columns sign', '--column, --by, --on'],
    ['readings template', '--out'],
  ])('of %s, before a database is asked for', async (name, missing) => {
    expect(await said(...name.split(' '))).toBe(`Thiếu ${missing}.`);
  });
});

test('a command that takes one word is not given two', async () => {
  expect(await said('intake', 'a.xlsx', 'b.xlsx')).toContain('Thừa “b.xlsx”.');
});

test('a column that the set does not have is answered with those that it has', async () => {
  const law = ['--set', 'vn-ntm-xa-2016-2020', '--year', '2020', '--readings', '/dev/null'];
  expect(await said('evaluate', ...law, '--dimension', 'ZZ')).toMatch(
    /^--dimension: Bộ tiêu chí này không có cột “ZZ”\. Các cột có: TDMNPB, .+\.$/,
  );
});
