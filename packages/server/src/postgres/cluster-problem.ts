// Every way in which the embedded database can refuse to start or to go on, in words an administrator can act on.

/** What happened and what to do about it, in one language each. */
export interface ProblemText {
  readonly vi: string;
  readonly en: string;
  readonly todo: { readonly vi: string; readonly en: string };
}

/**
 * A failure of the embedded database that a person has to know about.
 * `code` is stable (`postgres.disk-full`), `vi` and `en` say what happened, `todo` what to do now,
 * `detail` holds PostgreSQL's own last lines where there are any.
 */
export class ClusterProblem extends Error {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  readonly todo: { readonly vi: string; readonly en: string };
  readonly detail: string;

  constructor(code: string, text: ProblemText, detail = '') {
    super(`${text.en} ${text.todo.en}`);
    this.name = 'ClusterProblem';
    this.code = code;
    this.vi = text.vi;
    this.en = text.en;
    this.todo = text.todo;
    this.detail = detail;
  }
}

export function diskFull(folder: string, detail = ''): ClusterProblem {
  const text = {
    vi: `Đĩa chứa thư mục ${folder} đã đầy. Những số đã báo lưu vẫn còn nguyên.`,
    en: `The disk that holds ${folder} is full. Everything acknowledged as saved is still there.`,
    todo: {
      vi: `Dọn bớt tệp khác trên đĩa đó, hoặc chuyển cả thư mục sang đĩa rộng hơn. Không xóa gì trong ${folder}.`,
      en: `Make room on that disk, or move the whole folder to a larger one. Delete nothing inside ${folder}.`,
    },
  };
  return new ClusterProblem('postgres.disk-full', text, detail);
}

export function otherMajor(folder: string, found: string, ours: string): ClusterProblem {
  const text = {
    vi: `Kho số liệu trong ${folder} do PostgreSQL ${found} lập; bản này chạy PostgreSQL ${ours}. Chưa có gì bị thay đổi.`,
    en: `The database in ${folder} was made by PostgreSQL ${found}; this release runs PostgreSQL ${ours}. Nothing was changed.`,
    todo: {
      vi: `Dừng chương trình, chép cả thư mục sang nơi khác, rồi chạy tiếp bằng bản Vững Bước cũ. Muốn chuyển sang bản này: dùng bản cũ sao lưu (vb backup), rồi phục hồi ở bản này vào thư mục mới (vb restore; tài liệu vận hành, mục “Sang bản PostgreSQL khác”).`,
      en: `Stop the program, copy the whole folder elsewhere, and go on with the former release of Vững Bước. To move to this one, back up with the former release (vb backup) and restore with this one into a new folder (vb restore; docs/operations.md, "Across versions of PostgreSQL").`,
    },
  };
  return new ClusterProblem('postgres.other-major', text);
}

export function folderInUse(folder: string, holder: string): ClusterProblem {
  const text = {
    vi: `Một máy chủ Vững Bước khác (${holder}) đang dùng thư mục ${folder}.`,
    en: `Another Vững Bước server (${holder}) is using the folder ${folder}.`,
    todo: {
      vi: 'Dùng máy chủ đang chạy đó, hoặc dừng nó rồi chạy lại, hoặc chọn một thư mục khác.',
      en: 'Use the server that is running, or stop it and start again, or choose another folder.',
    },
  };
  return new ClusterProblem('postgres.folder-in-use', text);
}

export function folderNotWritable(folder: string, detail: string): ClusterProblem {
  const text = {
    vi: `Không ghi được vào thư mục ${folder}.`,
    en: `The folder ${folder} cannot be written to.`,
    todo: {
      vi: 'Chạy bằng đúng tài khoản sở hữu thư mục, hoặc giao quyền thư mục cho tài khoản này, hoặc chọn thư mục khác.',
      en: 'Run as the account that owns the folder, or give this account the folder, or choose another one.',
    },
  };
  return new ClusterProblem('postgres.folder-not-writable', text, detail);
}

export function noDatabase(folder: string): ClusterProblem {
  const text = {
    vi: `Chưa có số liệu nào trong ${folder}.`,
    en: `There is no data in ${folder}.`,
    todo: {
      vi: 'Kiểm lại VB_VAR có đúng thư mục không; muốn lập kho số liệu mới thì chạy npm start.',
      en: 'Check that VB_VAR names the right folder; to make a new database, run npm start.',
    },
  };
  return new ClusterProblem('postgres.no-database', text);
}

export function folderNotADatabase(folder: string): ClusterProblem {
  const text = {
    vi: `Thư mục ${folder} có tệp nhưng không phải kho số liệu của Vững Bước. Chưa có gì bị thay đổi.`,
    en: `The folder ${folder} holds files but is not a database of Vững Bước. Nothing was changed.`,
    todo: {
      vi: 'Chọn một thư mục trống, hoặc trả lại đúng thư mục từ bản sao lưu.',
      en: 'Choose an empty folder, or put the right folder back from a backup.',
    },
  };
  return new ClusterProblem('postgres.folder-not-a-database', text);
}

export function cannotRunAsRoot(folder: string, detail: string): ClusterProblem {
  const text = {
    vi: `PostgreSQL không chạy bằng tài khoản root, và trên máy này chưa tìm được tài khoản khác dùng được thư mục ${folder}.`,
    en: `PostgreSQL refuses to run as root, and no other account on this machine can use the folder ${folder}.`,
    todo: {
      vi: 'Chạy Vững Bước bằng một tài khoản thường, hoặc đặt thư mục ở nơi tài khoản "postgres" vào được (ví dụ /var/lib/vungbuoc), hoặc dùng PostgreSQL sẵn có qua DATABASE_URL.',
      en: 'Run Vững Bước as a plain user, or put the folder where user "postgres" can reach it (such as /var/lib/vungbuoc), or use an existing PostgreSQL by DATABASE_URL.',
    },
  };
  return new ClusterProblem('postgres.cannot-run-as-root', text, detail);
}

export function noBinaries(platform: string, detail: string): ClusterProblem {
  const text = {
    vi: `Chưa có PostgreSQL kèm theo chạy được trên máy này (${platform}).`,
    en: `The PostgreSQL that comes with Vững Bước is missing or does not run on this machine (${platform}).`,
    todo: {
      vi: 'Cài lại các gói (npm ci), hoặc dùng PostgreSQL sẵn có qua DATABASE_URL.',
      en: 'Install the packages again (npm ci), or use an existing PostgreSQL by DATABASE_URL.',
    },
  };
  return new ClusterProblem('postgres.no-binaries', text, detail);
}

export function orphanWillNotStop(folder: string, pid: number): ClusterProblem {
  const text = {
    vi: `PostgreSQL của lần chạy trước (tiến trình ${pid}) vẫn giữ thư mục ${folder} và chưa dừng được.`,
    en: `The PostgreSQL of an earlier run (process ${pid}) still holds ${folder} and does not stop.`,
    todo: {
      vi: `Đợi một phút rồi chạy lại; nếu vẫn vậy, khởi động lại máy. Không xóa gì trong ${folder}.`,
      en: `Wait a minute and start again; if it stays, restart the machine. Delete nothing inside ${folder}.`,
    },
  };
  return new ClusterProblem('postgres.orphan-will-not-stop', text);
}

export function portTaken(port: number, detail: string): ClusterProblem {
  const text = {
    vi: `Cổng ${port} trên máy này đang do chương trình khác dùng.`,
    en: `Port ${port} on this machine is used by another program.`,
    todo: {
      vi: 'Dừng chương trình đó; kho số liệu sẽ tự mở lại.',
      en: 'Stop that program; the database opens again by itself.',
    },
  };
  return new ClusterProblem('postgres.port-taken', text, detail);
}

export function didNotStart(folder: string, detail: string): ClusterProblem {
  const text = {
    vi: `Kho số liệu trong ${folder} chưa mở được.`,
    en: `The database in ${folder} did not start.`,
    todo: {
      vi: `Xem các dòng của PostgreSQL kèm theo. Không xóa gì trong ${folder}; chép cả thư mục sang nơi khác trước khi thử cách khác.`,
      en: `Read PostgreSQL's own lines given with this. Delete nothing inside ${folder}; copy the whole folder elsewhere before trying anything.`,
    },
  };
  return new ClusterProblem('postgres.did-not-start', text, detail);
}

export function startCancelled(folder: string): ClusterProblem {
  const text = {
    vi: `Đã dừng trong lúc đang mở kho số liệu ${folder}.`,
    en: `Stopped while the database in ${folder} was being opened.`,
    todo: { vi: 'Chạy lại khi cần; không mất gì.', en: 'Start again when needed; nothing is lost.' },
  };
  return new ClusterProblem('postgres.start-cancelled', text);
}

export function passwordRefused(file: string): ClusterProblem {
  const text = {
    vi: `Mật khẩu trong tệp ${file} không khớp với kho số liệu.`,
    en: `The password in the file ${file} is not the one of the database.`,
    todo: {
      vi: 'Trả lại đúng tệp đó, hoặc xóa riêng tệp đó rồi chạy lại: mật khẩu mới được đặt, số liệu giữ nguyên.',
      en: 'Put the right file back, or delete that one file and start again: a new password is set, the figures stay.',
    },
  };
  return new ClusterProblem('postgres.password-refused', text);
}

export function accountHasNoName(detail: string): ClusterProblem {
  const text = {
    vi: 'Tài khoản đang chạy chỉ có số, không có tên trên máy này, nên PostgreSQL không lập được kho.',
    en: 'The account that runs this has a number but no name on this machine, so PostgreSQL makes no database.',
    todo: {
      vi: 'Chạy bằng một tài khoản có trong /etc/passwd, hoặc dùng PostgreSQL sẵn có qua DATABASE_URL.',
      en: 'Run as an account that stands in /etc/passwd, or use an existing PostgreSQL by DATABASE_URL.',
    },
  };
  return new ClusterProblem('postgres.account-has-no-name', text, detail);
}
