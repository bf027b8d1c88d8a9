// Photos: whether one can be read, how it looks in 64 bits, what its camera wrote, and a small picture drawn anew.
import type { Sharp } from 'sharp';

/** More pixels than any camera of today takes; a file that unpacks to more is made to exhaust the machine. */
export const MOST_PIXELS = 120_000_000;

/** Why a photo was not read. */
export class PhotoFault extends Error {
  readonly why: 'unreadable' | 'too-many-pixels';
  /** Millions of pixels, where they are known. */
  readonly megapixels: number | null;

  constructor(why: PhotoFault['why'], megapixels: number | null = null) {
    super(`photo: ${why}`);
    this.name = 'PhotoFault';
    this.why = why;
    this.megapixels = megapixels;
  }
}

export interface PhotoFacts {
  /** 16 hex digits: which of two neighbouring patches is brighter, 8 x 8 of them. */
  readonly looks: string;
  /** YYYY-MM-DD as the camera's clock had it. */
  readonly takenOn: string | null;
  readonly takenAt: { readonly lat: number; readonly lon: number } | null;
}

/** @throws PhotoFault */
export async function readPhoto(path: string): Promise<PhotoFacts> {
  const picture = await openPicture(path);
  await checkPixels(picture);
  const looks = await looksOf(picture).catch(() => {
    throw new PhotoFault('unreadable');
  });
  return { looks, ...(await cameraFacts(path)) };
}

/** The longer side of the pictures that are drawn, pixels. */
const SIDES = { small: 320, large: 1600 } as const;
export type PreviewSize = keyof typeof SIDES;

/** A WebP picture without anything that the camera wrote. @throws PhotoFault */
export async function drawPreview(original: string | Buffer, size: PreviewSize): Promise<Buffer> {
  const picture = await openPicture(original);
  await checkPixels(picture);
  const side = SIDES[size];
  const drawn = picture
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 78 });
  return drawn.toBuffer().catch(() => {
    throw new PhotoFault('unreadable');
  });
}

async function openPicture(original: string | Buffer): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  // a village's server has two cores and little memory: one picture at a time uses one of them
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp(original, { limitInputPixels: false, sequentialRead: true, failOn: 'truncated', pages: 1 });
}

/** The head alone is read for this: nothing is unpacked yet. */
async function checkPixels(picture: Sharp): Promise<void> {
  const { width, height } = await picture.metadata().catch(() => {
    throw new PhotoFault('unreadable');
  });
  const pixels = width * height;
  if (pixels > MOST_PIXELS) throw new PhotoFault('too-many-pixels', Math.round(pixels / 1_000_000));
}

const PATCHES = 8;

/** Difference hash: stays nearly the same when a photo is scaled, saved anew or a little brightened. */
async function looksOf(picture: Sharp): Promise<string> {
  const { data } = await picture
    .clone()
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .greyscale()
    .resize(PATCHES + 1, PATCHES, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  let bits = '';
  for (let row = 0; row < PATCHES; row++) {
    for (let column = 0; column < PATCHES; column++) {
      const at = row * (PATCHES + 1) + column;
      bits += (data[at] ?? 0) > (data[at + 1] ?? 0) ? '1' : '0';
    }
  }
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0');
}

/** Hostile or broken notes of a camera are no fault of the photo: then there is simply nothing to offer. */
async function cameraFacts(path: string): Promise<Pick<PhotoFacts, 'takenOn' | 'takenAt'>> {
  const { default: exifr } = await import('exifr');
  const day = await exifr
    .parse(path, { pick: ['DateTimeOriginal'], reviveValues: false })
    .catch(() => undefined);
  const place = await exifr.gps(path).catch(() => undefined);
  return { takenOn: dayOf(day?.DateTimeOriginal), takenAt: placeOf(place) };
}

/** `2020:05:17 08:12:03`, as cameras write it. */
function dayOf(written: unknown): string | null {
  const found = typeof written === 'string' ? /^(\d{4})[:-](\d{2})[:-](\d{2})/.exec(written) : null;
  if (!found) return null;
  const day = `${found[1]}-${found[2]}-${found[3]}`;
  const read = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || !read.toISOString().startsWith(day) ? null : day;
}

function placeOf(place: { latitude?: unknown; longitude?: unknown } | undefined): PhotoFacts['takenAt'] {
  const { latitude: lat, longitude: lon } = place ?? {};
  if (typeof lat !== 'number' || typeof lon !== 'number') return null;
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180) || (lat === 0 && lon === 0)) return null;
  return { lat: Math.round(lat * 1e5) / 1e5, lon: Math.round(lon * 1e5) / 1e5 };
}
