// Lời của bảng tiêu chí trên giấy và trong tệp Excel. The words of the board's papers in Vietnamese.
import type { BoardWords } from './words.ts';

export const vi: BoardWords = {
  sheet: 'Bảng tiêu chí',
  title: (place) => `Bảng tiêu chí nông thôn mới, ${place}`,
  asOf: (day) => `số liệu đến ${spokenDay(day)}`,
  law: (decree) => `Tính theo ${decree}.`,
  sample: 'Số liệu minh họa, không phải số liệu thật.',
  legend:
    'Đ: đạt · Đ!: đạt, nguy cơ rớt · (Đ): xã nhận đạt, chờ thẩm tra · CB: cơ bản đạt · K: chưa đạt · (K): xã nhận chưa đạt · ?: chưa xác định · –: không áp dụng',
  code: 'Mã',
  unit: 'Xã',
  met: 'Số tiêu chí đạt',
  of: 'Trên tổng',
  basis: 'Căn cứ',
  unitsMet: 'Số xã đạt',
  average: (withResult, units) => `Bình quân (${withResult} trên ${units} xã có kết quả)`,
  plan: (average) => `kế hoạch ${average}`,
  noResult: 'chưa có số liệu',
  bases: { computed: 'tính từ số liệu', declared: 'theo bảng của cơ quan' },
  marks: { M: 'Đ', R: 'Đ!', C: '(Đ)', B: 'CB', N: 'K', P: '(K)', U: '?', A: '–' },
};

function spokenDay(day: string): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}
