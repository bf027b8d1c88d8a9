// One scale for all bars of the board: 0 to the number of criteria, as fractions of the bar's width.
import type { BoardReply } from '@vungbuoc/programme/board';

export type Scale = {
  criteria: number;
  floor: number | null;
  average: number | null;
  plan: number | null;
};

export function scaleOf(board: BoardReply): Scale {
  const criteria = Math.max(1, board.criteria.length);
  const at = (value: string | number | null | undefined): number | null =>
    value === null || value === undefined ? null : Math.min(1, Number(value) / criteria);
  return {
    criteria,
    floor: at(board.floor?.value),
    average: at(board.sums.average),
    plan: at(board.sums.planAverage),
  };
}

export function percentOf(value: number, scale: Scale): string {
  return `${(100 * Math.min(value, scale.criteria)) / scale.criteria}%`;
}
