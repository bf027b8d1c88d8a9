// `npm start`: install, build the screens, then run the server, saying each step and what to do when one fails.
// Plain JavaScript for whatever Node the machine has (18 or newer); the server itself runs on the house's Node 24.
// @ts-check
import { adviceFor } from './first-run/advice.mjs';
import { runChild } from './first-run/child.mjs';
import { ensureInstalled, HOUSE_NODE, ROOT } from './first-run/install.mjs';
import { narrator, sayFailure } from './first-run/say.mjs';
import { SERVER_ARGUMENTS, serverEnvironment } from './first-run/server-program.mjs';
import { ensureWebBuilt } from './first-run/web-app.mjs';

const STEPS = 3;
const STOPPED_BY_SIGNAL = 128;

/** Runs the server to its end, and says what to do when it fell over without saying so itself. */
async function serve() {
  const { code, tail } = await runChild(HOUSE_NODE, [...SERVER_ARGUMENTS, ...process.argv.slice(2)], {
    cwd: ROOT,
    env: serverEnvironment(process.env),
    stdio: 'server',
  });
  if (code !== 0 && code < STOPPED_BY_SIGNAL && !tail.includes('→')) {
    const unknown = {
      vi: 'Xem các dòng trên; kiểm tra máy: npm run -s vb -- doctor',
      en: 'Read the lines above; examine the machine: npm run -s vb -- doctor',
    };
    sayFailure({ vi: 'Chương trình đã dừng.', en: 'The program stopped.' }, adviceFor(tail) ?? unknown);
  }
  return code;
}

const say = narrator(process.stdout, STEPS);
if (!(await ensureInstalled(say)) || !(await ensureWebBuilt(say))) process.exit(1);
say.step(3, { vi: 'Mở cơ sở số liệu và trang làm việc', en: 'Opening the database and the pages' });
process.exit(await serve());
