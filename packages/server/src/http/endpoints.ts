// All JSON endpoints, one declaration each: what the server serves and what docs/openapi.json lists.
import { AssessmentPage, AssessmentQuery, QueueQuery, QueueReply } from '@vungbuoc/programme/assessments';
import { BoardQuery, BoardReply } from '@vungbuoc/programme/board';
import {
  EvidenceList,
  EvidenceListQuery,
  ProposeEvidenceInput,
  ProposeEvidenceReply,
  UploadFound,
  UploadId,
} from '@vungbuoc/programme/evidence';
import { IndicatorTable, IndicatorTableQuery } from '@vungbuoc/programme/indicators';
import { MovesQuery, MovesReply } from '@vungbuoc/programme/moves';
import { PeopleQuery, PeopleReply } from '@vungbuoc/programme/people';
import { PreviewQuery, PreviewReply } from '@vungbuoc/programme/preview';
import { PrepareProgrammeQuery, PrepareProgrammeReply } from '@vungbuoc/programme/programmes';
import { ColumnsQuery, ColumnsReply, RoundsQuery, RoundsReply } from '@vungbuoc/programme/rounds';
import { SignalsQuery, SignalsReply } from '@vungbuoc/programme/signals';
import { UnitName } from '@vungbuoc/programme/units';
import { CommunePage, CriterionExplained, CriterionPage } from '@vungbuoc/programme/verdicts';
import * as z from 'zod/mini';
import { loadAssessment } from '../reads/assessment.ts';
import { keptBoard, versionOfBoard } from '../reads/board-kept.ts';
import { loadColumns } from '../reads/columns.ts';
import { loadCommune } from '../reads/commune.ts';
import { loadCriterion } from '../reads/criterion.ts';
import { findUpload, loadEvidence } from '../reads/evidence.ts';
import { loadEvidenceProposals } from '../reads/evidence-proposals.ts';
import { loadExplanation } from '../reads/explanation.ts';
import { loadIndicatorTable } from '../reads/indicator-table.ts';
import { loadMoves } from '../reads/moves.ts';
import { loadPeople } from '../reads/people.ts';
import { loadPreparation } from '../reads/preparation.ts';
import { loadPreview } from '../reads/preview.ts';
import { loadQueue } from '../reads/review-queue.ts';
import { loadRounds } from '../reads/rounds.ts';
import { loadSignals } from '../reads/signals.ts';
import { accountEndpoints } from './account-endpoints.ts';
import { commandEndpoints } from './command-endpoints.ts';
import { draftEndpoints } from './draft-endpoints.ts';
import { type Endpoint, endpoint } from './endpoint.ts';

const nothing = z.undefined();
const anything = z.object({});
const criterionCode = z.string().check(z.regex(/^[0-9a-z.]{1,10}$/));
const { under, round, set, geography, asOf } = BoardQuery.shape;

export const endpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    route: '/api/board',
    summary: 'The board: units down, criteria across',
    path: anything,
    query: BoardQuery,
    body: nothing,
    reply: BoardReply,
    version: ({ workshop, principal, query }) => versionOfBoard(workshop, principal, query),
    answer: ({ workshop, principal, query }) => keptBoard(workshop, principal, query),
  }),
  endpoint({
    method: 'get',
    route: '/api/units/:unit',
    summary: 'One unit: its criteria, what is missing, what became of it',
    path: z.object({ unit: UnitName }),
    query: z.object({ under, round, set, geography, asOf }),
    body: nothing,
    reply: CommunePage,
    answer: ({ workshop, principal, path, query }) => loadCommune(workshop, principal, path.unit, query),
  }),
  endpoint({
    method: 'get',
    route: '/api/units/:unit/criteria/:criterion',
    summary: 'Why a cell has its mark: figures, standards, gap, citation, history',
    path: z.object({ unit: UnitName, criterion: criterionCode }),
    query: z.object({ under, round, set, geography, asOf }),
    body: nothing,
    reply: CriterionExplained,
    answer: ({ workshop, principal, path, query }) =>
      loadExplanation(workshop, principal, path.unit, path.criterion, query),
  }),
  endpoint({
    method: 'get',
    route: '/api/criteria/:criterion',
    summary: 'One criterion over all units',
    path: z.object({ criterion: criterionCode }),
    query: z.object({ under, round, set, geography, asOf }),
    body: nothing,
    reply: CriterionPage,
    answer: ({ workshop, principal, path, query }) =>
      loadCriterion(workshop, principal, path.criterion, query),
  }),
  endpoint({
    method: 'get',
    route: '/api/indicators',
    summary: 'Place by indicator over a round: how many meet each, and the sums of their figures',
    path: anything,
    query: IndicatorTableQuery,
    body: nothing,
    reply: IndicatorTable,
    version: ({ workshop, principal, query }) => versionOfBoard(workshop, principal, query),
    answer: ({ workshop, principal, query }) => loadIndicatorTable(workshop, principal, query),
  }),
  endpoint({
    method: 'get',
    route: '/api/rounds',
    summary: 'The rounds of a place, and the yearly ones that may still be opened',
    path: anything,
    query: RoundsQuery,
    body: nothing,
    reply: RoundsReply,
    answer: ({ workshop, principal, query }) => loadRounds(workshop, principal, query),
  }),
  endpoint({
    method: 'get',
    route: '/api/columns',
    summary: 'The signed columns of a round: by which region or group each unit is judged, and who says so',
    path: anything,
    query: ColumnsQuery,
    body: nothing,
    reply: ColumnsReply,
    answer: ({ workshop, principal, query }) => loadColumns(workshop, principal, query),
  }),
  endpoint({
    method: 'get',
    route: '/api/programmes/prepare',
    summary: 'What the founder of a programme chooses from: a year, a place, the law of that year',
    path: anything,
    query: PrepareProgrammeQuery,
    body: nothing,
    reply: PrepareProgrammeReply,
    answer: ({ workshop, principal, query }) => loadPreparation(workshop, principal, query),
  }),
  endpoint({
    method: 'get',
    route: '/api/moves',
    summary: 'What moved when the official figures came: estimates beside them, and the criteria that moved',
    path: anything,
    query: MovesQuery,
    body: nothing,
    reply: MovesReply,
    answer: ({ workshop, principal, query }) => loadMoves(workshop, principal, query),
  }),
  endpoint({
    method: 'get',
    route: '/api/preview',
    summary: 'One standard changed: who would meet the criterion, place by place; nothing is stored',
    path: anything,
    query: PreviewQuery,
    body: nothing,
    reply: PreviewReply,
    answer: ({ workshop, principal, query }) => loadPreview(workshop, principal, query),
  }),
  endpoint({
    method: 'get',
    route: '/api/units/:unit/evidence',
    summary: 'Evidence of a unit: files and cited documents, what each is shown for, and which expire soon',
    path: z.object({ unit: UnitName }),
    query: EvidenceListQuery,
    body: nothing,
    reply: EvidenceList,
    answer: ({ workshop, principal, path, query }) => loadEvidence(workshop, principal, path.unit, query),
  }),
  endpoint({
    method: 'post',
    route: '/api/evidence/propose',
    summary:
      'Which commune and indicator each file of a folder is about, from its path alone; nothing is kept',
    path: anything,
    query: anything,
    body: ProposeEvidenceInput,
    reply: ProposeEvidenceReply,
    answer: ({ workshop, principal, body }) => loadEvidenceProposals(workshop, principal, body),
  }),
  endpoint({
    method: 'get',
    route: '/api/evidence/uploads/:id/found',
    summary: 'What was found in a whole upload of one\u2019s own, before it is attached',
    path: z.object({ id: UploadId }),
    query: anything,
    body: nothing,
    reply: UploadFound,
    answer: ({ workshop, principal, path }) => findUpload(workshop, principal, path.id),
  }),
  endpoint({
    method: 'get',
    route: '/api/units/:unit/signals',
    summary: 'What a reviewer should look at once more in a unit and round, and why; never a verdict',
    path: z.object({ unit: UnitName }),
    query: SignalsQuery,
    body: nothing,
    reply: SignalsReply,
    answer: ({ workshop, principal, path, query }) => loadSignals(workshop, principal, path.unit, query),
  }),
  endpoint({
    method: 'get',
    route: '/api/people',
    summary: 'The people of a place: everybody with a grant there or below',
    path: anything,
    query: PeopleQuery,
    body: nothing,
    reply: PeopleReply,
    answer: ({ workshop, principal, query }) => loadPeople(workshop, principal, query),
  }),
  endpoint({
    method: 'get',
    route: '/api/assessments/:unit',
    summary: "One unit's assessment: figures, reasons, what offices said and what was talked about",
    path: z.object({ unit: UnitName }),
    query: AssessmentQuery,
    body: nothing,
    reply: AssessmentPage,
    answer: ({ workshop, principal, path, query }) => loadAssessment(workshop, principal, path.unit, query),
  }),
  endpoint({
    method: 'get',
    route: '/api/reviews',
    summary: "An office's queue: its own indicators over all units that have handed in",
    path: anything,
    query: QueueQuery,
    body: nothing,
    reply: QueueReply,
    answer: ({ workshop, principal, query }) => loadQueue(workshop, principal, query),
  }),
  ...accountEndpoints,
  ...draftEndpoints,
  ...commandEndpoints,
];

export type { Endpoint } from './endpoint.ts';
export type { FileRoute } from './file-route.ts';
export { fileRoutes } from './file-routes.ts';
export { ProblemReply } from './problem-reply.ts';
