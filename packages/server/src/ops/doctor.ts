// `vb doctor`: what an administrator asks first — versions, rights, room on the disk, and whether the trail holds.
import { statfs } from 'node:fs/promises';
import type { Database } from '../storage/connect.ts';
import { checkAppRole } from '../storage/roles.ts';
import { describeServer } from '../storage/trail.ts';
import { verifyTrail } from './verify.ts';

export interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly vi: string;
  readonly en: string;
}

/** Under this the next backup or a big import may not fit. */
const ROOM_WANTED_BYTES = 1_000_000_000;
const OLDEST_MAJOR = 15;

/** @param folder where the data lives; null with a database elsewhere */
export async function examine(database: Database, folder: string | null): Promise<Finding[]> {
  const findings = [nodeFinding(), await serverFinding(database), await roleFinding(database)];
  if (folder !== null) findings.push(await roomFinding(folder));
  return [...findings, ...(await trailFindings(database))];
}

function nodeFinding(): Finding {
  const ok = process.version.startsWith('v24.');
  return { name: 'node', ok, vi: `Node ${process.version}`, en: `Node ${process.version}` };
}

async function serverFinding(database: Database): Promise<Finding> {
  const { version, migrations } = await describeServer(database.kysely);
  const ok = Number.parseInt(version, 10) >= OLDEST_MAJOR;
  return {
    name: 'database',
    ok,
    vi: `PostgreSQL ${version}, ${migrations} bước nâng cấp đã chạy`,
    en: `PostgreSQL ${version}, ${migrations} migrations applied`,
  };
}

async function roleFinding(database: Database): Promise<Finding> {
  const why = await checkAppRole(database.pool).then(
    () => null,
    (error: Error) => error.message,
  );
  return {
    name: 'role',
    ok: why === null,
    vi:
      why === null
        ? 'Tài khoản ứng dụng không sở hữu bảng, chịu chính sách từng dòng'
        : `Tài khoản ứng dụng quá quyền: ${why}`,
    en: why ?? 'The application role owns nothing and row-level security holds for it',
  };
}

async function roomFinding(folder: string): Promise<Finding> {
  const disk = await statfs(folder);
  const free = disk.bavail * disk.bsize;
  const gigabytes = (free / 1e9).toFixed(1);
  return {
    name: 'disk',
    ok: free >= ROOM_WANTED_BYTES,
    vi: `Ổ đĩa còn ${gigabytes.replace('.', ',')} GB`,
    en: `${gigabytes} GB free on the disk`,
  };
}

async function trailFindings(database: Database): Promise<Finding[]> {
  const { units, events, faults, readingsOffTrail } = await verifyTrail(database);
  const places = faults.slice(0, 5).map((fault) => `${fault.unitId}/${fault.seq} ${fault.what}`);
  return [
    {
      name: 'trail',
      ok: faults.length === 0,
      vi:
        faults.length === 0
          ? `Nhật ký của ${units} đơn vị liền mạch, ${events} sự việc`
          : `Nhật ký sai ở ${places.join(', ')}`,
      en:
        faults.length === 0
          ? `The trail of ${units} units is whole, ${events} events`
          : `The trail is broken at ${places.join(', ')}`,
    },
    {
      name: 'readings',
      ok: readingsOffTrail === 0,
      vi:
        readingsOffTrail === 0
          ? 'Số liệu khớp với các lần sửa'
          : `${readingsOffTrail} số liệu không khớp lần sửa cuối`,
      en:
        readingsOffTrail === 0
          ? 'Readings agree with their revisions'
          : `${readingsOffTrail} readings differ from their newest revision`,
    },
  ];
}
