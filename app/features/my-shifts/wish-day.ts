import { and, eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { wishKinds } from '#app/features/shift/shift.ts';
import type { ShiftDesk } from '#app/features/shift/shift-desk.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { wishes } from '#db/tenant/schema/shift.ts';
import { type LifeAnswer, notOwn } from './life-desk.ts';

/** `kind`: empty takes the wish back. */
export const WishInput = z.strictObject({
  date: z.iso.date('date'),
  kind: z.enum(wishKinds).or(z.literal('')),
});

/** Says how he would like a day to be. The engine weighs it, it binds nobody. */
export async function wishDay(
  { db, actor, now, timeZone }: ShiftDesk,
  { date, kind }: z.infer<typeof WishInput>,
): LifeAnswer<null> {
  if (!can(actor, 'shift:own')) return refuse(notOwn);
  if (date <= dateAt(now.getTime(), timeZone)) return refuse({ code: 'wish-past' });
  const forget = db.delete(wishes).where(and(eq(wishes.userId, actor.userId), eq(wishes.date, date)));
  const row = { id: uuid(), userId: actor.userId, date, createdAt: now };
  const add = kind === '' ? [] : [db.insert(wishes).values({ ...row, kind })];
  await commit(db, [forget, ...add], [{ topic: 'shift', id: actor.userId, userId: actor.userId }]);
  return ok(null);
}
