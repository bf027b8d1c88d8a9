// A scanner for malicious code that speaks clamd's INSTREAM over TCP. Chosen by VB_CLAMD=host:port.
import { connect, type Socket } from 'node:net';

/** `away`: it could not be asked, or did not answer as one does. */
export type Scanned =
  | { readonly said: 'clean' }
  | { readonly said: 'found'; readonly what: string }
  | { readonly said: 'away' };

const CHUNK = 65_536;

export class Clamd {
  private readonly host: string;
  private readonly port: number;
  /** Milliseconds without a word after which it counts as away. */
  private readonly patience: number;

  constructor(address: { readonly host: string; readonly port: number }, patience = 120_000) {
    this.host = address.host;
    this.port = address.port;
    this.patience = patience;
  }

  /** Sends the bytes and waits for the answer; never throws for a scanner that is away. */
  async scan(body: AsyncIterable<Uint8Array>): Promise<Scanned> {
    const socket = connect({ host: this.host, port: this.port });
    socket.setTimeout(this.patience, () => socket.destroy());
    const answer = hear(socket);
    try {
      await send(socket, body);
    } catch {
      // it may have answered and hung up before the last byte: what it said counts
    }
    return read(await answer);
  }
}

/** Everything that was said until the other side hung up; '' when nothing was. */
function hear(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      said = (said + text).slice(0, 1000);
      // asked with z, an answer ends with a nought
      if (said.includes('\0')) socket.end();
    });
    socket.on('error', () => resolve(said));
    socket.on('close', () => resolve(said));
  });
}

async function send(socket: Socket, body: AsyncIterable<Uint8Array>): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'));
  for await (const piece of body) {
    for (let at = 0; at < piece.length; at += CHUNK) {
      const part = piece.subarray(at, at + CHUNK);
      const head = Buffer.alloc(4);
      head.writeUInt32BE(part.length);
      await write(socket, Buffer.concat([head, part]));
    }
  }
  await write(socket, Buffer.alloc(4));
}

function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    if (socket.destroyed) reject(new Error('the scanner hung up'));
    else socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

function read(said: string): Scanned {
  const line = said.replace(/\0.*$/s, '').trim();
  if (/^stream: OK$/.test(line)) return { said: 'clean' };
  const found = /^stream: (.{1,200}) FOUND$/.exec(line);
  return found?.[1] ? { said: 'found', what: found[1] } : { said: 'away' };
}
