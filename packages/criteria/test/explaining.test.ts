// What people read: the result, the figure, the standard and the gap in their own units.
import { describe, expect, it } from 'vitest';
import { absent, bare, plain, share } from './shipped-law.ts';
import {
  both,
  craft,
  either,
  green,
  income,
  jobs,
  judged,
  market,
  poverty,
  roads,
  said,
  shacks,
  water,
} from './small-laws.ts';
import { cell, indicator, oneIndicator } from './small-set.ts';

describe('the result in one sentence', () => {
  it.each([
    [
      'met',
      water,
      { nuoc: share(1234, 1345) },
      'Đạt: 1.234 trên 1.345 hộ (91,7%), mức yêu cầu từ 90% trở lên.',
      'Met: 1,234 of 1,345 households (91.7%), standard at least 90%.',
    ],
    [
      'a gap in households',
      water,
      { nuoc: share(1187, 1345) },
      'Chưa đạt: 1.187 trên 1.345 hộ (88,3%), mức yêu cầu từ 90% trở lên, còn thiếu 24 hộ.',
      'Not met: 1,187 of 1,345 households (88.3%), standard at least 90%, 24 households short.',
    ],
    [
      'households too many',
      poverty,
      { ngheo: share(30, 200) },
      'Chưa đạt: 30 trên 200 hộ (15%), mức yêu cầu không quá 12%, còn vượt 6 hộ.',
      'Not met: 30 of 200 households (15%), standard at most 12%, 6 households over.',
    ],
    [
      'kilometres',
      roads,
      { duong: share('11.2', '12.4') },
      'Chưa đạt: 11,2 trên 12,4 km (90,3%), mức yêu cầu từ 100% trở lên, còn thiếu 1,2 km.',
      'Not met: 11.2 of 12.4 km (90.3%), standard at least 100%, 1.2 km short.',
    ],
    [
      'money',
      income,
      { 'thu-nhap': plain('32.8') },
      'Chưa đạt: 32,8 triệu đồng, mức yêu cầu từ 36 triệu đồng trở lên, còn thiếu 3,2 triệu đồng.',
      'Not met: 32.8 million VND, standard at least 36 million VND, 3.2 million VND short.',
    ],
    [
      'a ratio',
      green,
      { 'cay-xanh': share(900, 400) },
      'Chưa đạt: 900 trên 400, bằng 2,25 m2/người, mức yêu cầu từ 2,5 m2/người trở lên, còn thiếu 100 m2/người.',
      'Not met: 900 over 400, which is 2.25 m2 per person, standard at least 2.5 m2 per person, 100 m2 per person short.',
    ],
    ['yes', market, { cho: plain(1) }, 'Đạt: có, yêu cầu có.', 'Met: yes, must exist.'],
    [
      'none, as it must be',
      shacks,
      { 'nha-tam': plain(0) },
      'Đạt: không còn, yêu cầu không còn.',
      'Met: none left, none may be left.',
    ],
    [
      'some, though there must be none',
      shacks,
      { 'nha-tam': plain(1) },
      'Chưa đạt: vẫn còn, yêu cầu không còn.',
      'Not met: still there, none may be left.',
    ],
    [
      'judged',
      judged,
      { 'an-ninh': plain(0) },
      'Chưa đạt: cơ quan phụ trách đánh giá chưa đạt, cơ quan phụ trách đánh giá.',
      'Not met: judged not met by the responsible office, judged by the responsible office.',
    ],
    [
      'judged well',
      judged,
      { 'an-ninh': plain(1) },
      'Đạt: cơ quan phụ trách đánh giá đạt, cơ quan phụ trách đánh giá.',
      'Met: judged met by the responsible office, judged by the responsible office.',
    ],
    [
      'two conditions',
      both,
      { nuoc: share(95, 100), 'nuoc/sach': share(49, 100) },
      'Chưa đạt: 95 trên 100 hộ (95%), mức yêu cầu từ 90% trở lên; nước sạch: 49 trên 100 hộ (49%), mức yêu cầu từ 50% trở lên, còn thiếu 1 hộ.',
      'Not met: 95 of 100 households (95%), standard at least 90%; clean water: 49 of 100 households (49%), standard at least 50%, 1 households short.',
    ],
    [
      'an alternative',
      either,
      { nuoc: share(80, 100), 'nuoc/sach': share(50, 100) },
      'Đạt: 80 trên 100 hộ (80%), mức yêu cầu từ 90% trở lên, chỉ cần một trong các điều kiện; nước sạch: 50 trên 100 hộ (50%), mức yêu cầu từ 50% trở lên, chỉ cần một trong các điều kiện.',
      'Met: 80 of 100 households (80%), standard at least 90%, one of the conditions is enough; clean water: 50 of 100 households (50%), standard at least 50%, one of the conditions is enough.',
    ],
    [
      'by sex',
      jobs,
      { 'viec/nam': share(95, 100), 'viec/nu': share(89, 100) },
      'Chưa đạt: nam: 95 trên 100 người (95%), mức yêu cầu từ 90% trở lên; nữ: 89 trên 100 người (89%), mức yêu cầu từ 90% trở lên, còn thiếu 1 người.',
      'Not met: men: 95 of 100 people (95%), standard at least 90%; women: 89 of 100 people (89%), standard at least 90%, 1 people short.',
    ],
    [
      'a bare rate',
      water,
      { nuoc: bare('88.25') },
      'Chưa đạt: 88,25% (thiếu tử số, mẫu số), mức yêu cầu từ 90% trở lên, còn thiếu 1,75 điểm phần trăm.',
      'Not met: 88.25% (numerator and denominator missing), standard at least 90%, 1.75 percentage points short.',
    ],
    [
      'a bare rate too high',
      poverty,
      { ngheo: bare('12.5') },
      'Chưa đạt: 12,5% (thiếu tử số, mẫu số), mức yêu cầu không quá 12%, còn vượt 0,5 điểm phần trăm.',
      'Not met: 12.5% (numerator and denominator missing), standard at most 12%, 0.5 percentage points over.',
    ],
    ['no figure', water, {}, 'Chưa xác định: chưa có số liệu.', 'Not determined: no figure yet.'],
    [
      'no total',
      water,
      { nuoc: plain(1187) },
      'Chưa xác định: số liệu chưa đủ để xét; 1.187 hộ, thiếu tổng số.',
      'Not determined: the figures are not enough to judge; 1,187 households, total missing.',
    ],
    [
      'a total of nothing',
      water,
      { nuoc: share(0, 0) },
      'Chưa xác định: số liệu chưa đủ để xét; tổng số bằng 0 nên không tính được tỷ lệ.',
      'Not determined: the figures are not enough to judge; the total is 0, so there is no rate.',
    ],
    [
      'an impossible figure',
      water,
      { nuoc: share(11, 10) },
      'Chưa xác định: số liệu chưa đủ để xét; số liệu không hợp lý, cần kiểm lại.',
      'Not determined: the figures are not enough to judge; the figure cannot be right; check it.',
    ],
    [
      'no number',
      water,
      { nuoc: share('x', 10) },
      'Chưa xác định: số liệu chưa đủ để xét; số liệu không hợp lý, cần kiểm lại.',
      'Not determined: the figures are not enough to judge; the figure cannot be right; check it.',
    ],
    [
      'an empty reading',
      water,
      { nuoc: { numerator: null, denominator: null, applicable: true } },
      'Chưa xác định: chưa có số liệu; chưa có số liệu.',
      'Not determined: no figure yet; no figure yet.',
    ],
    [
      'one of two figures',
      both,
      { nuoc: share(95, 100) },
      'Chưa xác định: chưa có số liệu; 95 trên 100 hộ (95%).',
      'Not determined: no figure yet; 95 of 100 households (95%).',
    ],
    [
      'one sex only',
      jobs,
      { 'viec/nam': share(95, 100) },
      'Chưa xác định: xét riêng nam và nữ, cần số liệu của từng giới; nam: 95 trên 100 người (95%).',
      'Not determined: judged for men and women apart; the figures of each are needed; men: 95 of 100 people (95%).',
    ],
    [
      'not there',
      craft,
      { 'lang-nghe': absent },
      'Không áp dụng: trên địa bàn không có (không có).',
      'Not applicable: there is none here (không có).',
    ],
    [
      'not there, without a reason',
      craft,
      { 'lang-nghe': { ...absent, note: '' } },
      'Không áp dụng: trên địa bàn không có (chưa ghi lý do).',
      'Not applicable: there is none here (no reason given).',
    ],
    [
      'not there, where that is not allowed',
      water,
      { nuoc: absent },
      'Chưa xác định: ghi không áp dụng, nhưng quyết định không có chữ "nếu có" cho chỉ tiêu này; ghi không áp dụng.',
      'Not determined: stated as not applicable, but the decision has no "if any" for this indicator; stated as not applicable.',
    ],
  ] as const)('%s', (_name, set, readings, vi, en) => {
    expect(said(set, readings, 'vi').reason).toBe(vi);
    expect(said(set, readings, 'en').reason).toBe(en);
  });

  it('says why the law leaves it open', () => {
    const open = (standards: Record<string, unknown>, more = {}) =>
      oneIndicator(indicator('1.1', 'nuoc', 'percent', standards, more));
    const full = { nuoc: share(1, 1) };
    const left = { delegatedTo: 'province', textVi: 'a', textEn: 'a', confidence: 'source' };
    expect(said(open({ default: null }), full).reason).toBe(
      'Chưa xác định: chưa biết mức yêu cầu; 1 trên 1 hộ (100%).',
    );
    expect(said(open({ default: cell('>=', 90, { confidence: 'unsure' }) }), full).reason).toContain(
      'mức yêu cầu (từ 90% trở lên) chưa chắc chắn',
    );
    expect(said(open({ default: cell('>=', 90, { source: null }) }), full).reason).toContain(
      'mức yêu cầu (từ 90% trở lên) không ghi đọc được ở đâu',
    );
    expect(
      said(open({ default: left }, { measure: { type: 'percent', delegated: true } }), full).reason,
    ).toContain('do tỉnh quy định');
    expect(said(water, full, 'vi', null).reason).toContain('chưa rõ vùng, nhóm của đơn vị');
    expect(said(income, { 'thu-nhap': plain(50) }, 'vi', 'NUI', 2022).reason).toBe(
      'Chưa xác định: năm 2022 chưa có mức yêu cầu riêng; 50 triệu đồng.',
    );
    expect(said(water, full, 'vi', 'NUI', 2030).reason).toContain('năm 2030 nằm ngoài giai đoạn 2020-2022');
  });
});
