// The sentences of problems with evidence: uploads, files, citations.
import type { Entry } from './entry.ts';

export const evidence = {
  'evidence.not-found': {
    status: 404,
    vi: 'Không thấy minh chứng này, hoặc đã gỡ. Tải lại danh sách minh chứng.',
    en: 'There is no such piece of evidence, or it was removed. Load the list of evidence again.',
  },
  'evidence.unknown-code': {
    status: 422,
    vi: 'Kỳ này không có chỉ tiêu hay số liệu “{code}” để gắn minh chứng.',
    en: 'This round has no indicator or figure "{code}" to attach evidence to.',
  },
  'evidence.result-only': {
    status: 422,
    vi: '{code} thuộc quốc phòng, an ninh: chỉ ghi kết quả và số văn bản, không nhận file, ảnh hay đường dẫn. Dùng “dẫn văn bản”.',
    en: '{code} is about defence and security: only a result and a document number are kept, no file, photo or link. Cite the document instead.',
  },
  'evidence.day-to-come': {
    status: 422,
    vi: 'Ngày {date} chưa đến. Kiểm lại.',
    en: 'The day {date} is still to come. Check it.',
  },
  'evidence.ends-early': {
    status: 422,
    vi: 'Ngày hết hạn ở trước ngày văn bản. Kiểm lại.',
    en: 'It would expire before the day of the document. Check both.',
  },
  'evidence.upload-not-found': {
    status: 404,
    vi: 'Không thấy file đang gửi này, hoặc đã quá hạn. Chọn file rồi gửi lại từ đầu.',
    en: 'There is no such upload, or it has expired. Choose the file and send it again.',
  },
  'evidence.upload-unfinished': {
    status: 409,
    vi: 'File chưa gửi xong. Gửi tiếp phần còn lại.',
    en: 'The file has not arrived whole. Go on sending it.',
  },
  'evidence.upload-offset': {
    status: 409,
    vi: 'Phần vừa gửi không nối đúng chỗ. Hỏi lại đã nhận đến đâu rồi gửi tiếp.',
    en: 'The part that was sent does not follow the last one. Ask how far the upload has come, then go on.',
  },
  'evidence.upload-misspoken': {
    status: 400,
    vi: 'Yêu cầu gửi file không đúng cách (tus 1.0.0): {why}.',
    en: 'The upload was not asked for as tus 1.0.0 has it: {why}.',
  },
  'evidence.too-large': {
    status: 413,
    vi: 'File lớn hơn {limit}. Nén lại, giảm độ phân giải khi quét, hoặc chia thành nhiều file.',
    en: 'The file is larger than {limit}. Compress it, scan at a lower resolution, or divide it.',
  },
  'evidence.empty': {
    status: 422,
    vi: 'File không có nội dung. Chọn file khác.',
    en: 'The file is empty. Choose another one.',
  },
  'evidence.too-many-uploads': {
    status: 429,
    vi: 'Đang có {count} file chưa gửi xong hoặc chưa gắn. Gửi tiếp, gắn hoặc bỏ bớt rồi thêm file mới.',
    en: '{count} files are unfinished or not attached yet. Finish, attach or drop some before sending another.',
  },
  'evidence.type-refused': {
    status: 422,
    vi: 'Không nhận loại file này ({found}). Nhận ảnh JPEG, PNG, WebP; PDF; Word, Excel, PowerPoint, OpenDocument không có macro. Lưu lại thành một trong các loại đó, hoặc in ra PDF.',
    en: 'This kind of file is not taken ({found}). Taken are photos (JPEG, PNG, WebP), PDF, and Word, Excel, PowerPoint and OpenDocument without macros. Save it as one of these, or print it to PDF.',
  },
  'evidence.heic-refused': {
    status: 422,
    vi: 'Chưa nhận ảnh HEIC của iPhone. Vào Cài đặt > Camera > Định dạng, chọn “Tương thích nhất”, hoặc gửi ảnh đó qua Zalo rồi lưu lại thành JPEG.',
    en: 'HEIC photos are not taken yet. On the iPhone choose Settings > Camera > Formats > Most Compatible, or save the photo as JPEG.',
  },
  'evidence.picture-unreadable': {
    status: 422,
    vi: 'Ảnh bị hỏng hoặc chưa trọn, không đọc được. Chụp lại hoặc chọn ảnh khác.',
    en: 'The photo is damaged or not whole and cannot be read. Take it again or choose another.',
  },
  'evidence.picture-too-large': {
    status: 422,
    vi: 'Ảnh có quá nhiều điểm ảnh ({pixels} triệu; nhiều nhất {limit} triệu). Thu nhỏ ảnh rồi gửi lại.',
    en: 'The photo has too many pixels ({pixels} million; at most {limit} million). Make it smaller and send it again.',
  },
  'evidence.infected': {
    status: 422,
    vi: 'Bộ quét thấy mã độc trong file ({found}) nên không nhận; file đã bị xóa khỏi máy chủ. Quét máy của bạn, rồi gửi file sạch.',
    en: 'The scanner found malicious code in the file ({found}); it was refused and deleted here. Check your computer, then send a clean file.',
  },
  'evidence.not-scanned': {
    status: 409,
    vi: 'File chưa quét nên chưa mở được. Thử lại sau ít phút; nếu vẫn vậy, báo người quản trị xem bộ quét.',
    en: 'The file has not been scanned yet, so it cannot be opened. Try again in a few minutes; if it stays so, tell the administrator to look at the scanner.',
  },
  'evidence.no-file': {
    status: 404,
    vi: 'Minh chứng này là văn bản dẫn chiếu, không có file.',
    en: 'This piece is a cited document and has no file.',
  },
  'evidence.no-preview': {
    status: 404,
    vi: 'Loại file này không có ảnh xem trước. Tải file về để xem.',
    en: 'There is no preview of this kind of file. Download it.',
  },
  'evidence.bytes-missing': {
    status: 503,
    vi: 'Không đọc được file lúc này. Thông tin minh chứng vẫn còn; báo người quản trị kiểm kho file.',
    en: 'The file cannot be read now. What is written about it is safe; tell the administrator to check the store of files.',
  },
  'evidence.store-away': {
    status: 503,
    vi: 'Kho file đang không trả lời nên chưa gắn được. File đã gửi vẫn còn ở máy chủ; thử lại sau ít phút.',
    en: 'The store of files does not answer, so nothing was attached. What was sent is kept here; try again in a few minutes.',
  },
} as const satisfies Record<string, Entry>;
