// Fills the disk while a photo is being sent, and empties it again. Runs on a tmpfs of its own, see full-disk.test.ts.
// Prints one line of JSON: what the sender was told at each step.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '@vungbuoc/programme/problems';
import { openEvidence } from '../../src/container/evidence.ts';

const [disk = ''] = process.argv.slice(2);
const filler = join(disk, 'filler');
const ME = { personId: 1 };
const { uploads, store } = openEvidence({ varFolder: disk, s3: null, clamd: null });

/** A paper of about a megabyte that does not shrink. */
const bytes = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(1_000_000, 'Báo cáo 12/BC-UBND ')]);

async function ask(method: string, path: string, headers: Record<string, string>, body?: Buffer) {
  const address = `http://localhost/api/evidence/uploads${path}`;
  const request = new Request(address, {
    method,
    headers: { 'tus-resumable': '1.0.0', ...headers },
    ...(body ? { body: new Uint8Array(body) } : {}),
  });
  const begins = method === 'POST' ? { ...ME, unitId: 1, name: 'bao-cao.pdf' } : null;
  return uploads.handle(request, ME, begins);
}

/** What somebody is told: the code of the problem, or the status. */
async function told(work: Promise<unknown>): Promise<string> {
  return work.then(
    (reply) => (reply instanceof Response ? String(reply.status) : 'done'),
    (error: unknown) => (error instanceof ProblemError ? error.problems[0].code : String(error)),
  );
}

function sendFrom(upload: string, offset: number): Promise<Response> {
  const type = 'application/offset+octet-stream';
  const headers = { 'upload-offset': String(offset), 'content-type': type };
  return ask('PATCH', `/${upload}`, headers, bytes.subarray(offset));
}

/** Ends by ENOSPC with every block taken. */
const fillDisk = () => writeFile(filler, Buffer.alloc(8_000_000)).catch(() => {});

const begun = await ask('POST', '', { 'upload-length': String(bytes.length) });
const upload = begun.headers.get('location')?.split('/').at(-1) ?? '';
await fillDisk();
const whileFull = await told(sendFrom(upload, 0));
const anotherWhileFull = await told(ask('POST', '', { 'upload-length': '500000' }));
await rm(filler);
const head = await ask('HEAD', `/${upload}`, {});
const arrived = Number(head.headers.get('upload-offset'));
const afterwards = await told(sendFrom(upload, arrived));
const file = await uploads.find(upload, ME);
const kept = file ? await told(store.keep(file.sha256, file.path)) : 'absent';
const found = file && (await store.find(file.sha256));
const whole = found && Buffer.from(await new Response(found.body).arrayBuffer()).equals(bytes);
console.log(JSON.stringify({ whileFull, anotherWhileFull, afterwards, kept, whole }));
