// The disk is full: a tmpfs of the test's own, in a mount namespace of its own, gone when its program ends.
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { canMount, onDiskOf } from './own-disk.ts';

const PARENT = fileURLToPath(new URL('../../../../bench/soak/parent.ts', import.meta.url));
const FILLER = fileURLToPath(new URL('./full-disk-program.ts', import.meta.url));

describe.skipIf(!canMount)('on a disk of its own', () => {
  test('a disk too small for the first database is told as full', async () => {
    const { code, vi } = await onDiskOf('20m', PARENT).catch((cause) =>
      JSON.parse(cause.stdout.trim().split('\n').at(-1)),
    );
    expect(code).toBe('postgres.disk-full');
    expect(vi).toContain('đã đầy');
  });

  test('a disk that fills while officials write is told at once, loses nothing, and works again when there is room', async () => {
    const seen = await onDiskOf('160m', FILLER);
    expect(seen.heardWhenFull).toContain('postgres.disk-full');
    expect(seen.rows).toEqual(expect.arrayContaining(seen.acknowledged));
    expect(seen.rowsInTheEnd).toEqual(expect.arrayContaining([-1, ...seen.acknowledged]));
    expect(seen.problem).toBe('postgres.disk-full');
  }, 60_000);
});
