import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { overlap } from '#app/features/adherence/adherence.ts';
import type { LifeAnswer } from '#app/features/my-shifts/life-desk.ts';
import { tellPeople } from '#app/features/notice/tell-people.ts';
import type { ShiftDesk } from '#app/features/shift/shift-desk.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { getPublished } from '#db/tenant/queries/shift-life.ts';
import { listTemplates } from '#db/tenant/queries/shifts.ts';
import { breakWindows } from './break-windows.ts';
import { changeTold } from './change-told.ts';

/** `place`: which of its breaks; `from`: where it goes. */
export const BreakMove = z.object({
  shiftId: z.uuid(),
  place: z.coerce.number<string>().int().min(0).max(10),
  from: z.coerce.date(),
});

/** Moves a break that has not begun to another time of its window. Its owner is told, and has to see it. */
export async function moveBreak(
  desk: ShiftDesk,
  { shiftId, place, from }: z.infer<typeof BreakMove>,
): LifeAnswer<null> {
  const { db, actor, now } = desk;
  if (!can(actor, 'shift:approve')) return refuse({ code: 'forbidden', action: 'shift:approve' });
  const shift = await getPublished(db, shiftId);
  const pause = shift?.breaks[place];
  if (!shift || !pause || shift.cancelledAt) return refuse({ code: 'break-outside' });
  const window = breakWindows(shift, await listTemplates(db))[place];
  const moved = {
    ...pause,
    startsAt: from.getTime(),
    endsAt: from.getTime() + pause.endsAt - pause.startsAt,
  };
  const others = shift.breaks.filter((_, other) => other !== place);
  const isFree = others.every(
    (other) =>
      overlap({ from: other.startsAt, to: other.endsAt }, { from: moved.startsAt, to: moved.endsAt }) === 0,
  );
  const isInside = window && moved.startsAt >= window.from && moved.startsAt <= window.to;
  const isAhead = Math.min(pause.startsAt, moved.startsAt) > now.getTime();
  if (!isInside || !isAhead || !isFree || moved.endsAt > shift.endsAt.getTime())
    return refuse({ code: 'break-outside' });
  const breaks = [...others, moved].toSorted((a, b) => a.startsAt - b.startsAt);
  const change = await changeTold(db, shift, { breaks }, { by: actor.userId, at: now, isAgreed: false });
  if (!change) return refuse({ code: 'plan-solving' });
  const told = {
    kind: 'shift' as const,
    news: 'break-moved' as const,
    id: `${shiftId}:${shift.version}`,
    date: shift.date,
  };
  const heard = tellPeople(db, [shift.userId], { caseId: null, by: actor.userId, at: now, told });
  const written = await commit(db, [...change, ...heard], [{ topic: 'shift', id: shiftId }]);
  return written.ok ? ok(null) : refuse({ code: 'conflict' });
}
