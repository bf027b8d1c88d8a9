// The bytes of evidence in any S3, each under its SHA-256. Chosen by VB_S3_BUCKET; the disk is the default.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';
import type { S3Settings } from '../config.ts';

export class S3Store {
  private readonly client: AwsClient;
  private readonly bucket: string;

  constructor({ endpoint, bucket, region, accessKey, secretKey }: S3Settings) {
    this.client = new AwsClient({
      accessKeyId: accessKey,
      secretAccessKey: secretKey,
      region,
      service: 's3',
      // a body that is a stream cannot be sent twice
      retries: 0,
    });
    this.bucket = `${endpoint.replace(/\/+$/, '')}/${bucket}`;
  }

  /** Sends a whole file, always: asking first whether it is there would answer faster, and tell. */
  async keep(sha256: string, file: string): Promise<void> {
    const { size } = await stat(file);
    const body = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>; // node's and the platform's types differ in name only
    const headers = { 'content-length': String(size), 'x-amz-content-sha256': sha256 };
    const request = { method: 'PUT', headers, body, duplex: 'half' } as const;
    const reply = await this.client.fetch(this.urlOf(sha256), request);
    const said = await reply.text();
    if (!reply.ok) throw new Error(`S3 refused to keep ${sha256}: ${reply.status} ${said.slice(0, 500)}`);
  }

  /** null: there are no such bytes. */
  async find(sha256: string): Promise<{ bytes: number; body: ReadableStream<Uint8Array> } | null> {
    const reply = await this.client.fetch(this.urlOf(sha256));
    if (reply.ok && reply.body)
      return { bytes: Number(reply.headers.get('content-length')), body: reply.body };
    const said = await reply.text();
    if (reply.status === 404) return null;
    throw new Error(`S3 did not give ${sha256}: ${reply.status} ${said.slice(0, 500)}`);
  }

  private urlOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('not a SHA-256');
    return `${this.bucket}/${sha256.slice(0, 2)}/${sha256}`;
  }
}
