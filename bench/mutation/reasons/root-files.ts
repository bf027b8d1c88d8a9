// Why no test notices some changes of the files beside the engine’s rooms: decimals, JSON, verdicts.
import type { ReasonsByFile } from '../rule.ts';

export const ROOT_FILES: ReasonsByFile = {};
