// `vb doctor`: examines the installation; exit 1 when something is wrong.
import { readConfig } from '../config.ts';
import { examine } from '../ops/doctor.ts';
import type { CliCommand } from './command.ts';

export const doctorCommand: CliCommand = {
  name: 'doctor',
  summary: {
    vi: 'Khám cài đặt: phiên bản, quyền, chỗ trống, nhật ký',
    en: 'Examine the installation: versions, rights, room, trail',
  },
  options: {},
  async run(run) {
    const config = readConfig(run.env);
    const { workshop } = await run.house();
    const findings = await examine(workshop.database, config.databaseUrl === null ? config.varFolder : null);
    if (run.json) run.print(JSON.stringify({ findings }));
    else for (const finding of findings) run.print(`${finding.ok ? '✓' : '✗'} ${finding[run.lang]}`);
    return findings.every((finding) => finding.ok) ? 0 : 1;
  },
};
