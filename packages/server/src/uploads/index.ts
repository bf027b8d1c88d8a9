// Files on their way in, until they are whole and known.
export { UploadDesk } from './desk.ts';
