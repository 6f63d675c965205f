import { and, eq, exists, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { startSession, type Visit } from '#app/platform/session.ts';
import { commitAudited } from '#db/audit.ts';
import type { Statement } from '#db/commit.ts';
import { getOpenInvitation, type InvitationRow } from '#db/control/queries/invitations.ts';
import { getUserByEmail } from '#db/control/queries/people.ts';
import { sessionsEnd } from '#db/control/queries/sessions.ts';
import { invitations, memberships, users } from '#db/control/schema.ts';
import type { ControlDb } from '#db/open.ts';
import { type AcceptanceInput, hashInvitation } from './invitation.ts';
import { passwordFault } from './password.ts';
import { hashPassword } from './password-hash.ts';
import type { PersonRefusal } from './person.ts';
import { secondFactorIsMandatory } from './second-factor.ts';
import type { SignedIn } from './sign-in.ts';
import { sealedTotp } from './totp-secret.ts';

/** Makes the person, or gives one who is here already a new password. Works once. */
export async function acceptInvitation(
  services: Services,
  token: string,
  { name, password, locale }: AcceptanceInput & { locale: 'ru' | 'en' },
  visit: Visit,
): Promise<Result<SignedIn, PersonRefusal>> {
  const { control } = services.databases;
  const at = services.now();
  const found = await getOpenInvitation(control, hashInvitation(token), at);
  if (!found) return refuse({ code: 'invitation-not-found' });
  const fault = passwordFault(password);
  if (fault) return refuse({ code: 'weak-password', fault });

  const { invitation } = found;
  const user = await getUserByEmail(control, invitation.email);
  if (user?.disabledAt) return refuse({ code: 'invitation-not-found' });
  const passwordHash = await hashPassword(password);
  const person = { userId: user?.id ?? uuid(), name, passwordHash, locale };
  const statements = user ? renewal(control, invitation, person) : arrival(services, invitation, person);
  const { id, email, role, tenantId } = invitation;
  const accepted = await commitAudited(
    control,
    {
      at,
      actorId: person.userId,
      tenantId,
      action: 'invitation.accepted',
      subject: id,
      detail: { email, role },
    },
    [...statements, control.update(invitations).set({ acceptedAt: at }).where(isUnused(id))],
  );
  if (!accepted.ok || accepted.results.at(-1)?.rowsAffected !== 1)
    return refuse({ code: 'invitation-not-found' });
  const next = user?.totpConfirmedAt ? 'code' : secondFactorIsMandatory([role]) ? 'enrol' : 'desk';
  return ok({ cookie: await startSession(services, person.userId, visit), next });
}

type Arriving = { userId: string; name: string; passwordHash: string; locale: 'ru' | 'en' };
const isUnused = (id: string) => and(eq(invitations.id, id), isNull(invitations.acceptedAt));

/** The e-mail is unique, so of two acceptances at one moment the second writes nothing. */
function arrival(
  services: Services,
  { email, role, tenantId }: InvitationRow,
  person: Arriving,
): Statement[] {
  const { control } = services.databases;
  const { userId, ...said } = person;
  const createdAt = services.now();
  const totpSecretSealed = secondFactorIsMandatory([role]) ? sealedTotp(services, userId) : null;
  return [
    control.insert(users).values({ id: userId, email, ...said, totpSecretSealed, createdAt }),
    control.insert(memberships).values({ id: uuid(), userId, tenantId, role, createdAt }),
  ];
}

function renewal(control: ControlDb, { id }: InvitationRow, person: Arriving): Statement[] {
  const { userId, name, passwordHash } = person;
  const unused = exists(control.select({ id: invitations.id }).from(invitations).where(isUnused(id)));
  return [
    control
      .update(users)
      .set({ name, passwordHash })
      .where(and(eq(users.id, userId), unused)),
    sessionsEnd(control, userId),
  ];
}
