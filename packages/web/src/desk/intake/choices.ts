// What a column, a mark or a line may be taken for when a person corrects it.
import type { BoardReply } from '@vungbuoc/programme/board';
import { useMemo } from 'react';
import { compareNames } from '../../data/name-order.ts';
import { useText } from '../../text/language.tsx';

export type Choice = { value: string; words: string };

export function useChoices(prefix: 'column:' | 'mark:' | 'unit:', board: BoardReply): readonly Choice[] {
  const text = useText();
  return useMemo(() => {
    const { t, of } = text;
    if (prefix === 'mark:') {
      return [
        { value: 'met', words: t('legend.met') },
        { value: 'notMet', words: t('legend.notMet') },
        { value: 'coBanDat', words: t('legend.coBanDat') },
        { value: 'notApplicable', words: t('legend.notApplicable') },
        { value: 'unknown', words: t('intake.use.unknown') },
      ];
    }
    if (prefix === 'unit:') {
      const units = [...board.rows].sort((a, b) => compareNames(a.name, b.name));
      return [
        { value: 'skip', words: t('intake.use.skip') },
        ...units.map((row) => ({ value: row.unit, words: `${row.name} (${row.unit})` })),
      ];
    }
    return [
      { value: 'ignore', words: t('intake.use.ignore') },
      { value: 'total', words: t('intake.use.total') },
      { value: 'totalNotMet', words: t('intake.use.totalNotMet') },
      { value: 'unit', words: t('intake.asUnit') },
      { value: 'code', words: t('intake.asCode') },
      ...board.criteria.map(({ code, name }) => ({
        value: `criterion:${code}`,
        words: t('intake.asCriterion', { code, name: of(name) }),
      })),
    ];
  }, [prefix, board, text]);
}
