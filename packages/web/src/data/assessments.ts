// The path of figures over HTTP: reading an assessment, entering, handing in, approving, reviewing, talking.
import { readNumber } from '@vungbuoc/criteria';
import type { AssessmentPage, QueueReply, ReviewItem, Stage } from '@vungbuoc/programme/assessments';
import type { ReadingEntry, SaveReadingsReply } from '@vungbuoc/programme/readings';
import { withQuery } from './addresses.ts';
import { getJson, postJson } from './http.ts';

export function fetchAssessment(
  unit: string,
  round: string | undefined,
  signal: AbortSignal,
): Promise<AssessmentPage> {
  return getJson<AssessmentPage>(
    withQuery(`/api/assessments/${encodeURIComponent(unit)}`, { round }),
    signal,
  );
}

export function fetchQueue(
  query: {
    under?: string | undefined;
    round?: string | undefined;
    kind?: string | undefined;
    after?: string | undefined;
  },
  signal: AbortSignal,
): Promise<QueueReply> {
  return getJson<QueueReply>(withQuery('/api/reviews', query), signal);
}

/** Which unit and round a step is about; each press has an id of its own, so that a second press repeats nothing. */
export type Place = { unit: string; round: string };

function command<Reply>(name: string, input: object): Promise<Reply> {
  return postJson<Reply>(`/api/commands/${name}/${crypto.randomUUID()}`, input);
}

/** @param base the unit's number that was seen: what changed meanwhile is told and not written over */
export function saveFigures(
  place: Place,
  entries: readonly ReadingEntry[],
  base: number,
  said: { knownOn: string; source: string | null },
): Promise<SaveReadingsReply> {
  return command('readings.save', { ...place, entries, official: true, confirmed: null, base, ...said });
}

export function submit(
  place: Place,
  answers: readonly { indicator: string; words: string }[],
): Promise<{ stage: Stage }> {
  return command('assessments.submit', { ...place, answers });
}

export function approve(place: Place, document: string | null): Promise<{ stage: Stage }> {
  return command('assessments.approve', { ...place, document });
}

export function giveBack(place: Place, words: string): Promise<{ stage: Stage }> {
  return command('assessments.give-back', { ...place, words });
}

export function review(place: Place, items: readonly ReviewItem[]): Promise<{ reviewed: number }> {
  return command('reviews.decide', { ...place, items });
}

export function sayMessage(place: Place, indicator: string, words: string): Promise<{ seq: number }> {
  return command('messages.say', { ...place, indicator, words });
}

/** A number as people type it in Vietnamese, as plain decimal text; null where it is none. */
export function plainNumber(typed: string, language: string): string | null {
  const read = readNumber(typed, { decimal: language === 'en' ? '.' : ',' });
  return 'value' in read ? read.value : null;
}
