// The sentences of problems with figures that cannot be.
import type { Entry } from './entry.ts';

export const readings = {
  'reading.unknown-figure': {
    status: 422,
    vi: 'Không có số liệu gốc “{figure}” trong danh mục.',
    en: 'There is no figure "{figure}" in the dictionary.',
  },
  'reading.unknown-indicator': {
    status: 422,
    vi: 'Bộ tiêu chí này không có chỉ tiêu “{indicator}”.',
    en: 'This set has no indicator "{indicator}".',
  },
  'reading.numerator-over-denominator': {
    status: 422,
    vi: '{numerator} lớn hơn tổng số ({denominator}). Kiểm lại một trong hai số.',
    en: '{numerator} is more than the total ({denominator}). Check one of the two figures.',
  },
  'reading.needs-denominator': {
    status: 422,
    vi: 'Cần số đạt và tổng số, không chỉ tỷ lệ.',
    en: 'Both the count and the total are needed, not only the per cent.',
  },
  'reading.needs-reason': {
    status: 422,
    vi: 'Ghi “không áp dụng” thì cần lý do.',
    en: '"Not applicable" needs a reason.',
  },
  'reading.not-a-number': {
    status: 422,
    vi: '“{text}” không phải là số.',
    en: '"{text}" is not a number.',
  },
  'reading.negative': {
    status: 422,
    vi: '{text} là số âm. Kiểm lại.',
    en: '{text} is negative. Check it.',
  },
  'reading.not-whole': {
    status: 422,
    vi: '{text} phải là số nguyên, vì ở đây đếm từng hộ, từng người, từng cái.',
    en: '{text} must be a whole number, because households, people or things are counted one by one.',
  },
  'reading.too-large': {
    status: 422,
    vi: '{text} lớn quá mức có thể. Kiểm lại số và đơn vị tính.',
    en: '{text} is larger than possible. Check the figure and its unit.',
  },
  'reading.over-hundred': {
    status: 422,
    vi: '{text}% lớn hơn 100%. Kiểm lại.',
    en: '{text}% is more than 100%. Check it.',
  },
  'reading.zero-total': {
    status: 422,
    vi: 'Tổng số là 0 nên không có tỷ lệ. Nếu trên địa bàn không có thì ghi “không áp dụng”, kèm lý do.',
    en: 'The total is 0, so there is no rate. If there is none here, write "not applicable", with the reason.',
  },
  'reading.needs-numerator': {
    status: 422,
    vi: 'Có tổng số nhưng thiếu số đạt.',
    en: 'The total is given, but not the count.',
  },
  'reading.counts-not-used': {
    status: 422,
    vi: 'Số liệu này ghi một giá trị, không ghi số đạt trên tổng số.',
    en: 'This figure takes one value, not a count of a total.',
  },
  'reading.not-yes-no': {
    status: 422,
    vi: 'Ở đây chỉ ghi 1 (có) hoặc 0 (không), không ghi {text}.',
    en: 'Only 1 (yes) or 0 (no) is written here, not {text}.',
  },
  'reading.duplicate': {
    status: 422,
    vi: 'Ghi hai lần cho cùng một chỉ tiêu “{figure}”.',
    en: 'The same indicator "{figure}" is given twice.',
  },
  'reading.changed-meanwhile': {
    status: 409,
    vi: 'Số liệu của {unit} vừa được người khác sửa. Xem số mới, rồi ghi lại nếu cần; số vừa nhập vẫn còn ở đây.',
    en: 'The figures of {unit} were changed by somebody else meanwhile. Look at them and save again if needed; what was typed is kept.',
  },
} as const satisfies Record<string, Entry>;
