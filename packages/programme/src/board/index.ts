// The board: what a district or province looks at first.
import { read } from '../declarations/index.ts';
import { BoardQuery, BoardReply } from './schema.ts';

export * from './changes.ts';
export * from './json.ts';
export * from './marks.ts';
export * from './schema.ts';
export * from './shape.ts';
export * from './sums.ts';

export const readBoard = read<BoardQuery, BoardReply>({
  name: 'board.read',
  query: BoardQuery,
  reply: BoardReply,
  may: { act: 'read', noun: 'board' },
});
