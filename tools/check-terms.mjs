// `npm run terms`: prints every domain identifier that docs/terms.md does not know, and fails when there is one.
import { fileURLToPath } from 'node:url';
import { findUnknownWords } from './house/words.ts';

const faults = findUnknownWords(fileURLToPath(new URL('..', import.meta.url)));
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
