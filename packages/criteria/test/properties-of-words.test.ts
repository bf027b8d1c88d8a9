// What must hold for any overlay and any text: never weaker, never a crash, always read back.
import {
  applyOverlays,
  type CriteriaSet,
  compile,
  engineText,
  evaluate,
  microOf,
  parseOverlay,
  readNumber,
  spokenNumber,
  verdictOf,
} from '@vungbuoc/criteria';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, proportion, RUNS, threshold, tries } from './random-figures.ts';
import { criterion, goodSet, indicator, setDocument } from './small-set.ts';

describe('an overlay', () => {
  const condition = fc.oneof(
    fc.tuple(fc.constantFrom('>=', '<='), threshold).map(([op, limit]) => ({ op, value: limit / 1000 })),
    fc.tuple(threshold, threshold).map(([a, b]) => ({
      all: [
        { op: '>=', value: a / 1000 },
        { part: 'clean', op: '>=', value: b / 1000 },
      ],
    })),
    fc.tuple(threshold, threshold).map(([a, b]) => ({
      any: [
        { op: '>=', value: a / 1000 },
        { part: 'clean', op: '>=', value: b / 1000 },
      ],
    })),
  );
  const source = { confidence: 'source', source: 'x' };
  const figures = {
    '': { code: 'nuoc', confidence: 'source' },
    clean: { code: 'nuoc/sach', confidence: 'source' },
  };

  /** One overlay, or several laid on one another, some of them unsure of their standard. */
  const steps = fc.array(fc.tuple(condition, fc.constantFrom('source', 'unsure')), {
    minLength: 1,
    maxLength: 3,
  });

  it('is never weaker in however many steps: what meets the province meets the nation, or it is refused', () => {
    let accepted = 0;
    fc.assert(
      fc.property(condition, steps, proportion, proportion, (national, provincial, main, clean) => {
        const by = { NUI: { ...national, ...source }, BANG: null };
        const base = goodSet(
          setDocument([criterion('1', [indicator('1.1', 'nuoc', 'percent', { by }, { figures })])]),
        );
        const overlays = provincial.map(([cell, confidence], index) => {
          const document = {
            format: 1,
            kind: 'overlay',
            id: `tinh-${index}`,
            version: 1,
            of: base.id,
            titleVi: 'a',
            titleEn: 'a',
            legalBasis: [],
            standards: [{ indicator: '1.1', standards: { by: { NUI: { ...cell, ...source, confidence } } } }],
          };
          const { overlay } = parseOverlay(document, 'tinh.json', base);
          if (overlay === null) throw new Error('not read');
          return overlay;
        });
        const { set } = applyOverlays(base, overlays);
        if (set === null) return;
        accepted++;
        const readings = new Map([
          ['nuoc', main],
          ['nuoc/sach', clean],
        ]);
        const at = (which: CriteriaSet) =>
          verdictOf(evaluate(compile(which, 'NUI', 2020), readings).indicators[0]);
        if (at(set) === 'met') expect(at(base)).toBe('met');
      }),
      tries(1500),
    );
    if (process.env.VB_PROPERTY_RUNS === undefined) expect(accepted).toBeGreaterThan(100);
  });
});

describe('numbers', () => {
  it('what is shown in either language is read back as the same number', () => {
    fc.assert(
      fc.property(decimal, fc.constantFrom('vi', 'en'), (text, lang) => {
        const mark = lang === 'vi' ? ',' : '.';
        expect(readNumber(spokenNumber(text, engineText[lang as 'vi' | 'en']), { decimal: mark })).toEqual({
          value: text,
        });
      }),
      RUNS,
    );
  });

  it('any text is a number or a fault, never a crash', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+=0-9oOlI., %]{0,12}$/)), (text) => {
        const read = readNumber(text);
        if ('value' in read) expect(microOf(read.value)).not.toBeNull();
        else expect(engineText.vi[read.fault]).toBeDefined();
      }),
      tries(1000),
    );
  });
});
