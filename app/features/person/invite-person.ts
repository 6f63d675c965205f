import { type Actor, can } from '#app/features/access/can.ts';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { getUserByEmail } from '#db/control/queries/people.ts';
import type { InvitationInput } from './invitation.ts';
import { type IssuedInvitation, issueInvitation } from './issue-invitation.ts';
import type { PersonRefusal } from './person.ts';

export async function invitePerson(
  services: Services,
  actor: Actor,
  input: InvitationInput,
): Promise<Result<IssuedInvitation, PersonRefusal>> {
  if (!can(actor, 'people:write')) return refuse({ code: 'forbidden' });
  if (await getUserByEmail(services.databases.control, input.email))
    return refuse({ code: 'already-a-person' });
  return ok(await issueInvitation(services, actor.userId, 'person.invited', input));
}
