// Problems at the law desk: entering, comparing and publishing the law.
import type { Entry } from './entry.ts';

export const drafts = {
  'draft.not-found': {
    status: 404,
    vi: 'Không có bản nhập “{set}” ở đây. Xem danh sách bộ tiêu chí.',
    en: 'There is no draft "{set}" here. See the list of sets.',
  },
  'draft.code-taken': {
    status: 409,
    vi: 'Mã “{set}” đã có nơi khác dùng. Đặt mã khác.',
    en: 'The code "{set}" belongs to another place or kind. Choose another one.',
  },
  'draft.begun-already': {
    status: 409,
    vi: 'Bản nhập “{set}” đang mở. Nhập tiếp bản đó.',
    en: 'A draft of "{set}" is open already. Go on with it.',
  },
  'draft.of-nation': {
    status: 422,
    vi: 'Bộ tiêu chí quốc gia nhập ở cấp cả nước. Ở đây nhập quy định của tỉnh trên một bộ đã có.',
    en: 'A national set is entered for the whole nation. Here an overlay on a set is entered.',
  },
  'draft.published': {
    status: 409,
    vi: 'Bộ tiêu chí {set} phiên bản {version} đã công bố nên giữ nguyên. Muốn sửa thì mở phiên bản tiếp theo.',
    en: 'Version {version} of {set} is published and stays as it is. To change it, begin the next version.',
  },
  'draft.changed-meanwhile': {
    status: 409,
    vi: 'Chỗ {place} vừa có người khác sửa. Nội dung đang gõ vẫn còn; xem lại rồi chọn giữ nội dung nào.',
    en: 'Somebody else has just changed {place}. What you typed is kept; look at both and choose.',
  },
  'draft.no-place': {
    status: 422,
    vi: 'Không ghi được vào chỗ {place}: chưa có chỉ tiêu này, hoặc số liệu gốc này đã công bố.',
    en: 'There is no place for {place}: no such indicator yet, or the figure is published already.',
  },
  'draft.nothing-to-compare': {
    status: 422,
    vi: 'Mức yêu cầu {place} chép từ bản đã công bố, không cần đối chiếu.',
    en: 'The standard {place} is as it was published; there is nothing to compare.',
  },
  'draft.own-cell': {
    status: 422,
    vi: 'Mức yêu cầu {place} do chính bạn nhập. Người khác đối chiếu với văn bản rồi ký.',
    en: 'You typed the standard {place} yourself. Somebody else compares it with the text and signs.',
  },
  'draft.unsigned': {
    status: 422,
    vi: 'Mức yêu cầu {place} chưa có người thứ hai đối chiếu với văn bản.',
    en: 'Nobody has compared the standard {place} with the official text yet.',
  },
} satisfies Record<string, Entry>;
