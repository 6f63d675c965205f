import { type Actor, can } from '#app/features/access/can.ts';
import type { Live } from '#app/platform/live.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import type { TenantDb } from '#db/open.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import type { CaseRefusal } from './case-refusal.ts';
import type { Presence } from './presence.ts';

/** Tells the open pages of colleagues that a person looks at a case, writes in it or has left it. */
export async function tellPresence(
  { db, actor, live }: { db: TenantDb; actor: Actor; live: Live },
  { caseId, doing }: { caseId: string; doing: Presence['doing'] },
): Promise<Result<null, CaseRefusal>> {
  if (!can(actor, 'case:read')) return refuse({ code: 'forbidden', action: 'case:read' });
  if (!(await getCase(db, caseId))) return refuse({ code: 'case-not-found' });
  const told: Presence = { topic: 'presence', id: caseId, userId: actor.userId, name: actor.name, doing };
  live.publish(db.tenantId, [told]);
  return ok(null);
}
