// What stands behind the ports of evidence: disk or S3, a scanner or none, the folders that all of it lives in.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { Clamd } from '../external/clamd.ts';
import { DiskStore } from '../external/evidence-disk.ts';
import { S3Store } from '../external/evidence-s3.ts';
import { KeptPreviews } from '../files/index.ts';
import type { EvidencePorts } from '../reference/evidence-ports.ts';
import { UploadDesk } from '../uploads/index.ts';

/** Where uploads are begun; the door of `http/evidence-uploads.ts` has the same. */
const UPLOAD_ROUTE = '/api/evidence/uploads';

/** Folders below `var`: `evidence` (the bytes), `evidence-previews` (may be emptied), `uploads` (on their way in). */
export function openEvidence({
  varFolder,
  s3,
  clamd,
}: Pick<Config, 'varFolder' | 's3' | 'clamd'>): EvidencePorts {
  const [bytes, previews, folder] = ['evidence', 'evidence-previews', 'uploads'].map((name) =>
    join(varFolder, name),
  ) as [string, string, string]; // as many as were named
  const scanner = clamd ? new Clamd(clamd) : null;
  let uploads: UploadDesk | null = null;
  return {
    store: s3 ? new S3Store(s3) : new DiskStore(bytes),
    // made for the first file: the command line takes none, and may not be able to write beside the database
    get uploads() {
      if (uploads === null) mkdirSync(bytes, { recursive: true, mode: 0o700 });
      uploads ??= new UploadDesk({ folder, route: UPLOAD_ROUTE, scanner });
      return uploads;
    },
    previews: new KeptPreviews(previews),
    scanner,
  };
}
