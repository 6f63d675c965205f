import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Actor, can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { extensions } from '#db/tenant/schema/call.ts';
import type { CallRefusal } from './call.ts';

/** An empty `number` takes the person from his telephone. */
export const SeatInput = z.object({
  userId: z.uuid({ error: 'required' }),
  number: z
    .string()
    .trim()
    .max(20, { error: 'extension' })
    .regex(/^[\w*#-]*$/, { error: 'extension' }),
});
export type SeatInput = z.infer<typeof SeatInput>;

/** Says at which telephone of the exchange an agent sits: calls that ring there are shown to him. */
export async function seatAgent(
  db: TenantDb,
  actor: Actor,
  { userId, number }: SeatInput,
): Promise<Result<null, CallRefusal>> {
  if (!can(actor, 'tenant:write')) return refuse({ code: 'forbidden' });
  const leave = db.delete(extensions).where(eq(extensions.userId, userId));
  const sit = db.insert(extensions).values({ number, userId });
  const written = await commit(db, number === '' ? [leave] : [leave, sit]);
  return written.ok ? ok(null) : refuse({ code: 'extension-taken' });
}
