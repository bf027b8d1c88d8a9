// LibreOffice timed on the work core. Absent (no soffice, no python3-uno): null, and the bar falls back to the recorded
// figure, said plainly.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { runPart, WORK_CORE } from '../measure/pinned.ts';
import { ROOT } from '../measure/root.ts';

interface Step {
  readonly wallMs: number;
  readonly cpuMs: number;
}

export interface OfficeTimes {
  readonly load: Step;
  readonly recalculate?: Step;
  readonly recalculateAgain?: Step;
  readonly changeOneStandard?: Step;
  readonly save: Step;
  readonly bytes: number;
}

/** Recorded with the floors on a quiet machine of two cores: seconds. */
export const RECORDED = { recalculateMs: 380, saveMs: 1_300, gaugeMs: 20.5 };

const PYTHON = '/usr/bin/python3';
const OFFICE = '/usr/bin/soffice';

/** Times a workbook with formulas, or the values only. */
export async function timeOffice(scratch: string, mode: 'formulas' | 'values'): Promise<OfficeTimes | null> {
  if (!existsSync(OFFICE) || !existsSync(PYTHON)) return null;
  const source = join(scratch, `nation-${mode}.xlsx`);
  if (!existsSync(source)) await runPart('peers/national-workbook.ts', source, mode);
  const port = await freePort();
  const profile = `-env:UserInstallation=file://${join(scratch, 'office')}`;
  const listen = `--accept=socket,host=127.0.0.1,port=${port};urp;`;
  const office = spawn(
    'taskset',
    ['-c', String(WORK_CORE), OFFICE, '--headless', '--norestore', '--nologo', profile, listen],
    { stdio: 'ignore' },
  );
  try {
    return await askOffice(source, join(scratch, `saved-${mode}.xlsx`), port, office.pid ?? 0);
  } finally {
    if (office.exitCode === null) {
      office.kill('SIGTERM');
      await once(office, 'exit');
    }
  }
}

async function askOffice(
  source: string,
  target: string,
  port: number,
  pid: number,
): Promise<OfficeTimes | null> {
  const script = join(ROOT, 'bench', 'peers', 'libreoffice-time.py');
  const child = spawn(PYTHON, [script, source, target, String(port), String(pid)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += chunk;
  });
  const [code] = await once(child, 'close');
  // without python3-uno the script ends at its first import
  return code === 0 ? (JSON.parse(text) as OfficeTimes) : null;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
