// Files that people send: what they are, told from their bytes, and pictures of photos.
export { KeptPreviews } from './kept-previews.ts';
export { mimeOfFile } from './kind-by-content.ts';
export { MOST_PIXELS, PhotoFault, readPhoto } from './photo.ts';
