// `vb targets set` and `vb recognitions record`: what a programme is to reach, and what was decided about a unit.
import { randomUUID } from 'node:crypto';
import { Level } from '@vungbuoc/programme/recognitions';
import { runCommand } from '../commands/run.ts';
import { recordRecognitionBinding, setTargetBinding } from '../commands/targets.ts';
import { type CliCommand, type CliOption, optional, required } from './command.ts';
import { dayOption, wholeNumber } from './places.ts';

const PROGRAMME: CliOption = {
  type: 'string',
  must: true,
  value: 'CODE',
  vi: 'Mã chương trình (xem: vb programmes list)',
  en: 'Code of the programme (see: vb programmes list)',
};

const set: CliCommand = {
  name: 'targets set',
  summary: {
    vi: 'Ghi mục tiêu của năm: bình quân, sàn, xã giữ chuẩn',
    en: 'Set the targets of a year: average, floor, units that keep the standard',
  },
  options: {
    programme: PROGRAMME,
    host: {
      type: 'string',
      must: true,
      value: 'CODE[@DATE]',
      vi: 'Nơi giao mục tiêu',
      en: 'The place that sets them',
    },
    year: { type: 'string', must: true, value: 'YYYY', vi: 'Năm', en: 'Year' },
    average: { type: 'string', value: '14.9', vi: 'Tiêu chí bình quân một xã', en: 'Criteria per unit' },
    floor: { type: 'string', value: 'N', vi: 'Không xã nào dưới mức này', en: 'No unit below this many' },
    keep: { type: 'string', value: 'CODE[@DATE],…', vi: 'Các xã giữ chuẩn', en: 'Units that keep it' },
    document: { type: 'string', value: 'NO', vi: 'Số văn bản', en: 'Number of the document' },
    note: { type: 'string', value: 'TEXT', vi: 'Ghi chú', en: 'A note' },
    illustrative: { type: 'boolean', vi: 'Số minh họa', en: 'Made up, to show' },
  },
  async run(run) {
    const keep = optional(run, 'keep');
    const input = {
      host: required(run, 'host'),
      programme: required(run, 'programme'),
      year: wholeNumber(run, 'year') ?? Number(required(run, 'year')),
      average: optional(run, 'average')?.replace(',', '.') ?? null,
      floor: wholeNumber(run, 'floor') ?? null,
      keep: keep === undefined ? [] : keep.split(',').map((unit) => unit.trim()),
      document: optional(run, 'document') ?? null,
      illustrative: run.options.illustrative === true,
      note: optional(run, 'note') ?? null,
    };
    const { workshop, principal } = await run.house();
    const reply = await runCommand(workshop, setTargetBinding, { principal, commandId: randomUUID(), input });
    run.print(run.json ? JSON.stringify(reply) : String(reply.year));
    return 0;
  },
};

const record: CliCommand = {
  name: 'recognitions record',
  takes: 'CODE[@DATE]',
  summary: {
    vi: 'Ghi quyết định công nhận một xã',
    en: 'Record a decision that recognises a unit',
  },
  options: {
    programme: PROGRAMME,
    level: { type: 'string', must: true, value: Level.options.join('|'), vi: 'Mức độ', en: 'Level' },
    'for-year': { type: 'string', value: 'YYYY', vi: 'Công nhận cho năm', en: 'The year it is for' },
    'signed-on': { type: 'string', value: 'DATE', vi: 'Ngày ký', en: 'Day signed' },
    decision: { type: 'string', value: 'NO', vi: 'Số quyết định', en: 'Number of the decision' },
    source: {
      type: 'string',
      must: true,
      value: 'TEXT',
      vi: 'Căn cứ: văn bản, công báo',
      en: 'Where it was read',
    },
  },
  async run(run) {
    const input = {
      unit: run.words[0] ?? '',
      programme: required(run, 'programme'),
      level: required(run, 'level'),
      forYear: wholeNumber(run, 'for-year') ?? null,
      signedOn: dayOption(run, 'signed-on') ?? null,
      decisionNumber: optional(run, 'decision') ?? null,
      source: required(run, 'source'),
    };
    const { workshop, principal } = await run.house();
    const given = { principal, commandId: randomUUID(), input };
    const reply = await runCommand(workshop, recordRecognitionBinding, given);
    run.print(run.json ? JSON.stringify(reply) : `${reply.unit} ${reply.level}`);
    return 0;
  },
};

export const planCommands: readonly CliCommand[] = [set, record];
