// What each role is called on screen.
import type { Role } from '@vungbuoc/programme/principals';
import type { MessageKey } from '../../text/catalogue.ts';

export const ROLE_KEYS = {
  villageHead: 'role.villageHead',
  communeOfficial: 'role.communeOfficial',
  communeLeader: 'role.communeLeader',
  supplier: 'role.supplier',
  reviewer: 'role.reviewer',
  coordination: 'role.coordination',
  councilMember: 'role.councilMember',
  fatherlandFront: 'role.fatherlandFront',
  clerk: 'role.clerk',
  chair: 'role.chair',
  administrator: 'role.administrator',
  auditor: 'role.auditor',
} as const satisfies Record<Role, MessageKey>;
