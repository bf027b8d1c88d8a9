// `vb verify`: every chain from its first event, every reading against its newest revision, and all of it against what was
// signed. Exit 1 when something does not fit, with what and where.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { signToday } from '../ops/sign-daily.ts';
import { type TrailFault, verifyTrail } from '../ops/verify.ts';
import { type EvidenceFault, type EvidenceReport, verifyEvidence } from '../ops/verify-evidence.ts';
import { type SignedFault, verifySigned } from '../ops/verify-signed.ts';
import type { CliCommand, CliRun, Lang } from './command.ts';

type What = TrailFault['what'] | SignedFault['what'] | EvidenceFault['what'];

const WORDS: Readonly<Record<What, Record<Lang, string>>> = {
  gap: { vi: 'thiếu một sự việc ngay trước đó', en: 'an event right before it is missing' },
  payload: { vi: 'nội dung đã bị sửa', en: 'its content was altered' },
  link: { vi: 'không nối với sự việc trước', en: 'it does not follow from the event before' },
  hash: { vi: 'người, giờ hoặc việc đã bị sửa', en: 'its person, time or command was altered' },
  head: { vi: 'đuôi bị cắt hoặc đầu mối bị sửa', en: 'the tail was cut or the head altered' },
  cut: { vi: 'đã ký có sự việc này, nay không còn', en: 'it was signed, and is no longer there' },
  rewritten: { vi: 'không còn là sự việc đã ký', en: 'it is no longer what was signed' },
  'missing-file': { vi: 'file minh chứng không còn', en: 'the file of evidence is gone' },
  'other-bytes': {
    vi: 'file minh chứng không còn như lúc gửi',
    en: 'the file of evidence is not what was sent',
  },
  absent: { vi: 'file đã ký của ngày này không còn', en: 'the signed file of this day is gone' },
  altered: { vi: 'file đã ký của ngày này bị sửa', en: 'the signed file of this day was altered' },
};

export const verifyCommand: CliCommand = {
  name: 'verify',
  summary: {
    vi: 'Kiểm nhật ký: từng byte, từng mắt nối, và với các đầu mối đã ký',
    en: 'Verify the trail: every byte, every link, and against the signed heads',
  },
  options: {
    against: {
      type: 'string',
      value: 'FOLDER',
      vi: 'Thư mục các file đã ký, bản giữ ở nơi khác (mặc định: trail/ trong VB_VAR)',
      en: 'Folder of the signed files, the copy kept elsewhere (default: trail/ in VB_VAR)',
    },
  },
  async run(run) {
    const { workshop } = await run.house();
    const { database, reference } = workshop;
    const folder =
      typeof run.options.against === 'string'
        ? run.options.against
        : join(readConfig(run.env).varFolder, 'trail');
    const trail = await verifyTrail(database);
    const key = await readFile(join(folder, 'public-key.pem'), 'utf8').catch(() => null);
    // without the key nothing that was signed can be held against anything: each signed day is then told as gone
    const signed = await verifySigned(database, folder, key);
    const { places } = await reference.current();
    const nameOf = (unitId: number): string => places.versionsOf(unitId).at(-1)?.name ?? String(unitId);
    const evidence = await verifyEvidence(database, workshop.evidence.store);
    report(run, { trail, signed, evidence }, nameOf);
    const faults = [...trail.faults, ...signed.faults, ...evidence.faults];
    return faults.length + trail.readingsOffTrail === 0 ? 0 : 1;
  },
};

interface Looked {
  readonly trail: Awaited<ReturnType<typeof verifyTrail>>;
  readonly signed: Awaited<ReturnType<typeof verifySigned>>;
  readonly evidence: EvidenceReport;
}

function report(run: CliRun, { trail, signed, evidence }: Looked, nameOf: (unitId: number) => string): void {
  if (run.json) {
    run.print(JSON.stringify({ ...trail, signed, evidence }));
    return;
  }
  const { lang } = run;
  for (const { unitId, seq, what } of trail.faults)
    run.print(`✗ ${nameOf(unitId)}, ${seq}: ${WORDS[what][lang]}`);
  for (const { unitId, seq, what, day } of signed.faults) {
    const place = unitId === 0 ? day : `${nameOf(unitId)}, ${seq} (${day})`;
    run.print(`✗ ${place}: ${WORDS[what][lang]}`);
  }
  for (const { unitId, evidence: id, what } of evidence.faults) {
    run.print(`✗ ${nameOf(unitId)}, ${id}: ${WORDS[what][lang]}`);
  }
  if (trail.readingsOffTrail > 0) {
    const n = trail.readingsOffTrail;
    run.print(
      lang === 'en'
        ? `✗ ${n} readings are not what their newest revision says`
        : `✗ ${n} số liệu không khớp lần sửa cuối`,
    );
  }
  run.print(
    lang === 'en'
      ? `${trail.events} events of ${trail.units} units looked at, ${signed.days} signed days, ${evidence.files} files`
      : `Đã xem ${trail.events} sự việc của ${trail.units} đơn vị, ${signed.days} ngày đã ký, ${evidence.files} file minh chứng`,
  );
}

export const signTrailCommand: CliCommand = {
  name: 'trail sign',
  summary: {
    vi: 'Ký đầu mối nhật ký của hôm nay (máy chủ tự làm mỗi ngày)',
    en: "Sign today's heads of the trail (the server does so daily)",
  },
  options: {},
  async run(run) {
    const { varFolder } = readConfig(run.env);
    const { workshop } = await run.house();
    const { day, file } = await signToday(workshop.database, varFolder, workshop.clock());
    run.print(file ?? (run.lang === 'en' ? `${day} is signed already` : `Ngày ${day} đã ký rồi`));
    return 0;
  },
};
