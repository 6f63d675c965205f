import { and, eq, isNull } from 'drizzle-orm';
import type { Services } from '#app/platform/context.ts';
import { commit } from '#db/commit.ts';
import { getUser } from '#db/control/queries/people.ts';
import { users } from '#db/control/schema.ts';
import { otpauthLink } from './second-factor.ts';
import { openTotp, sealedTotp } from './totp-secret.ts';

/** Makes a secret to be confirmed. A confirmed one stays as it is. */
export async function beginSecondFactor(services: Services, userId: string): Promise<void> {
  const { control } = services.databases;
  const unconfirmed = and(eq(users.id, userId), isNull(users.totpConfirmedAt));
  const totpSecretSealed = sealedTotp(services, userId);
  await commit(control, [control.update(users).set({ totpSecretSealed }).where(unconfirmed)]);
}

/** The secret shown while it is being set up; `null` when there is none or it is confirmed: then nobody sees it. */
export async function readEnrolment(
  services: Services,
  userId: string,
): Promise<{ secret: string; link: string } | null> {
  const user = await getUser(services.databases.control, userId);
  if (!user?.totpSecretSealed || user.totpConfirmedAt) return null;
  const secret = openTotp(services, userId, user.totpSecretSealed);
  return { secret, link: otpauthLink(secret, user.email) };
}
