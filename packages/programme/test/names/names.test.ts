// Names of places as people type them, found with tone marks or none.
import {
  editDistance,
  foldText,
  hasMarks,
  matchesSearch,
  splitUnitName,
  toneKey,
} from '@vungbuoc/programme/names';
import { describe, expect, it } from 'vitest';

describe('an officer searches without tone marks', () => {
  it('finds both spellings, composed or decomposed', () => {
    expect(foldText('Pa Vệ Sử')).toBe('pa ve su');
    expect(foldText('Pa Vệ Sủ'.normalize('NFD'))).toBe('pa ve su');
    expect(foldText("Đạ M’ri – Cư M'gar")).toBe('da mri cu mgar');
    expect(matchesSearch('Xã Pa Vệ Sủ', 'pa ve')).toBe(true);
    expect(matchesSearch('Xã Lê Lợi', 'đao')).toBe(false);
  });
});

describe('two spellings of a name', () => {
  it('are the same when only the place of the tone differs, and not when the tone does', () => {
    expect(toneKey('Cộng Hoà')).toBe(toneKey('Cộng Hòa'));
    expect(toneKey('MƯỜNG TÈ')).toBe(toneKey('Mường Tè'.normalize('NFD')));
    expect(toneKey('Pa Vệ Sử')).not.toBe(toneKey('Pa Vệ Sủ'));
    expect(toneKey('Nậm Ban')).not.toBe(toneKey('Nâm Bán'));
    expect([hasMarks('Muong Mo'), hasMarks('Đao'), hasMarks('Lê')]).toEqual([false, true, true]);
  });

  it('are as far apart as letters must be changed', () => {
    expect([
      editDistance('kan ho', 'can ho'),
      editDistance('', 'abc'),
      editDistance('ma li pho', 'ma ly pho'),
    ]).toEqual([1, 3, 1]);
  });
});

describe('the name of a unit', () => {
  it.each([
    ['Xã Mường Mô', 'commune', 'Mường Mô', null],
    ['x. Lê Lợi', 'commune', 'Lê Lợi', null],
    ['1. Xã Nậm Pì (huyện Nậm Nhùn)', 'commune', 'Nậm Pì', 'huyện Nậm Nhùn'],
    ['TT. Nậm Nhùn', 'township', 'Nậm Nhùn', null],
    ['TT Nậm Nhùn', 'township', 'Nậm Nhùn', null],
    ['Thị trấn Mường Tè', 'township', 'Mường Tè', null],
    ['P. Đoàn Kết', 'ward', 'Đoàn Kết', null],
    ['Đặc khu Phú Quốc', 'special-zone', 'Phú Quốc', null],
    ['Huyện Sìn Hồ', 'district', 'Sìn Hồ', null],
    ['TP. Lai Châu', 'city', 'Lai Châu', null],
    ['Xà Dề Phìn', null, 'Xà Dề Phìn', null],
    ['Tả Lèng', null, 'Tả Lèng', null],
    ['Phường 12', 'ward', '12', null],
  ])('%s', (text, kind, bare, remark) => {
    expect(splitUnitName(text)).toEqual({ kind, bare, remark });
  });
});
