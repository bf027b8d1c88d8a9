// What offices write over a column instead of a criterion's official name. Only for recognising headings; never shown as law.
import { foldText } from '../names/index.ts';

/** By official name: short names that mean this criterion and no other of its set. Read only as a whole heading. */
const shortNames: Readonly<Record<string, readonly string[]>> = {
  'Quy hoạch': ['QH', 'Quy hoạch và thực hiện quy hoạch', 'QH và thực hiện QH'],
  'Thủy lợi': ['TL'],
  'Thủy lợi và phòng, chống thiên tai': ['TL', 'Thủy lợi', 'Thủy lợi và PCTT', 'TL và PCTT'],
  'Trường học': ['Trường'],
  'Cơ sở vật chất văn hóa': ['CSVC', 'CSVCVH', 'Cơ sở VCVH'],
  'Cơ sở hạ tầng thương mại nông thôn': ['Chợ', 'CSHTTM', 'Hạ tầng thương mại', 'HTTM', 'HTTMNT'],
  'Thông tin và Truyền thông': ['Thông tin'],
  'Nhà ở dân cư': ['Nhà ở'],
  'Thu nhập': ['TN'],
  'Hộ nghèo': ['Nghèo', 'Giảm nghèo', 'HN'],
  'Nghèo đa chiều': ['Nghèo', 'Hộ nghèo', 'Hộ nghèo đa chiều', 'HN', 'NĐC'],
  'Lao động có việc làm': ['Lao động', 'LĐ', 'Việc làm', 'Lao động việc làm', 'LĐVL', 'LĐ-VL'],
  'Lao động': ['LĐ', 'Lao động việc làm', 'LĐVL', 'LĐ-VL'],
  'Tổ chức sản xuất': ['HTTCSX', 'Hình thức tổ chức sản xuất', 'Sản xuất'],
  'Tổ chức sản xuất và phát triển kinh tế nông thôn': [
    'TCSX',
    'HTTCSX',
    'Sản xuất',
    'TCSX và PTKT',
    'TCSX và PTKTNT',
  ],
  'Giáo dục và Đào tạo': ['Giáo dục', 'GD'],
  'Y tế': ['YT'],
  'Môi trường và an toàn thực phẩm': ['Môi trường', 'MT', 'MT và ATTP', 'MT và VSATTP'],
  'Hệ thống chính trị và tiếp cận pháp luật': ['HTCT', 'Hệ thống chính trị', 'Hệ thống CT'],
  'Quốc phòng và An ninh': ['An ninh', 'ANTT', 'An ninh trật tự', 'An ninh, trật tự xã hội', 'AN-TTXH'],
};

const byName = new Map(Object.entries(shortNames).map(([name, others]) => [foldText(name), others]));

/** Short names of a criterion by its official name; none for a name that is not known. */
export function shortNamesOf(nameVi: string): readonly string[] {
  return byName.get(foldText(nameVi)) ?? [];
}

/**
 * The nineteen criteria of 2010-2015 (Quyết định 491/QĐ-TTg năm 2009, 342/QĐ-TTg năm 2013), official name first, from
 * memory. Those years have no set here, so a round brings only their codes.
 */
const names2010To2015: Readonly<Record<string, readonly string[]>> = {
  '1': ['Quy hoạch và thực hiện quy hoạch', 'Quy hoạch', 'QH'],
  '2': ['Giao thông'],
  '3': ['Thủy lợi', 'TL'],
  '4': ['Điện'],
  '5': ['Trường học', 'Trường'],
  '6': ['Cơ sở vật chất văn hóa', 'CSVC', 'CSVCVH'],
  '7': ['Chợ nông thôn', 'Chợ'],
  '8': ['Bưu điện', 'BĐ'],
  '9': ['Nhà ở dân cư', 'Nhà ở'],
  '10': ['Thu nhập', 'TN', 'Thu nhập bình quân đầu người'],
  '11': ['Hộ nghèo', 'Nghèo', 'HN'],
  '12': ['Cơ cấu lao động', 'Lao động có việc làm', 'Lao động có việc làm thường xuyên', 'Lao động', 'LĐ'],
  '13': ['Hình thức tổ chức sản xuất', 'Tổ chức sản xuất', 'HTTCSX'],
  '14': ['Giáo dục', 'Giáo dục và Đào tạo', 'GD'],
  '15': ['Y tế', 'YT'],
  '16': ['Văn hóa', 'VH'],
  '17': ['Môi trường', 'MT'],
  '18': ['Hệ thống tổ chức chính trị xã hội vững mạnh', 'Hệ thống chính trị', 'HTCT'],
  '19': ['An ninh, trật tự xã hội', 'An ninh trật tự', 'An ninh', 'ANTT', 'AN-TTXH'],
};

/** Names of the criteria of a round without a set; none unless its codes and year are those of 2010-2015. */
export function otherNamesWithoutSet(
  codes: readonly string[],
  year: number,
): ReadonlyMap<string, readonly string[]> {
  const known = Object.entries(names2010To2015);
  const same = codes.length === known.length && known.every(([code]) => codes.includes(code));
  return new Map(same && year <= 2015 ? known : []);
}
