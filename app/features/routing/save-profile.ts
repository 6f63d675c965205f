import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { caseKinds } from '#app/features/case/case.ts';
import type { StaffDesk } from '#app/features/case/move-case.ts';
import { channels } from '#app/features/contact/contact.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { isColleague } from '#db/control/queries/colleagues.ts';
import { agentProfiles } from '#db/tenant/schema/routing.ts';
import type { RoutingRefusal } from './routing-refusal.ts';

const atOnce = z.int().min(0).max(100);

export const ProfileInput = z.strictObject({
  userId: z.uuid(),
  carriers: z.array(z.string().max(40)).max(20),
  kinds: z.array(z.enum(caseKinds)),
  languages: z.array(z.enum(['ru', 'en'])),
  saves: z.boolean(),
  capacity: z.partialRecord(z.enum(channels), atOnce).and(z.object({ rest: atOnce })),
  isPushed: z.boolean(),
});
export type ProfileInput = z.infer<typeof ProfileInput>;

/** Says what an agent can be given, how much at once, and whether it comes by itself. */
export async function saveProfile(
  { db, actor, control, now }: StaffDesk,
  { userId, ...input }: ProfileInput,
): Promise<Result<null, RoutingRefusal>> {
  if (!can(actor, 'routing:write')) return refuse({ code: 'forbidden', action: 'routing:write' });
  if (!(await isColleague(control, db.tenantId, userId))) return refuse({ code: 'person-not-found' });
  const set = { ...input, changedAt: now };
  await commit(db, [
    db
      .insert(agentProfiles)
      .values({ userId, ...set })
      .onConflictDoUpdate({ target: agentProfiles.userId, set }),
  ]);
  return ok(null);
}
