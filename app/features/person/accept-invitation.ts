import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { startSession, type Visit } from '#app/platform/session.ts';
import { commitAudited } from '#db/audit.ts';
import { getOpenInvitation } from '#db/control/queries/invitations.ts';
import { invitations, memberships, users } from '#db/control/schema.ts';
import { type AcceptanceInput, hashInvitation } from './invitation.ts';
import { passwordFault } from './password.ts';
import { hashPassword } from './password-hash.ts';
import type { PersonRefusal } from './person.ts';
import { secondFactorIsMandatory } from './second-factor.ts';
import type { SignedIn } from './sign-in.ts';
import { sealedTotp } from './totp-secret.ts';

/** Makes the person, once: the e-mail is unique, so the second of two acceptances writes nothing. */
export async function acceptInvitation(
  services: Services,
  token: string,
  { name, password }: AcceptanceInput,
  visit: Visit,
): Promise<Result<SignedIn, PersonRefusal>> {
  const { control } = services.databases;
  const at = services.now();
  const found = await getOpenInvitation(control, hashInvitation(token), at);
  if (!found) return refuse({ code: 'invitation-not-found' });
  const fault = passwordFault(password);
  if (fault) return refuse({ code: 'weak-password', fault });

  const { id, email, role, tenantId } = found.invitation;
  const userId = uuid();
  const mustEnrol = secondFactorIsMandatory([role]);
  const totpSecretSealed = mustEnrol ? sealedTotp(services, userId) : null;
  const passwordHash = await hashPassword(password);
  const unused = and(eq(invitations.id, id), isNull(invitations.acceptedAt));
  const accepted = await commitAudited(
    control,
    { at, actorId: userId, tenantId, action: 'invitation.accepted', subject: id, detail: { email, role } },
    [
      control
        .insert(users)
        .values({ id: userId, email, name, passwordHash, totpSecretSealed, createdAt: at }),
      control.insert(memberships).values({ id: uuid(), userId, tenantId, role, createdAt: at }),
      control.update(invitations).set({ acceptedAt: at }).where(unused),
    ],
  );
  if (!accepted.ok) return refuse({ code: 'invitation-not-found' });
  return ok({ cookie: await startSession(services, userId, visit), next: mustEnrol ? 'enrol' : 'desk' });
}
