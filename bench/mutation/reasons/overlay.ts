// Why no test notices some changes of overlay/: a province’s regulation on top of a set.
import type { ReasonsByFile } from '../rule.ts';

export const OVERLAY: ReasonsByFile = {};
