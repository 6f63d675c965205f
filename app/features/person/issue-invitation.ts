import { randomBytes } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Services } from '#app/platform/context.ts';
import { commitAudited } from '#db/audit.ts';
import { invitations } from '#db/control/schema.ts';
import { hashInvitation, type InvitationInput, invitationMs } from './invitation.ts';

export type IssuedInvitation = { link: string; expiresAt: Date };

/** The link is shown once: only the hash of its token is kept. Earlier links for this e-mail end. */
export async function issueInvitation(
  services: Pick<Services, 'databases' | 'env' | 'now'>,
  actorId: string,
  action: 'person.invited' | 'access.renewed',
  { email, role, tenantId }: InvitationInput,
): Promise<IssuedInvitation> {
  const { control } = services.databases;
  const token = randomBytes(32).toString('base64url');
  const at = services.now();
  const expiresAt = new Date(at.getTime() + invitationMs);
  const id = uuid();
  const tokenHash = hashInvitation(token);
  const row = { id, tokenHash, email, role, tenantId, invitedBy: actorId, expiresAt, createdAt: at };
  const earlier = and(eq(invitations.email, email), isNull(invitations.acceptedAt));
  await commitAudited(control, { at, actorId, tenantId, action, subject: id, detail: { email, role } }, [
    control.update(invitations).set({ expiresAt: at }).where(earlier),
    control.insert(invitations).values(row),
  ]);
  return { link: `${services.env.PULT_ORIGIN}/invitations/${token}`, expiresAt };
}
