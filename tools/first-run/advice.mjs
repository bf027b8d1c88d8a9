// From the words of a failed program to what the person should do about it. Pure; the first rule that fits answers.
// @ts-check

/** @typedef {import('./say.mjs').Words} Words */

/** @type {{ id: string, when: RegExp, advice: Words }[]} */
const RULES = [
  {
    id: 'disk-full',
    when: /ENOSPC|no space left on device|disk quota exceeded/i,
    advice: {
      vi: 'Đĩa đã đầy. Xóa bớt cho trống khoảng 1,5 GB rồi chạy lại; những gì đã làm xong vẫn còn.',
      en: 'The disk is full. Free about 1.5 GB and run it again; what was finished is kept.',
    },
  },
  {
    id: 'port-busy',
    when: /EADDRINUSE|address already in use/i,
    advice: {
      vi: 'Cổng đang có chương trình khác dùng. Tắt chương trình đó, hoặc chọn cổng khác: VB_PORT=7601 npm start',
      en: 'Another program uses the port. Stop it, or choose another port: VB_PORT=7601 npm start',
    },
  },
  {
    id: 'no-network',
    when: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network (?:request|connectivity)/i,
    advice: {
      vi: 'Không tới được kho gói npm. Kiểm tra mạng; nếu cơ quan đi qua proxy: npm config set proxy http://… rồi chạy lại. Phần đã tải không phải tải lại.',
      en: 'The npm registry cannot be reached. Check the network; behind a proxy: npm config set proxy http://… and run it again. What was fetched is not fetched twice.',
    },
  },
  {
    id: 'no-rights',
    when: /EACCES|EPERM|EROFS|permission denied|read-only file system/i,
    advice: {
      vi: 'Không có quyền ghi vào thư mục. Chép dự án sang thư mục của mình, hoặc chọn nơi để số liệu: VB_VAR=/đường/dẫn npm start',
      en: 'No right to write in the folder. Move the project to a folder of your own, or choose where the data lives: VB_VAR=/some/path npm start',
    },
  },
  {
    id: 'lockfile-differs',
    when: /EUSAGE|package\.json and package-lock\.json .*(?:not in sync|in sync)/i,
    advice: {
      vi: 'package.json và package-lock.json không khớp nhau. Lấy lại bản gốc: git checkout -- package.json package-lock.json; người sửa thư viện thì chạy npm install.',
      en: 'package.json and package-lock.json do not agree. Take the originals back: git checkout -- package.json package-lock.json; if you changed a dependency, run npm install.',
    },
  },
  {
    id: 'damaged-download',
    when: /EINTEGRITY|integrity checksum failed|sha512-/i,
    advice: {
      vi: 'Một gói tải về bị hỏng. Xóa bộ nhớ tạm của npm rồi chạy lại: npm cache clean --force',
      en: 'A fetched package is damaged. Clear the cache of npm and run it again: npm cache clean --force',
    },
  },
  {
    id: 'no-npm',
    when: /spawn npm ENOENT|npm: (?:command )?not found/i,
    advice: {
      vi: 'Máy chưa có npm. Cài Node.js (bản 18 trở lên, có kèm npm) từ https://nodejs.org rồi chạy lại.',
      en: 'This machine has no npm. Install Node.js (18 or newer, npm comes with it) from https://nodejs.org and run it again.',
    },
  },
];

/**
 * What to do about a failure, or undefined when its words are not known.
 * @param {string} said what the failed program printed, error codes and all
 * @returns {Words | undefined}
 */
export function adviceFor(said) {
  return RULES.find((rule) => rule.when.test(said))?.advice;
}
