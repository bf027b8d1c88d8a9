// Files on their way in: the tus protocol, each upload bound to the person who began it, refusals as problems in words.
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { FileConfigstore } from '@tus/file-store';
import { Server, type ServerOptions, type Upload } from '@tus/server';
import { MOST_FILE_BYTES } from '@vungbuoc/programme/evidence';
import { ProblemError, refuse } from '@vungbuoc/programme/problems';
import { isFullDisk, UploadFolder } from './disk.ts';
import { type Inspected, inspect } from './inspect.ts';
import { problemOfTus } from './tus-problem.ts';

export interface UploadDeskOptions {
  readonly folder: string;
  /** The route that uploads are begun at; each is then found below it. */
  readonly route: string;
  readonly scanner: Parameters<typeof inspect>[1];
  readonly limits?: UploadLimits;
}

export interface UploadLimits {
  /** Uploads of one person that are unfinished, or whole and not attached. */
  readonly uploads: number;
  /** Their declared sizes together, bytes. */
  readonly bytes: number;
  /** After this many milliseconds one that was not attached is gone. */
  readonly lifetime: number;
}

const LIMITS: UploadLimits = { uploads: 40, bytes: 1_000_000_000, lifetime: 24 * 3_600_000 };

interface Owner {
  readonly personId: number;
}

interface Begun extends Owner {
  readonly unitId: number;
  readonly name: string;
}

/** One request on its way through the library: who asks, and why it was refused. */
interface Passage {
  readonly owner: Owner;
  readonly begins: Begun | null;
  fault: unknown;
}

type Asked = Parameters<NonNullable<ServerOptions['onIncomingRequest']>>[0];

export class UploadDesk {
  private readonly folder: UploadFolder;
  private readonly notes: FileConfigstore;
  private readonly server: Server;
  private readonly scanner: UploadDeskOptions['scanner'];
  private readonly limits: UploadLimits;
  private readonly passages = new WeakMap<object, Passage>();

  constructor({ folder, route, scanner, limits = LIMITS }: UploadDeskOptions) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.scanner = scanner;
    this.limits = limits;
    this.notes = new FileConfigstore(folder);
    this.folder = new UploadFolder({
      directory: folder,
      configstore: this.notes,
      expirationPeriodInMilliseconds: limits.lifetime,
    });
    this.server = new Server({
      path: route,
      datastore: this.folder,
      relativeLocation: true,
      maxSize: MOST_FILE_BYTES,
      allowedOrigins: [],
      // nobody guesses 256 bits
      namingFunction: () => randomBytes(32).toString('hex'),
      onUploadCreate: (request, upload) => this.begin(request, upload),
      onIncomingRequest: (request, id) => this.requireOwn(request, id),
      onUploadFinish: (request, upload) => this.finish(request, upload),
      onResponseError: (request, error) => {
        const passage = this.passages.get(request);
        if (passage) passage.fault ??= error;
        return undefined;
      },
    });
  }

  /** @throws ProblemError for every refusal of the protocol and of ours */
  async handle(request: Request, owner: Owner, begins: Begun | null): Promise<Response> {
    const passage: Passage = { owner, begins, fault: null };
    this.passages.set(request, passage);
    const reply = await this.server.handleWeb(request as Asked); // its type adds only what Node's own server would have
    const { fault } = passage;
    if (fault instanceof ProblemError) throw fault;
    // the library may hand over what its stream met before it hands over what our store made of it
    if (fault instanceof Error && isFullDisk(fault)) refuse('storage.disk-full');
    // what is noted of an upload is ours; the protocol would hand it back
    reply.headers.delete('upload-metadata');
    if (reply.status < 400) return reply;
    throw await problemOfTus(reply, fault);
  }

  /** null: there is none of this person. @throws evidence.upload-unfinished */
  async find(id: string, owner: Owner) {
    const upload = await this.findOwn(id, owner);
    if (!upload) return null;
    const { size = 0, metadata } = upload;
    const { unitId, name } = metadata ?? {};
    const facts = metadata?.facts ?? (await this.finishLate(id));
    const { takenOn, takenAt, ...inspected } = JSON.parse(facts) as Inspected; // written by `finish`
    const file = { ...inspected, bytes: size, name: name ?? '' };
    const found = { name: file.name, bytes: size, mime: file.mime, scan: file.scan, takenOn, takenAt };
    return { ...file, upload: id, unitId: Number(unitId), path: this.folder.pathOf(id), found };
  }

  async discard(id: string): Promise<void> {
    await this.folder.remove(id).catch(() => undefined);
    await this.notes.delete(id).catch(() => undefined);
  }

  private async begin(request: object, upload: Upload): Promise<{ metadata: Record<string, string> }> {
    const begins = this.passages.get(request)?.begins;
    if (!begins) return refuse('evidence.upload-not-found');
    const { size } = upload;
    // tus can leave the size open; then nothing could be said of room and limits
    if (size === undefined) return refuse('evidence.upload-misspoken', { why: 'Upload-Length' });
    if (size === 0) return refuse('evidence.empty');
    await this.folder.deleteExpired();
    await this.requireFew(begins, size);
    await this.folder.requireRoom(size);
    const { personId, unitId, name } = begins;
    return { metadata: { personId: String(personId), unitId: String(unitId), name } };
  }

  private async requireFew({ personId }: Owner, size: number): Promise<void> {
    const own = (await this.listUploads()).filter((one) => one.metadata?.personId === String(personId));
    const bytes = own.reduce((sum, one) => sum + (one.size ?? 0), size);
    if (own.length < this.limits.uploads && bytes <= this.limits.bytes) return;
    refuse('evidence.too-many-uploads', { count: own.length });
  }

  private async listUploads(): Promise<Upload[]> {
    const ids = await this.notes.list();
    const uploads = await Promise.all(ids.map((id) => this.notes.get(id).catch(() => undefined)));
    return uploads.filter((one) => one !== undefined);
  }

  /** Whoever did not begin it is told what an absent one tells. */
  private async requireOwn(request: object, id: string): Promise<void> {
    const passage = this.passages.get(request);
    if (!passage) return refuse('evidence.upload-not-found');
    if (passage.begins) return;
    if (!(await this.findOwn(id, passage.owner))) refuse('evidence.upload-not-found');
  }

  private async findOwn(id: string, { personId }: Owner): Promise<Upload | null> {
    if (!/^[0-9a-f]{64}$/.test(id)) return null;
    const upload = await this.notes.get(id).catch(() => undefined);
    if (upload?.metadata?.personId !== String(personId)) return null;
    const begun = Date.parse(upload.creation_date ?? '');
    return Date.now() - begun > this.limits.lifetime ? null : upload;
  }

  /** Looks at a file that was whole when the server went away. @throws evidence.upload-unfinished */
  private async finishLate(id: string): Promise<string> {
    const upload = await this.folder.getUpload(id).catch(() => refuse('evidence.upload-not-found'));
    if (upload.offset !== upload.size) return refuse('evidence.upload-unfinished');
    await this.finish({}, upload);
    return upload.metadata?.facts ?? refuse('evidence.upload-unfinished');
  }

  /** A file that is refused leaves nothing behind. */
  private async finish(_request: object, upload: Upload): Promise<Record<string, never>> {
    try {
      const facts = await inspect(this.folder.pathOf(upload.id), this.scanner);
      const metadata = { ...upload.metadata, facts: JSON.stringify(facts) };
      await this.notes.set(upload.id, Object.assign(upload, { metadata })).catch(isFullDisk);
      return {};
    } catch (error) {
      await this.discard(upload.id);
      throw error;
    }
  }
}
