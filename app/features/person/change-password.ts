import { eq } from 'drizzle-orm';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { startSession, type Visit } from '#app/platform/session.ts';
import { commitAudited } from '#db/audit.ts';
import { getUser } from '#db/control/queries/people.ts';
import { sessionsEnd } from '#db/control/queries/sessions.ts';
import { users } from '#db/control/schema.ts';
import { countedTry } from './counted-try.ts';
import { passwordFault } from './password.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import type { PersonRefusal } from './person.ts';

/** Ends every session of the person, this one included; returns the cookie of a new one. */
export async function changePassword(
  services: Services,
  userId: string,
  { current, next }: { current: string; next: string },
  visit: Visit,
): Promise<Result<{ cookie: string }, PersonRefusal>> {
  const { control } = services.databases;
  const user = await getUser(control, userId);
  if (!user) return refuse({ code: 'person-not-found' });
  const fault = passwordFault(next);
  if (fault) return refuse({ code: 'weak-password', fault });
  const refusal = await countedTry(services, userId, async () =>
    (await verifyPassword(user.passwordHash, current)) ? null : { code: 'wrong-password' },
  );
  if (refusal) return refuse(refusal);

  const now = services.now();
  const passwordHash = await hashPassword(next);
  await commitAudited(
    control,
    { at: now, actorId: userId, tenantId: null, action: 'password.changed', subject: userId, detail: null },
    [control.update(users).set({ passwordHash }).where(eq(users.id, userId)), sessionsEnd(control, userId)],
  );
  const secondFactorAt = user.totpConfirmedAt ? now : null;
  return ok({ cookie: await startSession(services, userId, visit, secondFactorAt) });
}
