// Tar (POSIX ustar), as far as an archive of ours needs it: plain files with short names, written and read as streams.

export interface TarEntry {
  readonly name: string;
  readonly size: number;
  /** Its bytes; what is not read of them is passed over. */
  readonly body: AsyncIterable<Buffer>;
}

/** A stream that is no tar, or ends in the middle of one. */
export class TarProblem extends Error {
  override readonly name = 'TarProblem';
}

const BLOCK = 512;
/** The most that eleven octal digits can say. */
const MOST_BYTES = 0o77777777777;
/** Where the fields of a header stand, by offset and length. */
const FIELD = {
  name: [0, 100],
  mode: [100, 8],
  uid: [108, 8],
  gid: [116, 8],
  size: [124, 12],
  mtime: [136, 12],
  sum: [148, 8],
  type: [156, 1],
  magic: [257, 8],
  prefix: [345, 155],
} as const;

/** The end of an archive: two empty blocks. */
export const TAR_END = Buffer.alloc(2 * BLOCK);

/** What stands before an entry's bytes. @param name folders and a file's name, of which only the latter is short */
export function tarHeader(name: string, size: number, changedAt: Date): Buffer {
  const slash = name.lastIndexOf('/');
  const header = Buffer.alloc(BLOCK);
  put(header, 'name', name.slice(slash + 1));
  put(header, 'prefix', slash < 0 ? '' : name.slice(0, slash));
  put(header, 'mode', octal(0o600, 7));
  put(header, 'uid', octal(0, 7));
  put(header, 'gid', octal(0, 7));
  if (size > MOST_BYTES) throw new RangeError(`${name} is too large for the archive: ${size} bytes`);
  put(header, 'size', octal(size, 11));
  put(header, 'mtime', octal(Math.floor(changedAt.getTime() / 1000), 11));
  put(header, 'type', '0');
  put(header, 'magic', 'ustar\u000000');
  put(header, 'sum', `${octal(sumOf(header), 6)}\u0000 `);
  return header;
}

/** What stands after an entry's bytes, up to the next whole block. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
}

function put(header: Buffer, field: keyof typeof FIELD, text: string): void {
  const [offset, length] = FIELD[field];
  if (Buffer.byteLength(text) > length) throw new RangeError(`"${text}" is too long for the archive`);
  header.write(text, offset, length);
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0');
}

/** All bytes of a header added up, those of the sum itself as spaces. */
function sumOf(header: Buffer): number {
  const [offset, length] = FIELD.sum;
  let sum = length * 0x20;
  for (const [at, byte] of header.entries()) if (at < offset || at >= offset + length) sum += byte;
  return sum;
}

/**
 * The entries of an archive in their order, reading on to the very end of the stream.
 * @throws TarProblem when it is no tar or is cut, and whatever the stream throws
 */
export async function* readTar(chunks: AsyncIterable<Buffer>): AsyncGenerator<TarEntry, void, void> {
  const bytes = new ByteQueue(chunks);
  try {
    for (;;) {
      const header = await bytes.take(BLOCK);
      if (header.every((byte) => byte === 0)) break;
      const { name, size } = readHeader(header);
      const body = bytes.pass(size);
      yield { name, size, body };
      for await (const _rest of body);
      await bytes.take(tarPadding(size).length);
    }
    // a packed stream checks itself at its end only
    await bytes.passAll();
  } finally {
    await bytes.close();
  }
}

function readHeader(header: Buffer): { name: string; size: number } {
  const text = (field: keyof typeof FIELD): string => {
    const [offset, length] = FIELD[field];
    return header.toString('utf8', offset, offset + length).replace(/\0[\s\S]*$/, '');
  };
  if (text('magic') !== 'ustar' || Number.parseInt(text('sum'), 8) !== sumOf(header))
    throw new TarProblem('not the header of a tar');
  const size = Number.parseInt(text('size'), 8);
  if (!Number.isSafeInteger(size) || size < 0 || text('type') !== '0')
    throw new TarProblem('a kind of entry that is not ours');
  const prefix = text('prefix');
  return { name: prefix ? `${prefix}/${text('name')}` : text('name'), size };
}

/** The bytes of a stream, taken in pieces of the wanted length. */
class ByteQueue {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Exactly `length` bytes, a few blocks at most. @throws TarProblem when the stream ends before */
  async take(length: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.pass(length)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  /** The next `length` bytes as they come. @throws TarProblem when the stream ends before */
  async *pass(length: number): AsyncGenerator<Buffer, void, void> {
    let wanted = length;
    while (wanted > 0) {
      if (this.#rest.length === 0 && !(await this.#more())) throw new TarProblem('it ends too early');
      const piece = this.#rest.subarray(0, wanted);
      this.#rest = this.#rest.subarray(piece.length);
      wanted -= piece.length;
      yield piece;
    }
  }

  async passAll(): Promise<void> {
    while (await this.#more());
    this.#rest = Buffer.alloc(0);
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#chunks.next();
    if (done) return false;
    this.#rest = value;
    return true;
  }
}
