// Reads of evidence: the list of one unit, with its links.
import { read } from '../declarations/index.ts';
import { EvidenceList, EvidenceListQuery } from './schema.ts';

export const readEvidence = read({
  name: 'evidence.list',
  query: EvidenceListQuery,
  reply: EvidenceList,
  may: { act: 'read', noun: 'evidence' },
});
