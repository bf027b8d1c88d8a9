// All routes that carry files.
import { boardSheetRoutes } from './board-sheet.ts';
import { changesRoutes } from './changes.ts';
import { evidenceFileRoutes } from './evidence.ts';
import { uploadRoutes } from './evidence-uploads.ts';
import type { FileRoute } from './file-route.ts';
import { intakeRoutes } from './intake.ts';
import { readingsFileRoutes } from './readings-file.ts';

export const fileRoutes: readonly FileRoute[] = [
  ...boardSheetRoutes,
  ...changesRoutes,
  ...readingsFileRoutes,
  ...intakeRoutes,
  ...uploadRoutes,
  ...evidenceFileRoutes,
];
