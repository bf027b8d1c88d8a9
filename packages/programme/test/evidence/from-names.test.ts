// A closed district's folder of scans, as people name such files: what is told, and what a person is asked.
import { proposeFromNames } from '@vungbuoc/programme/evidence';
import { describe, expect, test } from 'vitest';

const UNITS = [
  ['03472', 'Xã Nậm Manh'],
  ['03474', 'Xã Nậm Hàng'],
  ['03475', 'Xã Nậm Hăng'],
  ['03476', 'Xã Hua Bum'],
  ['03477', 'Xã Bum'],
].map(([unit = '', name = '']) => ({ unit, name }));
const CRITERIA = [
  { code: '3', nameVi: 'Thủy lợi và phòng, chống thiên tai', indicators: ['3.1', '3.2'] },
  { code: '4', nameVi: 'Điện', indicators: ['4.1'] },
  { code: '17', nameVi: 'Môi trường và an toàn thực phẩm', indicators: ['17.1', '17.2', '17.12'] },
];

function proposed(path: string) {
  const [one] = proposeFromNames([path], UNITS, CRITERIA);
  return [one?.units, one?.codes];
}

describe('a path', () => {
  test.each([
    ['Nậm Manh/17.1 Giếng nước bản Huổi Chát.jpg', ['03472'], ['17.1']],
    ['nam manh\\CT 17.2\\IMG_0001.JPG', ['03472'], ['17.2']],
    ['1. Xã Hua Bum/Tiêu chí 4/BC 12.pdf', ['03476'], ['4.1']],
    ['TC04_HuaBum.pdf', [], ['4.1']],
    ['TC17_1 hua bum.pdf', ['03476'], ['17.1']],
    ['Nậm Manh/Chi tieu 17.12.pdf', ['03472'], ['17.12']],
  ])('%s is told', (path, units, codes) => {
    expect(proposed(path)).toEqual([units, codes]);
  });

  test('of a criterion alone leaves its indicators to a person', () => {
    expect(proposed('Nậm Manh/17/anh.jpg')).toEqual([['03472'], ['17.1', '17.2', '17.12']]);
    expect(proposed('Nậm Manh/Thuỷ lợi và phòng chống thiên tai/anh.jpg')).toEqual([
      ['03472'],
      ['3.1', '3.2'],
    ]);
  });

  test('with marks tells Hàng from Hăng; without them a person is asked', () => {
    expect(proposed('Nậm Hàng/17.1.jpg')[0]).toEqual(['03474']);
    expect(proposed('nam hang/17.1.jpg')[0]).toEqual(['03474', '03475']);
  });

  test('of Hua Bum is not one of Bum', () => {
    expect(proposed('Hua Bum/17.1.jpg')[0]).toEqual(['03476']);
    expect(proposed('Bum/17.1.jpg')[0]).toEqual(['03477']);
  });

  test.each([
    ['a day', 'Nậm Manh/Biên bản 17.1.2020.pdf'],
    ['a number of a document', 'Nậm Manh/QĐ 17.1-2020.pdf'],
    ['a price', 'Nậm Manh/17.125 đồng.pdf'],
    ['a word of one syllable', 'Nậm Manh/Điện báo.pdf'],
    ['nothing', 'Nậm Manh/IMG_20201217.jpg'],
  ])('with %s in it tells no indicator', (_what, path) => {
    expect(proposed(path)).toEqual([['03472'], []]);
  });
});
