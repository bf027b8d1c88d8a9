// The disk fills while an official sends a paper: told in words, nothing lost, gone on with when there is room.
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { canMount, onDiskOf } from '../postgres/own-disk.ts';

const PROGRAM = fileURLToPath(new URL('./full-disk-program.ts', import.meta.url));

describe.skipIf(!canMount)('on a disk of its own', () => {
  test('an upload that meets a full disk is told so, and goes on where it was when there is room', async () => {
    expect(await onDiskOf('4m', PROGRAM)).toEqual({
      whileFull: 'storage.disk-full',
      anotherWhileFull: 'storage.disk-full',
      afterwards: '204',
      kept: 'done',
      whole: true,
    });
  });
});
