import { randomBytes } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { type Actor, can } from '#app/features/access/can.ts';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commitAudited } from '#db/audit.ts';
import { getUserByEmail } from '#db/control/queries/people.ts';
import { invitations } from '#db/control/schema.ts';
import { hashInvitation, type InvitationInput, invitationMs } from './invitation.ts';
import type { PersonRefusal } from './person.ts';

/** The link is shown once: only the hash of its token is kept. Earlier invitations of this e-mail end. */
export async function invitePerson(
  services: Services,
  actor: Actor,
  { email, role, tenantId }: InvitationInput,
): Promise<Result<{ link: string; expiresAt: Date }, PersonRefusal>> {
  const { control } = services.databases;
  if (!can(actor, 'people:write')) return refuse({ code: 'forbidden' });
  if (await getUserByEmail(control, email)) return refuse({ code: 'already-a-person' });
  const token = randomBytes(32).toString('base64url');
  const at = services.now();
  const expiresAt = new Date(at.getTime() + invitationMs);
  const id = uuid();
  const invitation = {
    id,
    tokenHash: hashInvitation(token),
    email,
    role,
    tenantId,
    expiresAt,
    createdAt: at,
  };
  const earlier = and(eq(invitations.email, email), isNull(invitations.acceptedAt));
  await commitAudited(
    control,
    { at, actorId: actor.userId, tenantId, action: 'person.invited', subject: id, detail: { email, role } },
    [
      control.update(invitations).set({ expiresAt: at }).where(earlier),
      control.insert(invitations).values({ ...invitation, invitedBy: actor.userId }),
    ],
  );
  return ok({ link: `${services.env.PULT_ORIGIN}/invitations/${token}`, expiresAt });
}
