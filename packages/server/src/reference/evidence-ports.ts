// What evidence needs of the world outside the database, as ports: the container decides what stands behind each.
import type { UploadFound, WholeFile } from '@vungbuoc/programme/evidence';

/** Bytes by their SHA-256, written once; on disk by default, in S3 by setting. */
export interface EvidenceStore {
  /** Keeps a whole file, which stays where it is too. Its bytes are safe when this resolves. */
  keep(sha256: string, file: string): Promise<void>;
  /** null: there are no such bytes. */
  find(sha256: string): Promise<{ readonly bytes: number; readonly body: ReadableStream<Uint8Array> } | null>;
}

/** `away`: the scanner could not be asked. */
export type Scanned =
  | { readonly said: 'clean' }
  | { readonly said: 'found'; readonly what: string }
  | { readonly said: 'away' };

export interface Scanner {
  scan(body: AsyncIterable<Uint8Array>): Promise<Scanned>;
}

/** A whole upload of one person for one unit, not yet evidence. */
export interface UploadedFile extends WholeFile {
  readonly unitId: number;
  /** Where its bytes are until they are kept. */
  readonly path: string;
  readonly found: UploadFound;
}

/** Whose an upload is, and what for. */
export interface UploadOwner {
  readonly personId: number;
}

export interface NewUpload extends UploadOwner {
  readonly unitId: number;
  /** As the sender gave it: only shown, never a path. */
  readonly name: string;
}

/** Files on their way in, by the tus protocol. An upload of somebody else reads as absent. */
export interface Uploads {
  /** Answers a request of the protocol. `begins`: what a creation is for; null for all others. */
  handle(request: Request, owner: UploadOwner, begins: NewUpload | null): Promise<Response>;
  /** null: there is none of this person. @throws evidence.upload-unfinished */
  find(upload: string, owner: UploadOwner): Promise<UploadedFile | null>;
  /** Forgets one whose bytes were taken over. */
  discard(upload: string): Promise<void>;
}

/** Pictures drawn from photos, kept beside them once they were asked for. */
export interface Previews {
  draw(sha256: string, size: 'small' | 'large', original: () => Promise<Uint8Array>): Promise<Uint8Array>;
}

export interface EvidencePorts {
  readonly store: EvidenceStore;
  readonly uploads: Uploads;
  readonly previews: Previews;
  /** null: none is set, and nothing is scanned. */
  readonly scanner: Scanner | null;
}
