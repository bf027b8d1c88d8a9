// Why no test notices some changes of compare/: sets and versions held against each other.
import type { ReasonsByFile } from '../rule.ts';

export const COMPARE: ReasonsByFile = {};
