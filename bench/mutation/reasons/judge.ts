// Why no test notices some changes of judge/: figures to status bytes.
import type { ReasonsByFile } from '../rule.ts';

export const JUDGE: ReasonsByFile = {};
