// After a sheet is kept, the office sees for each commune what the board shows and why.
import { whatIsShown } from '@vungbuoc/programme/intake';
import { expect, it } from 'vitest';
import { contextOf, draw, intake } from './drawn.ts';

it('a commune with figures stays by its figures, one without is shown as the sheet says', () => {
  const sheet = draw(['Xã|1|2|3|4|5|Số TC đạt', 'Lê Lợi|Đ|Đ|CĐ|Đ|Đ|4/5', 'Pú Đao|Đ|Đ|Đ|Đ|Đ|5/5']);
  const { applied } = intake(sheet, contextOf());
  const row = { met: 3, of: 5 };
  const rows = [
    { unit: '03484', name: 'Pú Đao', basis: null, ...row, met: null },
    { unit: '03472', name: 'Mường Mô', basis: 'computed' as const, ...row },
    { unit: '03481', name: 'Lê Lợi', basis: 'computed' as const, ...row },
  ];
  expect(whatIsShown(applied.results, rows)).toEqual([
    { unit: '03484', name: 'Pú Đao', by: 'sheet', met: null, said: 5, of: 5 },
    { unit: '03481', name: 'Lê Lợi', by: 'figures', met: 3, said: 4, of: 5 },
  ]);
});

it('marks are counted where the sheet has no total', () => {
  const { applied } = intake(draw(['Xã|1|2|3|4|5', 'Lê Lợi|Đ|Đ|CĐ|CĐ|Đ']), contextOf());
  const rows = [{ unit: '03481', name: 'Lê Lợi', basis: 'declared' as const, met: 1, of: 5 }];
  expect(whatIsShown(applied.results, rows)).toMatchObject([{ by: 'sheet', met: null, said: 3 }]);
});
