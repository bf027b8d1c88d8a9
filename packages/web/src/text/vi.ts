// The Vietnamese catalogue: the first language, and the list of keys that every other catalogue must have.
import { accounts } from './vi/accounts.ts';
import { assessments } from './vi/assessments.ts';
import { begin } from './vi/begin.ts';
import { board } from './vi/board.ts';
import { evidence } from './vi/evidence.ts';
import { frame } from './vi/frame.ts';
import { intake } from './vi/intake.ts';
import { verdicts } from './vi/verdicts.ts';

export const vi = {
  ...frame,
  ...accounts,
  ...assessments,
  ...evidence,
  ...begin,
  ...board,
  ...verdicts,
  ...intake,
} as const;
