// The record of a mutation campaign says what Stryker said, and calls nothing explained that nobody explained.
import { describe, expect, it } from 'vitest';
import { reasonFor } from './mutation/explained.ts';
import { resultsPart, survivorsPage } from './mutation/pages.ts';
import { placeOf } from './mutation/place.ts';
import { type MutationRecord, recordOf, type Survivor } from './mutation/record.ts';
import type { ReasonsByFile } from './mutation/rule.ts';
import type { StrykerReport } from './mutation/stryker-report.ts';
import { placesOfSurvivors, withNews } from './mutation/survivors.ts';
import { withPart } from './page/marked-part.ts';

const SOURCE = `const LIMIT = 7;

export class Desk {
  read(text: string): number {
    return text === '' ? 0 : LIMIT;
  }
}
`;

const report: StrykerReport = {
  files: {
    'packages/criteria/src/room/desk.ts': {
      source: SOURCE,
      mutants: [
        mutant('1', 'Killed', 1, 15, 16),
        mutant('2', 'Timeout', 5, 12, 16),
        mutant('3', 'Survived', 5, 12, 23),
        mutant('4', 'NoCoverage', 1, 15, 16),
        mutant('5', 'CompileError', 1, 15, 16),
      ],
    },
  },
};

function mutant(id: string, status: string, line: number, start: number, end: number) {
  const location = { start: { line, column: start }, end: { line, column: end } };
  return { id, status, mutatorName: 'ConditionalExpression', replacement: 'false', location };
}

describe('what survived, tried again after tests were added', () => {
  const desk = 'packages/criteria/src/room/desk.ts';
  const news = (...mutants: ReturnType<typeof mutant>[]): StrykerReport => ({
    files: { [desk]: { source: SOURCE, mutants } },
  });

  it('is named by the places where Stryker finds it: lines from 1, columns from 0', () => {
    expect(placesOfSurvivors(report)).toEqual([`${desk}:5:11-5:22`, `${desk}:1:14-1:15`]);
  });

  it('has its new answer; what was noticed before is left as it was', () => {
    const { files } = withNews(
      report,
      news(
        mutant('0', 'Killed', 5, 12, 23),
        mutant('1', 'NoCoverage', 1, 15, 16),
        mutant('2', 'Survived', 5, 12, 16),
      ),
    );
    const statuses = files[desk]?.mutants.map(({ status }) => status);
    expect(statuses).toEqual(['Killed', 'Timeout', 'Killed', 'NoCoverage', 'CompileError']);
  });

  it('is not passed over where Stryker did not try it', () => {
    expect(() => withNews(report, news(mutant('0', 'Killed', 5, 12, 23)))).toThrow(
      'not tried again: packages/criteria/src/room/desk.ts:1',
    );
  });
});

describe('the record', () => {
  const record = recordOf(report, 'abc1234', '2026-11-23');

  it('counts what could be built, and a loop without end as noticed', () => {
    expect(record).toMatchObject({
      commit: 'abc1234',
      score: 50,
      files: [{ file: 'room/desk.ts', detected: 2, survived: 1, uncovered: 1 }],
    });
  });

  it('names each survivor by what was changed and where', () => {
    expect(record.survivors).toEqual([
      expect.objectContaining({ line: 1, place: 'LIMIT', original: '7', covered: false }),
      {
        file: 'room/desk.ts',
        line: 5,
        place: 'Desk.read',
        code: "return text === '' ? 0 : LIMIT;",
        mutator: 'ConditionalExpression',
        original: "text === ''",
        replacement: 'false',
        covered: true,
      },
    ]);
  });
});

describe('a reason', () => {
  const [, survivor] = recordOf(report, 'abc1234', '2026-11-23').survivors as [Survivor, Survivor];
  const because = 'An empty text is the limit too.';

  it.each([
    ['its place', { place: 'Desk.read', because }, true],
    ['another place', { place: 'Desk.write', because }, false],
    ['its line', { line: "text === ''", because }, true],
    ['its line and another change', { line: "text === ''", becomes: 'true', because }, false],
    ['its place and its kind', { place: 'Desk.read', mutator: ['ConditionalExpression'], because }, true],
    ['its place and another text', { place: 'Desk.read', was: 'LIMIT', because }, false],
  ])('fits by %s: %j', (_name, reason, fits) => {
    expect(reasonFor(survivor, { 'room/desk.ts': [reason] }) === reason).toBe(fits);
    expect(reasonFor(survivor, { 'room/other.ts': [reason] })).toBeNull();
  });

  it('that is missing is counted on both pages', () => {
    const record = recordOf(report, 'abc1234', '2026-11-23');
    const reasons: ReasonsByFile = { 'room/desk.ts': [{ place: 'Desk.read', because }] };
    expect(resultsPart(record, reasons)).toContain('1 have a reason and 1 are not explained yet');
    const page = survivorsPage(record, reasons);
    expect(page).toContain('## Not explained yet (1)\n\n### room/desk.ts (1)\n\n- 1, LIMIT: `7` → `false`');
    expect(page).toContain(`**${because}**\n\n- 5, Desk.read: \`text === ''\` → \`false\``);
  });

  it('is not claimed where nothing survived', () => {
    const nothing: MutationRecord = { commit: 'a', date: '2026-11-23', score: 100, files: [], survivors: [] };
    expect(survivorsPage(nothing, {})).toContain('## Not explained yet (0)\n\nNone.');
  });
});

describe('places', () => {
  it.each([
    [1, 'LIMIT'],
    [3, 'Desk'],
    [5, 'Desk.read'],
  ])('line %i is %s', (line, place) => {
    expect(placeOf(SOURCE.split('\n'), line)).toBe(place);
  });
});

describe('the page of results', () => {
  const page = 'a\n<!-- mutation: written by npm run mutation -->\nold\n<!-- mutation: end -->\nb\n';

  it('keeps what stands outside the marks', () => {
    expect(withPart(page, 'mutation', 'new')).toBe(
      'a\n<!-- mutation: written by npm run mutation -->\n\nnew\n<!-- mutation: end -->\nb\n',
    );
  });

  it('is not written over where the marks are lost', () => {
    expect(() => withPart('a', 'mutation', 'new')).toThrow('lost the marks');
  });
});
