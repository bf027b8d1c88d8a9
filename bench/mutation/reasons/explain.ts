// Why no test notices some changes of explain/: verdicts in words.
import type { ReasonsByFile } from '../rule.ts';

export const EXPLAIN: ReasonsByFile = {};
