// The installation itself: which parts of what ships have been loaded whole, so that a first start may be cut off anywhere.
import * as z from 'zod/mini';
import { command } from '../declarations/index.ts';

/** `law`: the shipped places and sets; `sample`: the sample programme with its facts; `people`: its made-up people. */
export const FilledPart = z.enum(['law', 'sample', 'people']);
export type FilledPart = z.infer<typeof FilledPart>;

export const MarkFilledInput = z.object({ part: FilledPart });
export type MarkFilledInput = z.infer<typeof MarkFilledInput>;

/** The last step of loading a part: until it is done, every start repeats the steps before it. */
export const markFilled = command<MarkFilledInput, null, MarkFilledInput, MarkFilledInput>({
  name: 'installation.fill',
  version: 1,
  input: MarkFilledInput,
  reply: MarkFilledInput,
  may: () => ({ act: 'administer', noun: 'installation' }),
  decide: (_state, input) => ({ ok: true, change: input, event: { part: input.part }, reply: input }),
});
