// What the supervisor says while it works: progress at start, restarts, and PostgreSQL's own lines.

/** One thing worth a line in the log. `detail` is PostgreSQL's own text, in English, where there is any. */
export interface ClusterNotice {
  readonly code: string;
  readonly level: 'info' | 'warn' | 'error';
  readonly vi: string;
  readonly en: string;
  readonly detail?: string;
}

export type Listener = (notice: ClusterNotice) => void;

const WORDS = {
  'postgres.making-database': [
    'info',
    'Đang lập kho số liệu lần đầu',
    'Making the database for the first time',
  ],
  'postgres.opening': ['info', 'Đang mở kho số liệu', 'Opening the database'],
  'postgres.recovering': [
    'info',
    'Lần trước dừng đột ngột; đang đọc lại nhật ký để đủ mọi số đã lưu',
    'The last run ended suddenly; reading the log again so that everything saved is there',
  ],
  'postgres.ready': ['info', 'Kho số liệu đã mở', 'The database is open'],
  'postgres.orphan-stopped': [
    'warn',
    'Đã dừng PostgreSQL còn sót của lần chạy trước',
    'Stopped the PostgreSQL that an earlier run had left behind',
  ],
  'postgres.stale-lock': [
    'info',
    'Lần chạy trước kết thúc mà chưa kịp trả khóa thư mục',
    'An earlier run ended without giving the folder back',
  ],
  'postgres.password-replaced': [
    'warn',
    'Tệp mật khẩu của kho số liệu bị mất; đã đặt mật khẩu mới',
    'The password file of the database was lost; a new password was set',
  ],
  'postgres.died': [
    'error',
    'PostgreSQL dừng đột ngột; đang mở lại',
    'PostgreSQL ended suddenly; opening it again',
  ],
  'postgres.restarted': ['warn', 'Kho số liệu đã mở lại', 'The database is open again'],
  'postgres.process-crashed': [
    'error',
    'Một tiến trình của PostgreSQL dừng đột ngột; PostgreSQL tự mở lại',
    'One process of PostgreSQL ended suddenly; PostgreSQL is opening itself again',
  ],
  'postgres.disk-full': [
    'error',
    'Đĩa đã đầy, chưa lưu thêm được',
    'The disk is full; nothing more can be saved',
  ],
  'postgres.stopped': ['info', 'Kho số liệu đã đóng', 'The database is closed'],
  'postgres.server-says': ['warn', 'PostgreSQL báo', 'PostgreSQL says'],
} as const satisfies Record<string, readonly [ClusterNotice['level'], string, string]>;

export type NoticeCode = keyof typeof WORDS;

/** The notice of that code, in both languages. What PostgreSQL says itself is English in both. */
export function notice(code: NoticeCode, detail?: string): ClusterNotice {
  const [level, vi, en] = WORDS[code];
  if (detail === undefined) return { code, level, vi, en };
  if (code !== 'postgres.server-says') return { code, level, vi, en, detail };
  return { code, level, vi: `${vi}: ${detail}`, en: `${en}: ${detail}`, detail };
}

/** SQLSTATE 53100; some early messages carry only the operating system's words. */
export function isDiskFull(sqlState: string, text: string): boolean {
  return sqlState === '53100' || /No space left on device|Disk quota exceeded/.test(text);
}

/** How long the same news about the disk is not repeated, in ms: every refused save brings it again. */
const QUIET = 10_000;

/**
 * Hears PostgreSQL's log, line by line with its SQLSTATE, and passes on what an administrator should see.
 * Failed statements are their sender's business.
 */
export function listenToLog(say: Listener): (sqlState: string, line: string) => void {
  let quiet = false;
  const sayDiskFull = (line: string) => {
    if (quiet) return;
    quiet = true;
    setTimeout(() => {
      quiet = false;
    }, QUIET).unref();
    say(notice('postgres.disk-full', line));
  };
  return (sqlState, line) => {
    if (isDiskFull(sqlState, line)) sayDiskFull(line);
    else if (line.includes('reinitializing')) say(notice('postgres.process-crashed', line));
    else if (line.includes('automatic recovery in progress')) say(notice('postgres.recovering', line));
    else if (/^(PANIC|FATAL|WARNING)/.test(line) && !isClientsBusiness(sqlState)) {
      say(notice('postgres.server-says', line));
    }
  };
}

// Wrong password, unknown database, "shutting down", "starting up": told to the client, of no use in the server's log.
function isClientsBusiness(sqlState: string): boolean {
  return sqlState.startsWith('28') || ['3D000', '57P01', '57P03'].includes(sqlState);
}
