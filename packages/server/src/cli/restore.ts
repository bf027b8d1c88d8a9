// `vb restore FILE`: a backup into an empty installation, or only a look at whether it is whole.
import { type Config, readConfig } from '../config.ts';
import { reachDatabase } from '../container.ts';
import { examineArchive, type Restorable, restore, verifyRestored } from '../ops/restore.ts';
import type { TrailReport } from '../ops/verify.ts';
import { fileOf, spokenSums, sumsOf } from './backup.ts';
import { type CliCommand, type CliRun, optional } from './command.ts';

export const restoreCommand: CliCommand = {
  name: 'restore',
  takes: 'FILE',
  summary: {
    vi: 'Phục hồi một bản sao lưu vào kho trống, hoặc chỉ kiểm xem nó có nguyên vẹn không',
    en: 'Restore a backup into an empty installation, or only check that it is whole',
  },
  options: {
    check: {
      type: 'boolean',
      vi: 'Chỉ kiểm file sao lưu, không động đến kho nào',
      en: 'Only check the file; no database is touched',
    },
    'leave-out': {
      type: 'string',
      value: 'TABLE,…',
      vi: 'Bỏ lại các bảng mà chương trình không biết',
      en: 'Leave these tables out, which the program does not know',
    },
  },
  async run(run) {
    const file = fileOf(run);
    // looked through to its end before any database is opened, let alone made
    const archive = await examineArchive(file);
    if (run.options.check === true) {
      if (run.json) run.print(JSON.stringify({ file, ...sumsOf(archive.manifest) }));
      else run.print(`${file}\n${spokenSums(archive.manifest, run.lang)}`);
      return 0;
    }
    return tell(run, file, archive, await fill(run, file, archive));
  },
};

async function fill(run: CliRun, file: string, archive: Restorable): Promise<TrailReport> {
  const config: Config = readConfig(run.env);
  const reached = await reachDatabase({
    config,
    onNotice: (notice) => notice.level === 'error' && run.note(notice.vi, notice.en),
  });
  try {
    const { ownerUrl, appRole, appUrl } = reached;
    const { varFolder } = config;
    const leaveOut = optional(run, 'leave-out')?.split(',') ?? [];
    await restore({ file, ownerUrl, appRole, varFolder, leaveOut }, archive);
    return await verifyRestored(appUrl);
  } finally {
    await reached.release();
  }
}

/** What was restored, and whether it holds: a fault that is found now was in the backup already. */
function tell(run: CliRun, file: string, { manifest }: Restorable, trail: TrailReport): number {
  const holds = trail.faults.length === 0 && trail.readingsOffTrail === 0;
  const { units, events } = trail;
  if (run.json) run.print(JSON.stringify({ file, ...sumsOf(manifest), units, events, trailHolds: holds }));
  else run.print(`${spokenSums(manifest, run.lang)}\n${spokenTrail(run, trail, holds)}`);
  return holds ? 0 : 1;
}

function spokenTrail(run: CliRun, { units, events }: TrailReport, holds: boolean): string {
  if (run.lang === 'vi')
    return holds
      ? `Nhật ký của ${units} đơn vị liền mạch, ${events} sự việc. Khởi động: npm start`
      : 'Đã phục hồi, nhưng nhật ký có chỗ không khớp ngay từ trước khi sao lưu. Xem: vb doctor';
  return holds
    ? `The trail of ${units} units is whole, ${events} events. Start with: npm start`
    : 'Restored, but the trail was broken before it was backed up. See: vb doctor';
}
