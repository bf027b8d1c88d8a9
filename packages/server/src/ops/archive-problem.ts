// Every way in which a backup or a restore can be refused, in words an administrator can act on.

/** What happened, what is safe and what to do; `code` is stable (`archive.damaged`). */
export class ArchiveProblem extends Error {
  readonly code: string;
  readonly vi: string;
  readonly en: string;

  constructor(code: string, text: { readonly vi: string; readonly en: string }, cause?: unknown) {
    super(text.en, { cause });
    this.name = 'ArchiveProblem';
    this.code = code;
    this.vi = text.vi;
    this.en = text.en;
  }
}

export const nothingToKeep = () =>
  new ArchiveProblem('archive.nothing-to-keep', {
    vi: 'Kho số liệu này chưa được lập nên chưa có gì để sao lưu. Xem lại DATABASE_URL; để lập kho mới: npm start.',
    en: 'This database has not been set up yet: there is nothing to back up. Check DATABASE_URL; to set one up: npm start.',
  });

export const fileExists = (file: string) =>
  new ArchiveProblem('archive.exists', {
    vi: `Đã có file ${file}; không ghi đè bản sao lưu nào. Đặt tên khác, hoặc chuyển file cũ đi.`,
    en: `There is a file ${file} already; no backup is ever overwritten. Give another name, or move the old file away.`,
  });

export const fileAbsent = (file: string, cause?: unknown) =>
  new ArchiveProblem(
    'archive.absent',
    {
      vi: `Không đọc được file ${file}. Xem lại tên file và quyền đọc.`,
      en: `The file ${file} cannot be read. Check its name and whether you may read it.`,
    },
    cause,
  );

export const notWritable = (file: string, cause: unknown) =>
  new ArchiveProblem(
    'archive.not-writable',
    {
      vi: `Không ghi được ${file}. Xem lại thư mục có chưa và có quyền ghi không.`,
      en: `${file} cannot be written. Check that its folder is there and may be written to.`,
    },
    cause,
  );

export const noRoom = (file: string, cause: unknown) =>
  new ArchiveProblem(
    'archive.no-room',
    {
      vi: `Ổ đĩa chứa ${file} đã đầy. Phần ghi dở đã bỏ, số liệu không bị ảnh hưởng. Dọn chỗ rồi chạy lại.`,
      en: `The disk that holds ${file} is full. What was half written is taken away, no figure is touched. Make room and run it again.`,
    },
    cause,
  );

/** By the system's own word, or by PostgreSQL's. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return error.code === 'ENOSPC' || error.code === 'EDQUOT' || error.code === '53100';
}

export const notOurs = (file: string, cause?: unknown) =>
  new ArchiveProblem(
    'archive.not-ours',
    {
      vi: `${file} không phải bản sao lưu của Vững Bước. Chưa có gì bị thay đổi.`,
      en: `${file} is not a backup of Vững Bước. Nothing was changed.`,
    },
    cause,
  );

/** @param where the part of the archive that is not what it should be */
export const damaged = (where: string, cause?: unknown) =>
  new ArchiveProblem(
    'archive.damaged',
    {
      vi: `Bản sao lưu bị cắt cụt hoặc đã bị sửa (${where}), nên không phục hồi từ file này. Kho số liệu chưa có gì thay đổi. Dùng bản sao khác.`,
      en: `The backup is cut or was altered (${where}), so nothing is restored from it. The database is as it was. Use another copy.`,
    },
    cause,
  );

/** @param version of the program that made the archive, or null where even that cannot be read */
export const newerProgram = (version: string | null) =>
  new ArchiveProblem('archive.newer-program', {
    vi: `Bản sao lưu do bản Vững Bước mới hơn làm ra${version ? ` (${version})` : ''}. Chưa có gì bị thay đổi. Cập nhật chương trình rồi phục hồi lại.`,
    en: `The backup was made by a newer Vững Bước${version ? ` (${version})` : ''}. Nothing was changed. Update the program, then restore again.`,
  });

/** @param what the migration, or the table, that is not the same here */
export const otherProgram = (what: string) =>
  new ArchiveProblem('archive.other-program', {
    vi: `Bản sao lưu do một bản Vững Bước đã sửa khác làm ra: “${what}” ở đó khác ở đây. Chưa có gì bị thay đổi. Phục hồi bằng đúng bản đã sao lưu.`,
    en: `The backup was made by a Vững Bước that was changed otherwise: "${what}" is not the same there as here. Nothing was changed. Restore with the program that made it.`,
  });

export const unknownTables = (tables: readonly string[]) =>
  new ArchiveProblem('archive.unknown-tables', {
    vi: `Bản sao lưu có bảng mà chương trình không biết: ${tables.join(', ')} (có thể ai đó tự lập thêm). Chưa có gì bị thay đổi. Muốn bỏ lại các bảng đó: --leave-out ${tables.join(',')}`,
    en: `The backup holds tables that this program does not know: ${tables.join(', ')} (somebody's own, perhaps). Nothing was changed. To leave them out: --leave-out ${tables.join(',')}`,
  });

export const notEmpty = (tables: readonly string[]) =>
  new ArchiveProblem('installation.not-empty', {
    vi: `Kho này đã có số liệu (${few(tables)}); chỉ phục hồi vào kho trống, và chưa có gì bị thay đổi. Đặt VB_VAR là một thư mục mới, hoặc DATABASE_URL là một cơ sở dữ liệu mới.`,
    en: `There are data here already (${few(tables)}); a backup is restored into an empty installation only, and nothing was changed. Let VB_VAR name a new folder, or DATABASE_URL a new database.`,
  });

export const alreadyAhead = (migration: string) =>
  new ArchiveProblem('installation.ahead', {
    vi: `Kho trống này đã nâng cấp quá bản sao lưu (${migration}). Chưa có gì bị thay đổi. Phục hồi vào một thư mục hay cơ sở dữ liệu mới tinh.`,
    en: `This empty database has been upgraded beyond the backup (${migration}). Nothing was changed. Restore into a folder or database that is quite new.`,
  });

export const keysPresent = (folder: string) =>
  new ArchiveProblem('installation.keys-present', {
    vi: `Bản sao lưu có khóa ký nhật ký, mà ${folder} cũng đã có khóa. Chưa có gì bị thay đổi. Chuyển các khóa đó đi nơi khác rồi phục hồi lại.`,
    en: `The backup holds signing keys of the trail, and there are keys in ${folder} too. Nothing was changed. Move those away, then restore again.`,
  });

function few(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown}, …` : shown;
}
