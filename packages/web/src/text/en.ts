// The English catalogue. Fetched only when somebody chooses English.
import type { Catalogue } from './catalogue.ts';
import { accounts } from './en/accounts.ts';
import { assessments } from './en/assessments.ts';
import { begin } from './en/begin.ts';
import { board } from './en/board.ts';
import { evidence } from './en/evidence.ts';
import { frame } from './en/frame.ts';
import { intake } from './en/intake.ts';
import { verdicts } from './en/verdicts.ts';

export const en: Catalogue = {
  ...frame,
  ...accounts,
  ...assessments,
  ...evidence,
  ...begin,
  ...board,
  ...verdicts,
  ...intake,
};
