// Why no test notices some changes of check/: faults of a set that reads well.
import type { ReasonsByFile } from '../rule.ts';

export const CHECK: ReasonsByFile = {};
