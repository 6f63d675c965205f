import { v7 as uuid } from 'uuid';
import { type Actor, can } from '#app/features/access/can.ts';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commitAudited } from '#db/audit.ts';
import { getUser, listMemberships } from '#db/control/queries/people.ts';
import { sessionsEnd } from '#db/control/queries/sessions.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import { memberships } from '#db/control/schema.ts';
import type { MembershipInput, PersonRefusal } from './person.ts';

/** His sessions end: with another role he signs in anew, and by a second factor if the role asks for one. */
export async function grantMembership(
  services: Services,
  actor: Actor,
  userId: string,
  { role, tenantId }: MembershipInput,
): Promise<Result<null, PersonRefusal>> {
  const { control } = services.databases;
  if (!can(actor, 'people:write')) return refuse({ code: 'forbidden' });
  if (!(await getUser(control, userId))) return refuse({ code: 'person-not-found' });
  if (tenantId !== null && !(await getTenant(control, tenantId))) return refuse({ code: 'place-not-found' });
  const held = await listMemberships(control, userId);
  if (held.some((membership) => membership.role === role && membership.tenantId === tenantId))
    return refuse({ code: 'already-granted' });
  const at = services.now();
  const granted = await commitAudited(
    control,
    { at, actorId: actor.userId, tenantId, action: 'membership.granted', subject: userId, detail: { role } },
    [
      control.insert(memberships).values({ id: uuid(), userId, tenantId, role, createdAt: at }),
      sessionsEnd(control, userId),
    ],
  );
  return granted.ok ? ok(null) : refuse({ code: 'already-granted' });
}
