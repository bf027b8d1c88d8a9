// Why no test notices some changes of reading/: what people type.
import type { ReasonsByFile } from '../rule.ts';

export const READING: ReasonsByFile = {};
