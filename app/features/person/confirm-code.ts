import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { type HalfSignedIn, revokeSession, startSession, type Visit } from '#app/platform/session.ts';
import { commit } from '#db/commit.ts';
import { getUser } from '#db/control/queries/people.ts';
import { addressKnown } from '#db/control/queries/sign-in-failures.ts';
import { users } from '#db/control/schema.ts';
import { addressBlock } from './address-block.ts';
import { countedTry } from './counted-try.ts';
import type { PersonRefusal } from './person.ts';
import { stepOfCode } from './second-factor.ts';
import { openTotp } from './totp-secret.ts';

/** The second half of a sign-in. Returns the cookie of a new session; the halfway one is over. */
export async function confirmCode(
  services: Services,
  half: HalfSignedIn,
  code: string,
  visit: Visit,
): Promise<Result<{ cookie: string }, PersonRefusal>> {
  const refusal = await countedTry(services, half.userId, () => spendCode(services, half.userId, code));
  if (refusal) return refuse(refusal);
  const { control } = services.databases;
  const now = services.now();
  await commit(control, [addressKnown(control, half.userId, addressBlock(visit.address), now)]);
  const cookie = await startSession(services, half.userId, visit, now);
  await revokeSession(services, half.userId, half.sessionId);
  return ok({ cookie });
}

/** A code works once: the last step moves forward by compare-and-set, whoever else tries at the same moment. */
async function spendCode(services: Services, userId: string, code: string): Promise<PersonRefusal | null> {
  const { control } = services.databases;
  const user = await getUser(control, userId);
  if (!user?.totpSecretSealed || !user.totpConfirmedAt) return { code: 'wrong-code' };
  const step = stepOfCode(openTotp(services, userId, user.totpSecretSealed), code, services.now());
  if (step === null) return { code: 'wrong-code' };
  const unspent = or(isNull(users.totpLastStep), lt(users.totpLastStep, step));
  const spend = control
    .update(users)
    .set({ totpLastStep: step })
    .where(and(eq(users.id, userId), unspent));
  const spent = await commit(control, [spend]);
  return spent.ok && spent.results[0]?.rowsAffected === 1 ? null : { code: 'used-code' };
}
