import { eq } from 'drizzle-orm';
import { type Actor, can } from '#app/features/access/can.ts';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commitAudited } from '#db/audit.ts';
import { getUser } from '#db/control/queries/people.ts';
import { sessionsEnd } from '#db/control/queries/sessions.ts';
import { users } from '#db/control/schema.ts';
import type { PersonRefusal } from './person.ts';

/** His sessions end at once; what he did stays his. */
export function disablePerson(services: Services, actor: Actor, userId: string) {
  return setDisabled(services, actor, userId, services.now(), 'person.disabled');
}

export function enablePerson(services: Services, actor: Actor, userId: string) {
  return setDisabled(services, actor, userId, null, 'person.enabled');
}

async function setDisabled(
  services: Services,
  actor: Actor,
  userId: string,
  disabledAt: Date | null,
  action: string,
): Promise<Result<null, PersonRefusal>> {
  const { control } = services.databases;
  if (!can(actor, 'people:write')) return refuse({ code: 'forbidden' });
  if (userId === actor.userId) return refuse({ code: 'not-oneself' });
  const user = await getUser(control, userId);
  if (!user) return refuse({ code: 'person-not-found' });
  if ((user.disabledAt === null) === (disabledAt === null)) return ok(null);
  await commitAudited(
    control,
    { at: services.now(), actorId: actor.userId, tenantId: null, action, subject: userId, detail: null },
    [control.update(users).set({ disabledAt }).where(eq(users.id, userId)), sessionsEnd(control, userId)],
  );
  return ok(null);
}
