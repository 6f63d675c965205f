import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { type LifeAnswer, notOwn } from '#app/features/my-shifts/life-desk.ts';
import { tellPeople } from '#app/features/notice/tell-people.ts';
import type { ShiftDesk } from '#app/features/shift/shift-desk.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { getPublished } from '#db/tenant/queries/shift-life.ts';
import { shiftOffers } from '#db/tenant/schema/shift.ts';
import { judgeExchange } from './judge-exchange.ts';
import { readExchange } from './read-exchange.ts';

/** `wantedShiftId`: a colleague's shift that he would take for it; none: he gives it away. */
export const OfferInput = z.object({
  id: z.uuid(),
  wantedShiftId: z
    .uuid()
    .or(z.literal(''))
    .transform((id) => id || null),
  reason: z.string().trim().max(300, 'long'),
});
type Offered = z.infer<typeof OfferInput> & { shiftId: string };

/** Puts a shift of his on the market. It stays his until another has taken it and that was approved. */
export async function offerShift(desk: ShiftDesk, input: Offered): LifeAnswer<{ id: string }> {
  const { db, actor, now } = desk;
  if (!can(actor, 'shift:own')) return refuse(notOwn);
  const shift = await getPublished(db, input.shiftId);
  if (shift?.userId !== actor.userId) return refuse({ code: 'own-shift-not-found' });
  if (shift.cancelledAt || shift.startsAt <= now) return refuse({ code: 'own-shift-over' });
  const wanted = input.wantedShiftId === null ? null : await getPublished(db, input.wantedShiftId);
  if (input.wantedShiftId !== null) {
    if (!wanted || wanted.cancelledAt || wanted.startsAt <= now || wanted.userId === actor.userId)
      return refuse({ code: 'swap-unfit' });
    const { facts } = await readExchange(desk, [shift, wanted]);
    const both = [
      { shiftId: shift.id, to: wanted.userId },
      { shiftId: wanted.id, to: actor.userId },
    ];
    const verdict = judgeExchange(facts, both, { approvesByRule: true });
    if (verdict.kind === 'illegal') return refuse({ code: 'exchange-illegal', rules: verdict.rules });
  }
  const { id, reason } = input;
  const row = {
    shiftId: shift.id,
    offeredBy: actor.userId,
    wantedShiftId: wanted?.id ?? null,
    createdAt: now,
  };
  const add = db.insert(shiftOffers).values({
    id,
    ...row,
    kind: wanted ? ('swap' as const) : ('give' as const),
    state: 'open' as const,
    version: 0,
    reason: reason || null,
  });
  const told = { kind: 'shift' as const, news: 'swap-wanted' as const, id, date: wanted?.date ?? shift.date };
  const asked = wanted
    ? tellPeople(db, [wanted.userId], { caseId: null, by: actor.userId, at: now, told })
    : [];
  const written = await commit(db, [add, ...asked], [{ topic: 'shift', id }]);
  return written.ok ? ok({ id }) : refuse({ code: 'offered-already' });
}
