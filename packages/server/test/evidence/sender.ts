// A person who sends files as a phone does: begins an upload, sends pieces, looks how far it came, attaches it.
import sharp, { type Sharp } from 'sharp';
import type { TestApp } from '../app.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: { readonly code?: string; readonly [name: string]: unknown };
}

/** What is said of a file beside its bytes. */
export interface Sent {
  readonly unit?: string;
  readonly round?: string;
  readonly codes?: string;
  readonly filename?: string;
}

/** A commune of the sample, its round, and the indicator on clean water. */
export const OURS = {
  unit: '03472@2020-12-31',
  round: '2020-nam',
  codes: '17.1',
  filename: 'Ảnh giếng nước.jpg',
};

export async function ask(
  app: TestApp,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string | Uint8Array<ArrayBuffer>,
): Promise<Answer> {
  const reply = await app.request(`http://localhost${path}`, {
    method,
    headers: { host: 'localhost', ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const type = reply.headers.get('content-type') ?? '';
  const hasBody = method !== 'HEAD' && type.includes('json');
  const parsed = hasBody ? ((await reply.json()) as Answer['body']) : {};
  return { status: reply.status, headers: reply.headers, body: parsed };
}

const TUS = { 'tus-resumable': '1.0.0' };

export function begin(app: TestApp, length: number, sent: Sent = {}): Promise<Answer> {
  const metadata = Object.entries({ ...OURS, ...sent })
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');
  const headers = { ...TUS, 'upload-length': String(length), 'upload-metadata': metadata };
  return ask(app, 'POST', '/api/evidence/uploads', headers);
}

export function sendPiece(
  app: TestApp,
  location: string,
  offset: number,
  bytes: Uint8Array,
): Promise<Answer> {
  const type = 'application/offset+octet-stream';
  const headers = { ...TUS, 'upload-offset': String(offset), 'content-type': type };
  return ask(app, 'PATCH', location, headers, new Uint8Array(bytes));
}

export function lookAt(app: TestApp, location: string): Promise<Answer> {
  return ask(app, 'HEAD', location, TUS);
}

/** Sends a file in one piece. `upload` is what an attachment names. */
export async function sendWhole(app: TestApp, bytes: Uint8Array, sent: Sent = {}) {
  const begun = await begin(app, bytes.length, sent);
  if (begun.status !== 201) return { ...begun, upload: '', location: '' };
  const location = begun.headers.get('location') ?? '';
  const last = await sendPiece(app, location, 0, bytes);
  return { ...last, location, upload: location.split('/').at(-1) ?? '' };
}

export function command(app: TestApp, name: string, input: object, id: string = crypto.randomUUID()) {
  return ask(app, 'POST', `/api/commands/${name}/${id}`, {}, JSON.stringify(input));
}

const NOTHING_SAID = {
  issuer: null,
  documentNumber: null,
  documentOn: null,
  expiresOn: null,
  takenOn: null,
  takenAt: null,
};

export function attach(app: TestApp, upload: string, more: object = {}, id: string = crypto.randomUUID()) {
  const { unit, round } = OURS;
  const input = { unit, round, codes: ['17.1'], ...NOTHING_SAID, upload, ...more };
  return command(app, 'evidence.attach', input, id);
}

/** Sends a file and attaches it; answers with the id of the piece. */
export async function addFile(app: TestApp, bytes: Uint8Array, sent: Sent = {}, more: object = {}) {
  const { upload, status, body } = await sendWhole(app, bytes, sent);
  if (upload === '') throw new Error(`not sent: ${status} ${body.code}`);
  const { unit, round, codes } = { ...OURS, ...sent };
  const attached = await attach(app, upload, { unit, round, codes: codes.split(','), ...more });
  if (attached.status !== 200) throw new Error(`not attached: ${attached.status} ${attached.body.code}`);
  return String(attached.body.evidence);
}

/** A photo with shapes in it that no other number gives. */
export async function photo(shapes: number, change: (picture: Sharp) => Sharp = (one) => one) {
  const spots = Array.from({ length: 9 }, (_, at) => {
    const [x, y] = [(shapes * 37 + at * 91) % 320, (shapes * 53 + at * 61) % 240];
    return `<circle cx="${x}" cy="${y}" r="${20 + ((shapes + at * 13) % 40)}" fill="hsl(${(shapes * 31 + at * 70) % 360},70%,${30 + at * 6}%)"/>`;
  });
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240"><rect width="320" height="240" fill="#9ab"/>${spots.join('')}</svg>`;
  const picture = sharp(Buffer.from(drawing));
  return new Uint8Array(await change(picture).jpeg({ quality: 90 }).toBuffer());
}
