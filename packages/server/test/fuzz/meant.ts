// Requests that people mean: what each command takes where it succeeds, beside the whole requests of the rights table.
import type { Aim, Asked } from '../rights/requests.ts';

const ROUND = '2024-nam';
const command = (name: string, body: object): Asked => ({
  path: `/api/commands/${name}/00000000-0000-4000-8000-000000000001`,
  body,
});

/** By method and route; `n` is another number for each request. */
export const MEANT: Readonly<Record<string, (aim: Aim, n: number) => Asked>> = {
  'POST /api/commands/readings.save/:id': ({ unit }, n) =>
    command('readings.save', {
      unit,
      round: ROUND,
      entries: [
        {
          figure: 'xa2021.3.2',
          numerator: String(n % 2),
          denominator: null,
          applicable: true,
          note: null,
          bare: false,
        },
      ],
      official: true,
      knownOn: '2025-01-01',
      source: `thử ${n}`,
      confirmed: null,
      base: null,
    }),
  'POST /api/commands/messages.say/:id': ({ unit }, n) =>
    command('messages.say', { unit, round: ROUND, indicator: '1.1', words: `Cho hỏi ${n}` }),
  'POST /api/commands/duties.assign/:id': (_, n) =>
    command('duties.assign', {
      programme: 'thu',
      host: '00@2026-01-01',
      office: { code: 'so-y-te', nameVi: 'Sở Y tế', nameEn: 'Health department' },
      duty: 'confirm',
      indicators: [n % 2 === 0 ? '1.1' : '1.2'],
    }),
  'POST /api/commands/targets.set/:id': (_, n) =>
    command('targets.set', {
      host: '00@2026-01-01',
      programme: 'thu',
      year: 2024,
      average: String(n % 19),
      floor: null,
      keep: [],
      document: null,
      illustrative: false,
      note: null,
    }),
  'POST /api/commands/recognitions.record/:id': ({ unit }, n) =>
    command('recognitions.record', {
      unit,
      programme: 'thu',
      level: 'ntm',
      forYear: 2015 + (n % 10),
      signedOn: null,
      decisionNumber: null,
      source: 'thử',
    }),
  'POST /api/commands/verdicts.reevaluate/:id': () =>
    command('verdicts.reevaluate', { round: ROUND, under: '980@2024-12-31' }),
  'POST /api/commands/evidence.cite/:id': ({ unit }, n) =>
    command('evidence.cite', {
      unit,
      round: ROUND,
      codes: ['1.1'],
      issuer: 'UBND xã',
      documentNumber: `${n}/BC-UBND`,
      documentOn: '2024-12-01',
      expiresOn: null,
      link: null,
    }),
};
