// What is known about the official lists of 01/07/2025 beside their rows: the day, the source, the decisions.
import type { OfficialLists } from './lists-work.ts';

const MEMORY = 'theo trí nhớ, chưa đối chiếu bản gốc';

/**
 * The reorganisation of 01/07/2025: 63 provinces became 34, districts ended, 10,035 communes became 3,321. Of the
 * decisions on communes only Lai Châu's is known here; those of other provinces stay empty, never invented.
 */
export const LISTS_OF_2025: Omit<OfficialLists, 'before' | 'from' | 'conversions'> = {
  title: 'Danh mục đơn vị hành chính trước và từ 01/07/2025',
  effectiveOn: '2025-07-01',
  source:
    'danh mục đơn vị hành chính của Cục Thống kê (bản 18/07/2025) và bảng sáp nhập (17/07/2025), theo kho mở vietnamadminunits (giấy phép MIT)',
  droppedConversions: 5,
  communeDocuments: new Map([
    [
      '12',
      {
        document: 'Nghị quyết số 1670/NQ-UBTVQH15',
        documentOn: '2025-06-16',
        confidence: 'source',
        source: 'danh sách của nghị quyết, đối chiếu trên nguoitaybac.vn và laodong.vn',
      },
    ],
  ]),
  provinceDocument: {
    document: 'Nghị quyết số 202/2025/QH15',
    documentOn: '2025-06-12',
    confidence: 'memory',
    source: MEMORY,
  },
  districtDocument: {
    document: 'Nghị quyết số 203/2025/QH15',
    documentOn: '2025-06-16',
    confidence: 'memory',
    source: MEMORY,
  },
};
