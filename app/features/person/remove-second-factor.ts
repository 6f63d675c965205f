import { eq } from 'drizzle-orm';
import { type Actor, can } from '#app/features/access/can.ts';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { startSession, type Visit } from '#app/platform/session.ts';
import { commitAudited } from '#db/audit.ts';
import { getUser, listMemberships } from '#db/control/queries/people.ts';
import { sessionsEnd } from '#db/control/queries/sessions.ts';
import { users } from '#db/control/schema.ts';
import { countedTry } from './counted-try.ts';
import { verifyPassword } from './password-hash.ts';
import type { PersonRefusal } from './person.ts';
import { secondFactorIsMandatory } from './second-factor.ts';

/** By the person himself, who gives his password again. Returns the cookie of a new session. */
export async function removeSecondFactor(
  services: Services,
  userId: string,
  password: string,
  visit: Visit,
): Promise<Result<{ cookie: string }, PersonRefusal>> {
  const { control } = services.databases;
  const user = await getUser(control, userId);
  if (!user) return refuse({ code: 'person-not-found' });
  const roles = (await listMemberships(control, userId)).map(({ role }) => role);
  if (secondFactorIsMandatory(roles)) return refuse({ code: 'second-factor-is-mandatory' });
  const refusal = await countedTry(services, userId, async () =>
    (await verifyPassword(user.passwordHash, password)) ? null : { code: 'wrong-password' },
  );
  if (refusal) return refuse(refusal);
  await forget(services, userId, userId, 'second-factor.removed');
  return ok({ cookie: await startSession(services, userId, visit) });
}

/** By an administrator, for somebody who lost his telephone. He sets it up anew at his next sign-in. */
export async function resetSecondFactor(
  services: Services,
  actor: Actor,
  userId: string,
): Promise<Result<null, PersonRefusal>> {
  if (!can(actor, 'people:write')) return refuse({ code: 'forbidden' });
  if (!(await getUser(services.databases.control, userId))) return refuse({ code: 'person-not-found' });
  await forget(services, actor.userId, userId, 'second-factor.reset');
  return ok(null);
}

async function forget(services: Services, actorId: string, userId: string, action: string): Promise<void> {
  const { control } = services.databases;
  const none = { totpSecretSealed: null, totpConfirmedAt: null, totpLastStep: null };
  await commitAudited(
    control,
    { at: services.now(), actorId, tenantId: null, action, subject: userId, detail: null },
    [control.update(users).set(none).where(eq(users.id, userId)), sessionsEnd(control, userId)],
  );
}
