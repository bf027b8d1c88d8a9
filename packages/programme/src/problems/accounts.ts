// Problems of signing in, of people and of what they are given.
import type { Entry } from './entry.ts';

export const accounts = {
  'sign-in.needed': {
    status: 401,
    vi: 'Đăng nhập để đi tiếp. Số đang nhập trên máy này vẫn còn.',
    en: 'Sign in to go on. What was typed on this machine is still there.',
  },
  'sign-in.wrong': {
    status: 401,
    vi: 'Tên đăng nhập hoặc mật khẩu chưa đúng. Gõ lại, hoặc hỏi người quản trị để được cấp đường dẫn đặt lại mật khẩu.',
    en: 'The name or the password is not right. Type them again, or ask the administrator for a link to set a new password.',
  },
  'sign-in.wrong-code': {
    status: 401,
    vi: 'Mã chưa đúng hoặc đã hết hạn. Xem mã mới trên điện thoại rồi gõ lại, hoặc dùng một mã dự phòng.',
    en: 'The code is not right or has expired. Look at the new one on the phone, or use a recovery code.',
  },
  'sign-in.wait': {
    status: 429,
    vi: 'Gõ sai nhiều lần, nên phải chờ {seconds} giây nữa mới thử tiếp được. Quên mật khẩu thì hỏi người quản trị.',
    en: 'Too many wrong attempts: wait {seconds} seconds before the next one. If the password is lost, ask the administrator.',
  },
  'sign-in.no-sample': {
    status: 404,
    vi: 'Người mẫu không còn dùng được: ở đây đã có chương trình thật. Đăng nhập bằng tài khoản của mình.',
    en: 'The sample people are gone: there is a real programme here. Sign in with your own account.',
  },
  'password.short': {
    status: 422,
    vi: 'Mật khẩu cần ít nhất {least} ký tự. Một câu ngắn dễ nhớ là đủ.',
    en: 'A password needs at least {least} characters. A short sentence that is easy to remember will do.',
  },
  'password.long': {
    status: 422,
    vi: 'Mật khẩu dài quá {most} ký tự. Chọn câu ngắn hơn.',
    en: 'The password is longer than {most} characters. Choose a shorter one.',
  },
  'password.guessed': {
    status: 422,
    vi: 'Mật khẩu này ai cũng đoán được đầu tiên (dãy số, tên mình, tên chương trình). Chọn câu khác.',
    en: "This password is guessed first (a row of digits, one's own name, the programme's). Choose another.",
  },
  'password.wrong': {
    status: 403,
    vi: 'Mật khẩu đang dùng gõ chưa đúng. Gõ lại.',
    en: 'The present password is not right. Type it again.',
  },
  'link.not-valid': {
    status: 404,
    vi: 'Đường dẫn này đã dùng hoặc đã hết hạn. Xin người quản trị một đường dẫn mới.',
    en: 'This link has been used or has expired. Ask the administrator for a new one.',
  },
  'person.not-found': {
    status: 404,
    vi: 'Không thấy người này trong những nơi đang quản lý. Mở lại danh sách người dùng.',
    en: 'This person is not among the places you manage. Open the list of people again.',
  },
  'person.username-taken': {
    status: 409,
    vi: 'Tên đăng nhập “{username}” đã có người dùng. Chọn tên khác, ví dụ thêm mã xã.',
    en: 'The name "{username}" is taken. Choose another, for example with the commune\'s code.',
  },
  'person.email-taken': {
    status: 409,
    vi: 'Địa chỉ thư này đã của người khác. Kiểm lại, hoặc để trống.',
    en: 'This e-mail address belongs to somebody else. Check it, or leave it out.',
  },
  'person.beyond': {
    status: 403,
    vi: 'Người này còn làm việc cho nơi khác, ngoài phạm vi đang quản lý. Nhờ người quản trị cấp trên.',
    en: 'This person also works for places beyond those you manage. Ask the administrator above.',
  },
  'person.self': {
    status: 409,
    vi: 'Không tự khóa tài khoản của mình được. Nhờ người quản trị khác.',
    en: 'Nobody can shut out themselves. Ask another administrator.',
  },
  'grant.not-found': {
    status: 404,
    vi: 'Không thấy quyền này ở đơn vị đã chọn. Mở lại danh sách người dùng.',
    en: 'There is no such grant at this unit. Open the list of people again.',
  },
  'grant.ends-before': {
    status: 422,
    vi: 'Ngày cuối đứng trước ngày đầu. Sửa một trong hai.',
    en: 'The last day is before the first one. Correct one of them.',
  },
  'grant.needs-office': {
    status: 422,
    vi: 'Vai này làm việc theo chỉ tiêu của một cơ quan. Chọn cơ quan.',
    en: 'This role works on the indicators of an office. Choose the office.',
  },
} as const satisfies Record<string, Entry>;
