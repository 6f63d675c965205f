import { eq } from 'drizzle-orm';
import { type Actor, can } from '#app/features/access/can.ts';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commitAudited } from '#db/audit.ts';
import { getMembership } from '#db/control/queries/people.ts';
import { sessionsEnd } from '#db/control/queries/sessions.ts';
import { memberships } from '#db/control/schema.ts';
import type { PersonRefusal } from './person.ts';

/** His sessions end at once. Nobody takes the centre from himself. */
export async function revokeMembership(
  services: Services,
  actor: Actor,
  membershipId: string,
): Promise<Result<null, PersonRefusal>> {
  const { control } = services.databases;
  if (!can(actor, 'people:write')) return refuse({ code: 'forbidden' });
  const membership = await getMembership(control, membershipId);
  if (!membership) return refuse({ code: 'membership-not-found' });
  const { userId, tenantId, role } = membership;
  if (userId === actor.userId && role === 'admin') return refuse({ code: 'not-oneself' });
  const at = services.now();
  await commitAudited(
    control,
    { at, actorId: actor.userId, tenantId, action: 'membership.revoked', subject: userId, detail: { role } },
    [control.delete(memberships).where(eq(memberships.id, membershipId)), sessionsEnd(control, userId)],
  );
  return ok(null);
}
