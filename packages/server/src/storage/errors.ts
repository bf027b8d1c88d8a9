// Database errors become the same problems everywhere, in this one function.
import type { Problem } from '@vungbuoc/programme/problems';

interface DatabaseError {
  readonly code: string;
  readonly constraint?: string;
}

/** How the driver says, without a code, that the line to PostgreSQL is gone. */
const LOST = ['Connection terminated', 'Client has encountered a connection error'];

/** The problem a database error stands for, or null when it is a fault of ours that must be logged as such. */
export function describeDatabaseError(error: unknown): Problem | null {
  if (error instanceof Error && LOST.some((text) => error.message.startsWith(text)))
    return { code: 'storage.away' };
  if (!isDatabaseError(error)) return null;
  if (error.code.startsWith('23')) {
    return { code: 'storage.refused', facts: { constraint: error.constraint ?? error.code } };
  }
  // class 22: what was sent does not fit; a division by zero is a fault of our own statement
  if (error.code.startsWith('22') && error.code !== '22012') {
    return { code: 'storage.unfit', facts: { state: error.code } };
  }
  // row-level security: the unit is outside of what whoever asks may reach
  if (error.code === '42501') return { code: 'right.missing' };
  if (error.code === '40001' || error.code === '40P01' || error.code === '55P03')
    return { code: 'storage.busy' };
  // a statement, or a transaction that waited for its next one, ran out of its time
  if (error.code === '57014' || error.code === '25P03') return { code: 'storage.too-long' };
  if (error.code === '53100') return { code: 'storage.disk-full' };
  const away = [
    '57P01',
    '57P02',
    '57P03',
    '08006',
    '08001',
    '08003',
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'ENOENT',
    '53300',
  ];
  if (away.includes(error.code)) return { code: 'storage.away' };
  return null;
}

function isDatabaseError(error: unknown): error is DatabaseError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
