// Evidence over HTTP: files in pieces that go on where the line broke (tus), cited documents, signals.
import type { EvidenceList, UploadFound } from '@vungbuoc/programme/evidence';
import type { SignalsReply } from '@vungbuoc/programme/signals';
import type { Place } from './assessments.ts';
import { getJson, postJson, Refused } from './http.ts';

export function fetchEvidence(place: Place, signal: AbortSignal): Promise<EvidenceList> {
  return getJson<EvidenceList>(`/api/units/${place.unit}/evidence?round=${place.round}`, signal);
}

export function fetchSignals(place: Place, signal: AbortSignal): Promise<SignalsReply> {
  return getJson<SignalsReply>(`/api/units/${place.unit}/signals?round=${place.round}`, signal);
}

export function dismissSignal(place: Place, signal: string, code: string, reason: string): Promise<unknown> {
  const input = { ...place, signal, code, reason };
  return postJson(`/api/commands/signals.dismiss/${crypto.randomUUID()}`, input);
}

export function fileAddress(unit: string, evidence: string): string {
  return `/api/units/${unit}/evidence/${evidence}/file`;
}

export function pictureAddress(unit: string, evidence: string, size: 'small' | 'large'): string {
  return `/api/units/${unit}/evidence/${evidence}/preview?size=${size}`;
}

/** Small enough that a broken line costs little, large enough that a good one is used. */
const PIECE_BYTES = 1_000_000;
const AGAIN_AFTER_MS = [0, 1000, 3000, 10_000, 30_000];

/**
 * Sends a file in pieces; after a break it goes on where it stopped, also when the page was opened anew.
 * @param onSent how much has arrived, 0 to 1
 * @returns the name of the upload, with what was found in it
 * @throws Refused
 */
export async function sendFile(
  place: Place,
  codes: readonly string[],
  file: File,
  onSent: (part: number) => void,
): Promise<{ upload: string; found: UploadFound }> {
  // fetched when the first file is sent: most visits send none
  const { Upload } = await import('tus-js-client');
  const upload = await new Promise<string>((resolve, reject) => {
    const sending = new Upload(file, {
      endpoint: '/api/evidence/uploads',
      chunkSize: PIECE_BYTES,
      retryDelays: AGAIN_AFTER_MS,
      removeFingerprintOnSuccess: true,
      metadata: { ...place, codes: codes.join(','), filename: file.name },
      onProgress: (sent, all) => onSent(all === 0 ? 1 : sent / all),
      onError: (error) => reject(refusedOf(error)),
      onSuccess: () => resolve(sending.url?.split('/').at(-1) ?? ''),
    });
    void sending.findPreviousUploads().then(([before]) => {
      if (before) sending.resumeFromPreviousUpload(before);
      sending.start();
    });
  });
  const found = await getJson<UploadFound>(`/api/evidence/uploads/${upload}/found`);
  return { upload, found };
}

const SAID = { issuer: null, documentNumber: null, documentOn: null, expiresOn: null };

/** @param keeps whether day and place of the photo are kept: the person agreed */
export function attachFile(
  place: Place,
  codes: readonly string[],
  { upload, found }: { upload: string; found: UploadFound },
  keeps: boolean,
): Promise<unknown> {
  const taken = keeps ? { takenOn: found.takenOn, takenAt: found.takenAt } : { takenOn: null, takenAt: null };
  const input = { ...place, codes, upload, ...SAID, ...taken };
  return postJson(`/api/commands/evidence.attach/${crypto.randomUUID()}`, input);
}

export function citeDocument(
  place: Place,
  codes: readonly string[],
  document: { issuer: string; documentNumber: string },
): Promise<unknown> {
  const input = { ...place, codes, ...SAID, ...document, link: null };
  return postJson(`/api/commands/evidence.cite/${crypto.randomUUID()}`, input);
}

/** The problem that the server answered a piece with, in the words of the house. */
function refusedOf(error: unknown): Error {
  const reply = (error as { originalResponse?: { getStatus(): number; getBody(): string } | null })
    .originalResponse; // as tus-js-client documents its DetailedError
  if (!reply) return new Refused(0, 'no-answer', null, []);
  try {
    const { code, detail, errors } = JSON.parse(reply.getBody()) as {
      code: string;
      detail: { vi: string; en: string };
      errors: { code: string; path: string | null; vi: string; en: string }[];
    }; // written by the server's one function for problems
    return new Refused(reply.getStatus(), code, detail, errors);
  } catch {
    return new Refused(reply.getStatus(), String(reply.getStatus()), null, []);
  }
}
