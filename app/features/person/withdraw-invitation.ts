import { eq } from 'drizzle-orm';
import { type Actor, can } from '#app/features/access/can.ts';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commitAudited } from '#db/audit.ts';
import { listOpenInvitations } from '#db/control/queries/invitations.ts';
import { invitations } from '#db/control/schema.ts';
import type { PersonRefusal } from './person.ts';

/** Its link stops working at once. */
export async function withdrawInvitation(
  services: Services,
  actor: Actor,
  invitationId: string,
): Promise<Result<null, PersonRefusal>> {
  const { control } = services.databases;
  if (!can(actor, 'people:write')) return refuse({ code: 'forbidden' });
  const at = services.now();
  const open = await listOpenInvitations(control, at);
  const found = open.find(({ invitation }) => invitation.id === invitationId)?.invitation;
  if (!found) return refuse({ code: 'invitation-not-found' });
  const { id, tenantId, email } = found;
  await commitAudited(
    control,
    { at, actorId: actor.userId, tenantId, action: 'invitation.withdrawn', subject: id, detail: { email } },
    [control.update(invitations).set({ expiresAt: at }).where(eq(invitations.id, id))],
  );
  return ok(null);
}
