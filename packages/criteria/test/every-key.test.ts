// Everything an office writes into a set is read.
import type { CriteriaSet } from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { good, parse, water } from './small-documents.ts';
import { cell, criterion, type Doc, REGIONS, setDocument } from './small-set.ts';

const office = { code: 'so-nn', nameVi: 'Sở Nông nghiệp', nameEn: 'Department of Agriculture' };

function fullSet(): CriteriaSet {
  const document = setDocument([fullCriterion()], {
    scoring: { type: 'points', passMark: 5 },
    confidenceNoteEn: 'All of it',
    groups: [{ code: 'I', nameVi: 'Một', nameEn: 'One' }],
    dimension: {
      code: 'region',
      nameVi: 'Vùng',
      nameEn: 'Region',
      values: REGIONS.map((value) => ({
        ...value,
        definitionVi: 'a',
        definitionEn: 'b',
        confidence: 'source',
        sources: [],
      })),
    },
    specialRules: [{ code: 'r', takes: 'NUI', textVi: 'a', textEn: 'b', confidence: 'memory', source: 'z' }],
    legalBasis: [
      {
        number: '1/QĐ-TTg',
        date: '2020',
        effectiveFrom: '2020-03-01',
        roleEn: 'promulgates',
        confidence: 'memory',
        source: 'q',
        noteEn: 'n',
      },
    ],
  });
  const { set, refused } = parse(document);
  if (set === null) throw new Error(JSON.stringify(refused));
  return set;
}

function fullCriterion(): Doc {
  return criterion(
    '1',
    [
      water(
        {
          byYear: {
            2021: {
              default: null,
              by: {
                NUI: cell('>=', 90, { signatures: [{ by: 'Lan', on: '2024-02-29' }] }),
                BANG: {
                  delegatedTo: 'province',
                  textVi: 'Tỉnh',
                  textEn: 'Province',
                  confidence: 'memory',
                  source: 'y',
                },
              },
            },
          },
        },
        {
          measure: { type: 'percent', unit: '%', delegated: true },
          figures: { '': { code: 'nuoc', confidence: 'memory', labelVi: 'nước', labelEn: 'water' } },
          ifPresent: true,
          points: 7,
          office,
          citation: { decree: '2/QĐ-TTg', date: '2020-02-02' },
          confidence: 'unsure',
          sources: ['trang 3'],
          noteEn: 'A note',
        },
      ),
    ],
    { group: 'I', key: true, sources: ['trang 2'], confidence: 'memory' },
  );
}

/** The table of the criterion above, as it must be read. */
const fullRule = {
  kind: 'ifPresent',
  of: {
    kind: 'byYear',
    years: {
      2021: {
        kind: 'byDimension',
        national: { kind: 'missing' },
        columns: {
          NUI: {
            kind: 'standard',
            of: { kind: 'atLeast', part: '', value: '90' },
            confidence: 'source',
            source: 'Bảng của quyết định',
            signatures: [{ by: 'Lan', on: '2024-02-29' }],
            overlay: null,
          },
          BANG: {
            kind: 'delegated',
            to: 'province',
            textVi: 'Tỉnh',
            textEn: 'Province',
            confidence: 'memory',
            source: 'y',
          },
        },
      },
    },
  },
};

describe('a set with every key', () => {
  it('is read to the last word', () => {
    const { criteria: _criteria, figures: _figures, ...head } = fullSet();
    expect(head).toEqual({
      format: 1,
      id: 'bo-thu',
      version: 1,
      titleVi: 'Bộ thử',
      titleEn: 'Test set',
      level: 'ntm',
      recognitionVi: 'xã đạt chuẩn',
      unitLevel: 'commune',
      effectiveFrom: '2020-01-01',
      confidenceNoteEn: 'All of it',
      period: { from: 2020, to: 2022, extended: null },
      legalBasis: [
        {
          number: '1/QĐ-TTg',
          date: '2020',
          effectiveFrom: '2020-03-01',
          roleEn: 'promulgates',
          confidence: 'memory',
          source: 'q',
          noteEn: 'n',
        },
      ],
      dimension: {
        code: 'region',
        nameVi: 'Vùng',
        nameEn: 'Region',
        values: REGIONS.map((value) => ({ ...value, definitionVi: 'a', definitionEn: 'b' })),
      },
      specialRules: [
        { code: 'r', takes: 'NUI', textVi: 'a', textEn: 'b', confidence: 'memory', source: 'z' },
      ],
      scoring: { type: 'points', passMark: 5 },
      declaredCounts: { criteria: 1, indicators: 1 },
      groups: [{ code: 'I', nameVi: 'Một', nameEn: 'One' }],
      conditions: [],
      overlays: [],
    });
  });

  it('and so are its criteria and their indicators', () => {
    const { criteria, figures } = fullSet();
    expect(Object.keys(figures)).toEqual(['nuoc']);
    const [{ indicators, ...rest } = { indicators: [] }] = criteria;
    expect(rest).toEqual({
      code: '1',
      group: 'I',
      nameVi: 'Tiêu chí 1',
      nameEn: 'Criterion 1',
      declaredIndicators: 1,
      key: true,
      confidence: 'memory',
      sources: ['trang 2'],
    });
    expect(indicators).toEqual([
      {
        code: '1.1',
        textVi: 'Chỉ tiêu 1.1',
        textEn: 'Indicator 1.1',
        points: 7,
        office,
        confidence: 'unsure',
        sources: ['trang 3'],
        noteEn: 'A note',
        measure: { type: 'percent', expected: true, unit: '%', bySex: false, delegated: true },
        citation: { decree: '2/QĐ-TTg', date: '2020-02-02' },
        figures: { '': { code: 'nuoc', confidence: 'memory', labelVi: 'nước', labelEn: 'water' } },
        rule: fullRule,
      },
    ]);
  });

  it('what is left out is null, false or empty', () => {
    const bare: Doc = { ...good };
    for (const key of ['specialRules', 'scoring', 'conditions']) delete bare[key];
    const { set } = parse(bare);
    expect(set).toMatchObject({
      specialRules: [],
      scoring: { type: 'all' },
      conditions: [],
      confidenceNoteEn: null,
    });
    expect(set?.criteria[0]).toMatchObject({ group: null, key: false });
    expect(set?.criteria[0]?.indicators[0]).toMatchObject({
      points: null,
      office: null,
      citation: null,
      noteEn: null,
      measure: { unit: null, bySex: false, delegated: false, expected: true },
    });
    expect(set?.legalBasis[0]).toMatchObject({ effectiveFrom: null, noteEn: null });
  });
});
