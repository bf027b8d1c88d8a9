// Which files are taken as evidence: told by their bytes, never by their names.

/** Photos that can be shown small; each is drawn anew for that. */
const PHOTOS = ['image/jpeg', 'image/png', 'image/webp'] as const;

const PAPERS = [
  'application/pdf',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
] as const;

export type AllowedMime = (typeof PHOTOS)[number] | (typeof PAPERS)[number];

/** @param mime as read from the bytes; null where nothing is known */
export function findAllowedMime(mime: string | null): AllowedMime | null {
  return [...PHOTOS, ...PAPERS].find((allowed) => allowed === mime) ?? null;
}

/** Whether a picture of it can be drawn. */
export function isPhoto(mime: string | null): boolean {
  return PHOTOS.some((photo) => photo === mime);
}
