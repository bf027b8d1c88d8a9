// Evidence beside an indicator, and what a reviewer should look at once more.
import type { evidence as vi } from '../vi/evidence.ts';

export const evidence: Record<keyof typeof vi, string> = {
  'evidence.title': 'Evidence',
  'evidence.none': 'No evidence yet.',
  'evidence.picture': 'Picture {name}',
  'evidence.taken': 'taken {date}',
  'evidence.waiting': 'not scanned yet',
  'evidence.expiry.soon': 'Expires soon, {date}',
  'evidence.expiry.past': 'Expired {date}',
  'evidence.add': 'Take a photo, add a file',
  'evidence.sending': 'Sending {percent}%',
  'evidence.keeps': 'Keep the day and place that are in the photo',
  'evidence.cite': 'Cite a document',
  'evidence.number': 'Number of the document',
  'evidence.issuer': 'Issued by',
  'evidence.citeSend': 'Cite this document',
  'evidence.look': 'Look once more:',
  'evidence.dismiss': 'Set aside with a reason',
  'evidence.dismissWhy': 'Why it is set aside',
  'evidence.dismissSend': 'Set aside',
};
