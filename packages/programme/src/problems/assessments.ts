// Problems on the path of a figure: handing in, approving, reviewing.
import type { Entry } from './entry.ts';

export const assessments = {
  'reading.locked': {
    status: 409,
    vi: 'Số liệu {figure} đã gửi đi nên không sửa được nữa. Cơ quan xác nhận trả lại chỉ tiêu nào thì sửa được chỉ tiêu đó.',
    en: 'The figure {figure} has been handed in and can no longer be changed. What an office returns is open again.',
  },
  'assessment.empty': {
    status: 422,
    vi: 'Chưa có số liệu nào trong kỳ này. Nhập rồi gửi.',
    en: 'There is no figure in this round yet. Enter some, then hand them in.',
  },
  'assessment.submitted-already': {
    status: 409,
    vi: 'Hồ sơ kỳ này đã gửi rồi và không có chỉ tiêu nào bị trả lại.',
    en: 'This round has been handed in already, and nothing was returned.',
  },
  'assessment.not-submitted': {
    status: 409,
    vi: 'Xã chưa gửi hồ sơ của kỳ này, nên chưa duyệt hay xác nhận được.',
    en: 'The commune has not handed in this round yet, so there is nothing to approve or confirm.',
  },
  'indicator.not-found': {
    status: 404,
    vi: 'Kỳ này không có chỉ tiêu {indicator}. Chọn lại từ danh sách.',
    en: 'This round has no indicator {indicator}. Choose it from the list.',
  },
  'review.without-figure': {
    status: 422,
    vi: 'Chỉ tiêu {indicator} chưa có số liệu, nên chỉ trả lại được, không xác nhận được.',
    en: 'Indicator {indicator} has no figure yet: it can be returned, not confirmed.',
  },
  'review.needs-words': {
    status: 422,
    vi: 'Ghi rõ lý do trả lại để xã biết phải làm gì.',
    en: 'Say why it is returned, so that the commune knows what to do.',
  },
  'review.deadline-past': {
    status: 422,
    vi: 'Hạn trả lời đã qua. Chọn ngày từ hôm nay trở đi.',
    en: 'The deadline is past. Choose today or a later day.',
  },
} as const satisfies Record<string, Entry>;
