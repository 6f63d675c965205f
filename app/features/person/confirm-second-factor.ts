import { and, eq, isNull } from 'drizzle-orm';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { startSession, type Visit } from '#app/platform/session.ts';
import { commitAudited } from '#db/audit.ts';
import { sessionsEnd } from '#db/control/queries/sessions.ts';
import { addressKnown } from '#db/control/queries/sign-in-failures.ts';
import { users } from '#db/control/schema.ts';
import { addressBlock } from './address-block.ts';
import { readEnrolment } from './begin-second-factor.ts';
import { countedTry } from './counted-try.ts';
import type { PersonRefusal } from './person.ts';
import { stepOfCode } from './second-factor.ts';

/** The first code proves that the secret arrived. All sessions end; returns the cookie of a new one. */
export async function confirmSecondFactor(
  services: Services,
  userId: string,
  code: string,
  visit: Visit,
): Promise<Result<{ cookie: string }, PersonRefusal>> {
  const refusal = await countedTry(services, userId, () => confirm(services, userId, code, visit));
  if (refusal) return refuse(refusal);
  return ok({ cookie: await startSession(services, userId, visit, services.now()) });
}

async function confirm(
  services: Services,
  userId: string,
  code: string,
  visit: Visit,
): Promise<PersonRefusal | null> {
  const { control } = services.databases;
  const now = services.now();
  const enrolment = await readEnrolment(services, userId);
  const step = enrolment && stepOfCode(enrolment.secret, code, now);
  if (step === null) return { code: 'wrong-code' };
  const unconfirmed = and(eq(users.id, userId), isNull(users.totpConfirmedAt));
  await commitAudited(
    control,
    {
      at: now,
      actorId: userId,
      tenantId: null,
      action: 'second-factor.set-up',
      subject: userId,
      detail: null,
    },
    [
      control.update(users).set({ totpConfirmedAt: now, totpLastStep: step }).where(unconfirmed),
      sessionsEnd(control, userId),
      addressKnown(control, userId, addressBlock(visit.address), now),
    ],
  );
  return null;
}
