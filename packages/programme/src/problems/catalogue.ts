// The sentences of every problem, Vietnamese first. {names} are filled from the problem's facts.
import { accounts } from './accounts.ts';
import { assessments } from './assessments.ts';
import { drafts } from './drafts.ts';
import type { Entry } from './entry.ts';
import { evidence } from './evidence.ts';
import { readings } from './readings.ts';

export const catalogue = {
  ...accounts,
  ...assessments,
  ...drafts,
  'input.wrong': {
    status: 400,
    vi: 'Chưa hiểu phần “{field}”: không đúng dạng cần có. Sửa lại rồi gửi.',
    en: 'The part "{field}" is not understood: it has another form than needed. Correct it and send again.',
  },
  'input.missing': {
    status: 400,
    vi: 'Thiếu phần “{field}”. Thêm vào rồi gửi.',
    en: 'The part "{field}" is missing. Add it and send again.',
  },
  'input.unknown': {
    status: 400,
    vi: 'Địa chỉ có phần “{field}” mà trang này không dùng. Các phần dùng được: {known}.',
    en: 'The address has a part "{field}" that is not read here. Parts that are: {known}.',
  },
  'input.unread': {
    status: 400,
    vi: 'Phần “{field}” gửi lên không có trong biểu này, có thể viết sai tên. Sửa tên hoặc bỏ phần đó rồi gửi lại.',
    en: 'The part "{field}" that was sent is not read here; its name may be misspelt. Correct or remove it and send again.',
  },
  'input.twice': {
    status: 400,
    vi: 'Địa chỉ ghi phần “{field}” hơn một lần. Giữ lại một.',
    en: 'The address gives the part "{field}" more than once. Keep one.',
  },
  'input.too-large': {
    status: 413,
    vi: 'Nội dung gửi lên quá lớn ({size}); mức cho phép là {limit}. Chia nhỏ rồi gửi từng phần.',
    en: 'What was sent is too large ({size}); the limit is {limit}. Send it in parts.',
  },
  'input.too-deep': {
    status: 400,
    vi: 'Nội dung gửi lên lồng nhau quá {most} tầng nên không đọc. Gửi lại từ trang này.',
    en: 'What was sent is nested more than {most} levels deep and is not read. Send it again from this page.',
  },
  'input.no-length': {
    status: 411,
    vi: 'Nội dung gửi lên không ghi độ dài nên không nhận. Gửi lại từ trang này, hoặc ghi Content-Length.',
    en: 'What was sent does not say its length and is not taken. Send it from this page, or state Content-Length.',
  },
  'request.too-many': {
    status: 429,
    vi: 'Gửi quá nhiều yêu cầu trong thời gian ngắn. Chờ {seconds} giây rồi làm tiếp; những gì đã lưu vẫn còn.',
    en: 'Too many requests in a short time. Wait {seconds} seconds and go on; what was saved is safe.',
  },
  'storage.too-long': {
    status: 503,
    vi: 'Việc này làm quá lâu nên đã dừng, chưa có gì thay đổi. Thử lại, hoặc chọn phạm vi nhỏ hơn.',
    en: 'This took too long and was stopped; nothing was changed. Try again, or choose a smaller place.',
  },
  'input.not-json': {
    status: 400,
    vi: 'Nội dung gửi lên không đọc được. Gửi lại từ trang này.',
    en: 'What was sent cannot be read. Send it again from this page.',
  },
  'input.not-form': {
    status: 400,
    vi: 'File gửi lên chưa trọn. Chọn file rồi gửi lại.',
    en: 'The file did not arrive whole. Choose it and send it again.',
  },
  'input.file-absent': {
    status: 400,
    vi: 'Chưa có file hay bảng nào. Chọn file, hoặc dán bảng từ Excel.',
    en: 'There is no file and no table. Choose a file, or paste a table from Excel.',
  },
  'changes.too-many': {
    status: 429,
    vi: 'Đang mở quá {most} bảng cùng lúc, nên bảng này không tự báo khi có thay đổi. Đóng bớt, hoặc bấm tải lại.',
    en: 'More than {most} boards are open at once, so this one does not tell by itself what changes. Close some, or load it again.',
  },
  'request.foreign-host': {
    status: 421,
    vi: 'Địa chỉ “{host}” không phải của máy chủ này. Mở lại bằng địa chỉ in ra khi khởi động.',
    en: 'The address "{host}" is not this server\'s. Open the address printed at start.',
  },
  'request.foreign-origin': {
    status: 403,
    vi: 'Yêu cầu đến từ một trang khác ({origin}) nên không được nhận.',
    en: 'The request comes from another site ({origin}) and was not accepted.',
  },
  'route.not-found': {
    status: 404,
    vi: 'Không có trang này. Về bảng tiêu chí để đi tiếp.',
    en: 'There is no such page. Go back to the board.',
  },
  'right.missing': {
    status: 404,
    vi: 'Không thấy mục này, hoặc chưa được giao quyền xem. Hỏi văn phòng điều phối.',
    en: 'Not found, or you have not been given the right to see it. Ask the coordination office.',
  },
  'unit.not-found': {
    status: 404,
    vi: 'Không có đơn vị mã {unit} vào ngày {date}. Kiểm lại mã, hoặc ghi kèm ngày: {unit}@2020-12-31.',
    en: 'There is no unit with code {unit} on {date}. Check the code, or add a date: {unit}@2020-12-31.',
  },
  'unit.name-not-found': {
    status: 404,
    vi: 'Không có đơn vị tên “{unit}” vào ngày {date}.',
    en: 'There is no unit named "{unit}" on {date}.',
  },
  'unit.outside-programme': {
    status: 422,
    vi: '{unit} không thuộc chương trình trong kỳ này.',
    en: '{unit} is not in the programme in this round.',
  },
  'programme.not-found': {
    status: 404,
    vi: 'Không có chương trình “{programme}”.',
    en: 'There is no programme "{programme}".',
  },
  'programme.none': {
    status: 404,
    vi: 'Chưa lập chương trình nào trên máy này. Lập ở trang Bắt đầu, hoặc: vb programmes found.',
    en: 'No programme has been founded on this machine yet. Found one on the page Begin, or: vb programmes found.',
  },
  'programme.exists': {
    status: 409,
    vi: 'Chương trình “{programme}” đã có. Đặt mã khác.',
    en: 'The programme "{programme}" exists already. Give another code.',
  },
  'programme.ends-early': {
    status: 422,
    vi: 'Ngày ra ({to}) phải sau ngày vào ({from}).',
    en: 'The day of leaving ({to}) must come after the day of joining ({from}).',
  },
  'programme.no-units': {
    status: 422,
    vi: 'Chương trình chưa có xã nào: dưới {home} không có xã vào ngày đã chọn. Chọn nơi khác, ngày khác, hoặc nạp danh mục: vb units import.',
    en: 'The programme would have no commune: there is none below {home} on that day. Choose another place or day, or import the lists: vb units import.',
  },
  'round.no-units': {
    status: 422,
    vi: 'Ngày {date}, {unit} không có xã nào trong chương trình “{programme}” nên chưa mở kỳ này. Chọn ngày khác, hoặc lập chương trình có các xã của nơi này: vb programmes found.',
    en: 'On {date}, {unit} has no commune in the programme "{programme}", so the round was not opened. Choose another day, or found a programme with the communes of this place: vb programmes found.',
  },
  'round.one-period': {
    status: 422,
    vi: 'Loại kỳ này mỗi năm chỉ có một: ghi số thứ tự là 1, không phải {period}.',
    en: 'There is one such round a year: write 1 as its number, not {period}.',
  },
  'round.no-such-period': {
    status: 422,
    vi: 'Không có kỳ thứ {period}: một năm có {most} kỳ loại này.',
    en: 'There is no period {period}: a year has {most} of this kind.',
  },
  'round.set-twice': {
    status: 422,
    vi: 'Bộ tiêu chí “{set}” ghi hai lần. Giữ lại một.',
    en: 'The criteria set "{set}" is given twice. Keep one.',
  },
  'round.criterion-twice': {
    status: 422,
    vi: 'Tiêu chí {criterion} ghi hai lần trong danh sách. Giữ lại một.',
    en: 'Criterion {criterion} stands twice in the list. Keep one.',
  },
  'round.codes-beside-set': {
    status: 422,
    vi: 'Kỳ đã có bộ tiêu chí thì không ghi thêm danh sách tiêu chí. Bỏ một trong hai.',
    en: 'A round with a criteria set takes no list of criteria beside it. Leave one of them out.',
  },
  'round.no-criteria': {
    status: 422,
    vi: 'Kỳ này chưa có bộ tiêu chí, cũng chưa có danh sách tiêu chí. Chọn một (xem: vb sets list).',
    en: 'This round has neither a criteria set nor a list of criteria. Choose one (see: vb sets list).',
  },
  'round.not-found': {
    status: 404,
    vi: 'Chưa có kỳ báo cáo “{round}” cho {unit}.',
    en: 'There is no round "{round}" for {unit}.',
  },
  'round.none': {
    status: 404,
    vi: 'Chưa mở kỳ báo cáo nào cho {unit}.',
    en: 'No round has been opened for {unit} yet.',
  },
  'round.exists': {
    status: 409,
    vi: 'Kỳ “{round}” đã có. Mỗi kỳ chỉ mở một lần.',
    en: 'The round "{round}" exists already. Each period has one round.',
  },
  'set.not-found': {
    status: 404,
    vi: 'Không có bộ tiêu chí “{set}”. Xem danh sách: vb sets list.',
    en: 'There is no criteria set "{set}". See the list: vb sets list.',
  },
  'set.refused': {
    status: 422,
    vi: 'Bộ tiêu chí “{set}” chưa nạp được: {why}',
    en: 'The criteria set "{set}" was not loaded: {why}',
  },
  'set.published-otherwise': {
    status: 409,
    vi: 'Bộ tiêu chí {set} phiên bản {version} đã công bố với nội dung khác. Bản đã công bố giữ nguyên; nội dung mới cần số phiên bản mới.',
    en: 'Version {version} of the criteria set {set} was published with other content. What was published stays as it is; new content needs a new version number.',
  },
  'column.not-found': {
    status: 422,
    vi: 'Bộ tiêu chí này không có cột “{column}”. Các cột có: {known}.',
    en: 'This set has no column "{column}". It has: {known}.',
  },
  'criterion.not-found': {
    status: 404,
    vi: 'Bộ tiêu chí này không có tiêu chí {criterion}.',
    en: 'This set has no criterion {criterion}.',
  },
  'preview.no-threshold': {
    status: 422,
    vi: 'Chỉ tiêu {indicator} không có mức bằng số ở cột này để thử.',
    en: 'Indicator {indicator} has no numeric standard in this column to try.',
  },
  ...readings,
  'import.nothing': {
    status: 422,
    vi: 'Không thấy dòng số liệu nào trong tệp.',
    en: 'No row of figures was found in the file.',
  },
  'import.fault': {
    status: 422,
    vi: '{why}',
    en: '{whyEn}',
  },
  'import.more-faults': {
    status: 422,
    vi: 'Còn {count} lỗi nữa chưa kể ra. Sửa các lỗi trên rồi chọn lại file.',
    en: '{count} more faults are not listed. Correct those above and choose the file again.',
  },
  'declared.twice': {
    status: 422,
    vi: 'Tiêu chí {criterion} của xã {unit} đã có ở ô {first}. Mỗi xã một dòng, giữ lại một.',
    en: 'Criterion {criterion} of the unit {unit} stands in {first} already. One line for each unit: keep one.',
  },
  'intake.mapping-unreadable': {
    status: 422,
    vi: 'File ánh xạ “{file}” không đúng dạng: {why}. Lập lại bằng vb intake FILE --out ANH-XA.json.',
    en: 'The mapping file "{file}" cannot be used: {why}. Make a new one with vb intake FILE --out MAPPING.json.',
  },
  'intake.unanswered': {
    status: 422,
    vi: 'Còn {count} câu hỏi chưa trả lời về bảng này. Trả lời hết rồi ghi.',
    en: '{count} questions about this sheet are not answered yet. Answer them, then save.',
  },
  'sheet.unreadable': {
    status: 422,
    vi: '{why}',
    en: '{whyEn}',
  },
  ...evidence,
  'command.repeated-otherwise': {
    status: 409,
    vi: 'Lệnh này đã được nhận với nội dung khác. Tải lại trang rồi gửi lại.',
    en: 'This command was already received with other content. Reload the page and send again.',
  },
  'command.unknown': {
    status: 400,
    vi: 'Không có lệnh {command}.',
    en: 'There is no command {command}.',
  },
  'storage.refused': {
    status: 409,
    vi: 'Không ghi được vì trái quy tắc lưu trữ “{constraint}”. Không có gì bị mất; kiểm lại số rồi gửi lại.',
    en: 'Not saved: it breaks the storage rule "{constraint}". Nothing was lost; check the figures and send again.',
  },
  'storage.unfit': {
    status: 422,
    vi: 'Có số, ngày hoặc ký tự mà kho số liệu không giữ được (mã {state}). Chưa ghi gì; kiểm lại rồi gửi lại.',
    en: 'There is a number, a date or a character that the database cannot hold (code {state}). Nothing was saved; check and send again.',
  },
  'storage.busy': {
    status: 503,
    vi: 'Nhiều người cùng ghi một lúc nên chưa ghi được. Gửi lại sau vài giây.',
    en: 'Too many people are writing at once. Send again in a few seconds.',
  },
  'storage.disk-full': {
    status: 507,
    vi: 'Ổ đĩa máy chủ đã đầy, chưa ghi được. Báo người quản trị; số vừa nhập vẫn còn ở đây.',
    en: "The server's disk is full; nothing was saved. Tell the administrator; what was typed is kept.",
  },
  'storage.away': {
    status: 503,
    vi: 'Kho số liệu đang khởi động lại. Thử lại sau vài giây; số vừa nhập vẫn còn ở đây.',
    en: 'The database is restarting. Try again in a few seconds; what was typed is kept.',
  },
  'server.fault': {
    status: 500,
    vi: 'Máy chủ gặp lỗi lúc {at}. Số đã lưu vẫn an toàn. Báo mã {reference} cho người quản trị.',
    en: 'The server had a fault at {at}. Saved figures are safe. Tell the administrator the code {reference}.',
  },
} as const satisfies Record<string, Entry>;
