import { type Actor, can } from '#app/features/access/can.ts';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { getUserByEmail } from '#db/control/queries/people.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import type { InvitationInput } from './invitation.ts';
import { type IssuedInvitation, issueInvitation } from './issue-invitation.ts';
import type { PersonRefusal } from './person.ts';

export async function invitePerson(
  services: Pick<Services, 'databases' | 'env' | 'now'>,
  actor: Actor,
  input: InvitationInput,
): Promise<Result<IssuedInvitation, PersonRefusal>> {
  const { control } = services.databases;
  if (!can(actor, 'people:write')) return refuse({ code: 'forbidden' });
  if (await getUserByEmail(control, input.email)) return refuse({ code: 'already-a-person' });
  const { tenantId } = input;
  if (tenantId !== null && !(await getTenant(control, tenantId))) return refuse({ code: 'place-not-found' });
  return ok(await issueInvitation(services, actor.userId, 'person.invited', input));
}
