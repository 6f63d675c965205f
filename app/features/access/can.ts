import { type Role, roles } from './role.ts';

/**
 * Who acts, in one tenant: his roles there, `admin` of the whole centre included. `subscriberId`: a subscriber in his
 * cabinet, who has no role and may act with what is his own.
 */
export type Actor = { userId: string; name: string; roles: readonly Role[]; subscriberId?: string };

const everyone: readonly Role[] = roles;
const staff: readonly Role[] = ['agent', 'lead', 'manager', 'admin'];

/** Who may do what. A command asks this table; a button is shown by it. */
const grants = {
  'request:read': everyone,
  'request:create': staff,
  'request:confirm': staff,
  'request:cancel': staff,
  'request:settle': staff,
  'request:batch': ['lead', 'manager', 'admin'],
  'contact:log': staff,
  'case:read': staff,
  'case:write': staff,
  'routing:write': ['lead', 'manager', 'admin'],
  'incident:write': ['lead', 'manager', 'admin'],
  'goodwill:decide': staff,
  'goodwill:approve': ['lead', 'manager', 'admin'],
  'goodwill:budget': ['manager', 'admin'],
  'points:write': ['manager', 'admin'],
  'game:play': staff,
  'reward:approve': ['lead', 'manager', 'admin'],
  'scorecard:write': ['manager', 'admin'],
  'review:write': ['lead', 'manager', 'admin'],
  'review:own': staff,
  'recording:share': ['manager', 'admin'],
  'calibration:visit': ['client'],
  'sla:read': ['lead', 'manager', 'admin'],
  'sla:write': ['manager', 'admin'],
  'macro:share': ['lead', 'manager', 'admin'],
  'view:share': ['lead', 'manager', 'admin'],
  'lesson:read': ['lead', 'manager', 'admin'],
  'knowledge:read': staff,
  'knowledge:suggest': staff,
  'knowledge:write': ['lead', 'manager', 'admin'],
  'admission:take': staff,
  'admission:write': ['lead', 'manager', 'admin'],
  'wire:read': ['lead', 'manager', 'admin'],
  'subscriber:read': staff,
  'subscriber:reveal': staff,
  'subscriber:import': ['manager', 'admin'],
  'debt:read': staff,
  'debt:promise': staff,
  'debt:suspend': ['lead', 'manager', 'admin'],
  'debt:write': ['manager', 'admin'],
  'outreach:bar': staff,
  'outreach:write': ['manager', 'admin'],
  'churn:read': staff,
  'churn:note': staff,
  'churn:write': ['manager', 'admin'],
  'offer:propose': staff,
  'offer:write': ['manager', 'admin'],
  'campaign:read': ['lead', 'manager', 'client', 'admin'],
  'campaign:learn': ['lead', 'manager', 'admin'],
  'campaign:write': ['manager', 'admin'],
  'report:read': ['client', 'lead', 'manager', 'admin'],
  'report:write': ['manager', 'admin'],
  'report:build': ['lead', 'manager', 'admin'],
  'report:ask': ['client', 'manager', 'admin'],
  'workload:read': ['lead', 'manager', 'admin'],
  'workload:write': ['manager', 'admin'],
  'shift:read': staff,
  'shift:own': staff,
  'shift:approve': ['lead', 'manager', 'admin'],
  'shift:write': ['manager', 'admin'],
  'carrier-account:write': ['admin'],
  'tenant:write': ['admin'],
  'people:write': ['admin'],
  'person:export': ['manager', 'admin'],
  'person:erase': ['manager', 'admin'],
  'health:read': ['manager', 'admin'],
} as const satisfies Record<string, readonly Role[]>;
export type Action = keyof typeof grants;

export function can(actor: Pick<Actor, 'roles'>, action: Action): boolean {
  const allowed: readonly Role[] = grants[action];
  return actor.roles.some((role) => allowed.includes(role));
}

/** What a subscriber may do himself, with what is his own. */
const ownDeeds: readonly Action[] = ['debt:promise'];

/** The same of what belongs to a subscriber, who may do some of it himself. `owner`: `null`, nobody known. */
export function canWith(
  actor: Pick<Actor, 'roles' | 'subscriberId'>,
  action: Action,
  owner: string | null,
): boolean {
  const isOwn = owner !== null && actor.subscriberId === owner;
  return can(actor, action) || (isOwn && ownDeeds.includes(action));
}
