// Why no test notices some changes of the files beside the engine’s rooms: decimals, JSON, verdicts.
import type { ReasonsByFile } from '../rule.ts';

export const ROOT_FILES: ReasonsByFile = {
  'decimal.ts': [
    {
      place: 'microOf',
      was: "'0'",
      line: "[whole = '0'",
      because: 'Cannot be reached: a text split has always a first piece; the default is there for the type.',
    },
    {
      place: 'microsOf',
      becomes: ['texts.map(microOf)', 'true'],
      because:
        'Cannot be reached: the thresholds of a set that was read are decimals; the question is there for the type.',
    },
    {
      place: 'decimalText',
      becomes: 'micro <= 0n',
      line: 'const size',
      because: 'Makes no difference: zero with its sign turned is zero.',
    },
    {
      place: 'roundDivide',
      becomes: 'a <= 0n',
      because: 'Makes no difference: zero is rounded to zero on either way.',
    },
  ],
  'json-fault.ts': [
    {
      place: 'placeOfFault',
      mutator: 'OptionalChaining',
      because:
        'Cannot be reached: a text split at its line ends has always a first and a last piece; the question is there for the type.',
    },
    {
      place: 'JSON_SPACE',
      becomes: '/^[ \\t\\r]|[ \\t\\r]+$/g',
      because: 'Makes no difference: the spaces before a fault have been passed over when it is found.',
    },
    {
      place: 'placeOfFault',
      was: "''",
      line: "letters.split('\\n')",
      because:
        'Cannot be reached: a text split at its line ends has always a first piece; the default is there for the type.',
    },
  ],
  'json-scan.ts': [
    {
      place: 'scanJson',
      was: "''",
      line: 'let lastString',
      because:
        'Makes no difference: a colon before any text is no JSON, and the parser that follows refuses the file whatever key it was counted under.',
    },
    {
      place: 'scanJson',
      becomes: 'i <= text.length',
      because: 'Makes no difference: behind the end there is no character, and what is none is passed over.',
    },
    {
      place: 'scanJson',
      was: 'deepest > most',
      becomes: 'false',
      because:
        'Only speeds up: too deep a text is refused by its depth whether the scan stops there or goes on.',
    },
    {
      place: 'endOfString',
      becomes: 'i <= text.length',
      because: 'Makes no difference: behind the end there is neither backslash nor quotation mark.',
    },
    {
      place: 'plainKey',
      becomes: ['false', '""'],
      because: 'Only speeds up: a key without a backslash is read by the parser as it stands.',
    },
  ],
  'json.ts': [
    {
      place: 'canonicalList',
      line: 'list.every(',
      becomes: ['false', '() => undefined', "typeof item !== 'object' && item === null"],
      because: 'Only speeds up: item by item a list of plain values comes to the same text.',
    },
    {
      place: 'readJson',
      was: "''",
      line: "fault: 'empty'",
      because: 'Not shown: the sentence about an empty file has no place for a detail.',
    },
    {
      place: 'readJson',
      was: "''",
      line: 'instanceof Error',
      because: 'Cannot be reached: JSON.parse throws errors only; the other branch is there for the type.',
    },
    {
      place: 'refusal',
      was: "''",
      because:
        'Not shown: the sentences about an empty file and about a text that is no JSON have no place for a detail.',
    },
    {
      place: 'keysInOrder',
      becomes: ['() => undefined', 'false', "i === 0 && (keys[i - 1] ?? '') < key"],
      because: 'Only speeds up: keys that are in order already are the same when they are sorted.',
    },
    {
      place: 'keysInOrder',
      becomes: "(keys[i - 1] ?? '') <= key",
      because: 'Makes no difference: two keys of one object are never equal.',
    },
    {
      place: 'keysInOrder',
      was: "''",
      because:
        'Cannot be reached: every key but the first has one before it; the default is there for the type.',
    },
    {
      place: 'canonicalJson',
      becomes: 'a <= b',
      because: 'Makes no difference: two keys of one object are never equal.',
    },
    {
      place: 'deepFreeze',
      becomes: [
        'true',
        "typeof value === 'object' || value !== null",
        "typeof value === 'object' && value !== null || !Object.isFrozen(value)",
      ],
      because:
        'Makes no difference: what is no object counts as frozen, has nothing inside and may be frozen again; the trees have no loops.',
    },
  ],
};
