// Where the project stands, whatever folder a bench is started from.
import { resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '..', '..');
