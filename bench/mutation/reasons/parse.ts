// Why no test notices some changes of parse/: documents to sets.
import type { ReasonsByFile } from '../rule.ts';

export const PARSE: ReasonsByFile = {};
