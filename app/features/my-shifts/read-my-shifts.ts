import { adherenceOf, shareOf } from '#app/features/adherence/adherence.ts';
import type { ShiftDesk } from '#app/features/shift/shift-desk.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt, midnightOf } from '#app/features/sla/wall-clock.ts';
import { listColleagues } from '#db/control/queries/colleagues.ts';
import {
  getFeedOf,
  listExtraWork,
  listOpenOffers,
  listOwnAbsences,
  listOwnTold,
  listOwnWishes,
  listPresenceSpans,
  listPublishedAt,
} from '#db/tenant/queries/shift-life.ts';
import type { PublishedShiftRow } from '#db/tenant/queries/shifts.ts';

export type MyShifts = Awaited<ReturnType<typeof readMyShifts>>;
export type MyShift = MyShifts['shifts'][number];

const shownDays = 42;

/** A person's own shifts from today on, what was asked of them, and his hours of this month. */
export async function readMyShifts(desk: ShiftDesk) {
  const { db, actor, now, timeZone } = desk;
  const today = dateAt(now.getTime(), timeZone);
  const month = { from: `${today.slice(0, 7)}-01`, to: nextMonth(today) };
  const at = (date: string) => new Date(midnightOf(date, timeZone));
  const until = at(addDays(today, shownDays));
  const told = await listOwnTold(db, actor.userId, { from: at(month.from), to: until });
  const offers = (await listOpenOffers(db)).filter(({ offeredBy }) => offeredBy === actor.userId);
  const offerOf = new Map(offers.map(({ id, shiftId, state }) => [shiftId, { id, state }]));
  const ahead = told.filter(({ endsAt, cancelledAt, ackAt }) => endsAt > now && !(cancelledAt && ackAt));
  const [first] = ahead.filter(({ cancelledAt }) => !cancelledAt);
  return {
    today,
    shifts: ahead.map((shift) => ({ ...shownShift(shift), offer: offerOf.get(shift.id) ?? null })),
    beside: first ? await readBeside(desk, first) : [],
    hours: hoursOf(
      told.filter(({ date, cancelledAt }) => !cancelledAt && date >= month.from && date < month.to),
      now,
    ),
    kept: await readKept(desk, at(today), told),
    absences: await listOwnAbsences(db, actor.userId, now),
    wishes: await listOwnWishes(db, actor.userId, addDays(today, 1)),
    extra: (await listExtraWork(db, [actor.userId], today)).filter(({ state }) => state === 'asked'),
    hasFeed: (await getFeedOf(db, actor.userId)) !== null,
  };
}

function shownShift(shift: PublishedShiftRow) {
  const { id, date, startsAt, endsAt, breaks, skill, version, cancelledAt, ackAt } = shift;
  const waitsForConsent = shift.needsConsent && shift.consentAt === null && cancelledAt === null;
  return {
    id,
    date,
    startsAt,
    endsAt,
    breaks,
    skill,
    version,
    isCancelled: cancelledAt !== null,
    isSeen: ackAt !== null,
    waitsForConsent,
  };
}

/** Colleagues whose shifts run together with this one, by name. */
async function readBeside({ db, control, actor }: ShiftDesk, shift: PublishedShiftRow) {
  const names = new Map((await listColleagues(control, db.tenantId)).map(({ id, name }) => [id, name]));
  const together = await listPublishedAt(db, { from: shift.startsAt, to: shift.endsAt });
  const others = together.filter(({ userId }) => userId !== actor.userId);
  return others.flatMap(({ userId, startsAt, endsAt }) => {
    const name = names.get(userId);
    return name ? [{ name, startsAt, endsAt }] : [];
  });
}

/** Minutes of work, breaks that are not paid left out: of the whole month and until now. */
function hoursOf(shifts: readonly PublishedShiftRow[], now: Date) {
  const minutesOf = ({ startsAt, endsAt, breaks }: PublishedShiftRow) => {
    const unpaid = breaks.filter(({ isPaid }) => !isPaid);
    const paused = unpaid.reduce((sum, one) => sum + one.endsAt - one.startsAt, 0);
    return (endsAt.getTime() - startsAt.getTime() - paused) / 60_000;
  };
  const sum = (some: readonly PublishedShiftRow[]) =>
    some.reduce((minutes, one) => minutes + minutesOf(one), 0);
  return { planned: sum(shifts), past: sum(shifts.filter(({ endsAt }) => endsAt <= now)) };
}

/** How today's shift is kept so far, in thousandths; null: there is none yet. */
async function readKept({ db, actor, now }: ShiftDesk, from: Date, told: readonly PublishedShiftRow[]) {
  const shift = told.findLast(
    ({ startsAt, endsAt, cancelledAt }) => !cancelledAt && startsAt <= now && endsAt > from,
  );
  if (!shift) return null;
  const spans = await listPresenceSpans(
    db,
    { from: new Date(shift.startsAt.getTime() - 3_600_000), to: now },
    [actor.userId],
  );
  const planned = {
    from: shift.startsAt.getTime(),
    to: shift.endsAt.getTime(),
    breaks: shift.breaks.map(({ startsAt, endsAt }) => ({ from: startsAt, to: endsAt })),
  };
  const presence = spans.map(({ state, fromAt, toAt }) => ({
    state,
    from: fromAt.getTime(),
    to: (toAt ?? now).getTime(),
  }));
  const { keptMs, plannedMs } = adherenceOf(planned, presence, { excused: [], now: now.getTime() });
  return shareOf(keptMs, plannedMs);
}

function nextMonth(date: string): string {
  return `${addDays(`${date.slice(0, 7)}-28`, 7).slice(0, 7)}-01`;
}
