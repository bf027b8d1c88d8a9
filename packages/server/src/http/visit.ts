// Somebody at the door: their workshop's database reaches no further than their grants, whatever a handler asks of it.
import type { Principal } from '@vungbuoc/programme/principals';
import { reachOf } from '../reference/reach.ts';
import { dayInVietnam, type Workshop } from '../reference/workshop.ts';
import type { Visit } from './endpoint.ts';

export async function visit(workshop: Workshop, principal: Principal): Promise<Visit> {
  const reach = reachOf(await workshop.reference.current(), principal, dayInVietnam(workshop.clock()));
  const database = { ...workshop.database, reach };
  return { principal, workshop: { ...workshop, database } };
}
