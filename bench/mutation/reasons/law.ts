// Why no test notices some changes of law/: the shape of a criteria set.
import type { ReasonsByFile } from '../rule.ts';

export const LAW: ReasonsByFile = {};
