// The law desk's reads: what is being entered, one draft with its faults, a part tried and not stored.
import {
  CheckDraftInput,
  CheckDraftReply,
  DraftPage,
  DraftsQuery,
  DraftsReply,
} from '@vungbuoc/programme/drafts';
import * as z from 'zod/mini';
import { loadDraft, loadDrafts, tryDraft } from '../reads/drafts.ts';
import { type Endpoint, endpoint } from './endpoint.ts';

const nothing = z.undefined();
const anything = z.object({});

export const draftEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    route: '/api/drafts',
    summary: 'The drafts of a place with how far they are, and the sets that are published',
    path: anything,
    query: DraftsQuery,
    body: nothing,
    reply: DraftsReply,
    answer: ({ workshop, principal, query }) => loadDrafts(workshop, principal, query.under),
  }),
  endpoint({
    method: 'get',
    route: '/api/drafts/:code/:version',
    summary: 'One draft: cells with who typed and signed them, faults, what differs from the last version',
    path: z.object({ code: z.string(), version: z.string().check(z.regex(/^[1-9]\d{0,4}$/)) }),
    query: DraftsQuery,
    body: nothing,
    reply: DraftPage,
    answer: ({ workshop, principal, path, query }) =>
      loadDraft(workshop, principal, { under: query.under, code: path.code, version: Number(path.version) }),
  }),
  endpoint({
    method: 'post',
    route: '/api/drafts/check',
    summary: 'What the check says of a draft with one part put in; nothing is stored',
    path: anything,
    query: anything,
    body: CheckDraftInput,
    reply: CheckDraftReply,
    answer: ({ workshop, principal, body }) => tryDraft(workshop, principal, body),
  }),
];
