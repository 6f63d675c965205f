import { v7 as uuid } from 'uuid';
import type { Actor } from '#app/features/access/can.ts';
import { answerExtraWork, askExtraWork } from '#app/features/intraday/ask-extra-work.ts';
import { moveBreak } from '#app/features/intraday/move-break.ts';
import { readToday } from '#app/features/intraday/read-today.ts';
import { callSick } from '#app/features/my-shifts/call-sick.ts';
import { approveOffer } from '#app/features/shift-market/answer-offer.ts';
import { brokenBy } from '#app/features/shift-market/judge-exchange.ts';
import { offerShift } from '#app/features/shift-market/offer-shift.ts';
import { readExchange } from '#app/features/shift-market/read-exchange.ts';
import { takeOffer } from '#app/features/shift-market/take-offer.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listPublishedAt } from '#db/tenant/queries/shift-life.ts';
import type { PublishedShiftRow } from '#db/tenant/queries/shifts.ts';

export type Stage = { db: TenantDb; control: ControlDb; timeZone: string; managerId: string };
const minuteMs = 60_000;
const dayMs = 86_400_000;
const mostLookedAt = 12;
const aheadMs = 2 * 3_600_000;

const deskOf = ({ managerId, ...stage }: Stage, now: Date, userId = managerId) => {
  const roles: Actor['roles'] = userId === managerId ? ['manager'] : ['agent'];
  return { ...stage, now, actor: { userId, name: '', roles } };
};

/** What people did by themselves before now: exchanges, and an hour ago a sick call and what was done about it. */
export async function playShiftLife(stage: Stage, now: Date): Promise<void> {
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * minuteMs);
  await playExchanges(stage, minutesAgo(90));
  if (await playSickness(stage, minutesAgo(60))) await playMending(stage, minutesAgo(50));
}

/** One gives a shift of the next fortnight away, and two swap theirs of one day. Returns how many exchanges came to pass. */
export async function playExchanges(stage: Stage, now: Date): Promise<number> {
  const from = new Date(now.getTime() + 2 * dayMs);
  const ahead = await listPublishedAt(stage.db, { from, to: new Date(now.getTime() + 14 * dayMs) });
  const [first] = ahead;
  if (!first) return 0;
  const { facts } = await readExchange({ ...stage, now }, [first]);
  const shifts = ahead.filter(({ startsAt, rosterId }) => startsAt > from && rosterId === first.rosterId);
  const isFree = ({ date }: PublishedShiftRow, userId: string) =>
    !shifts.some((one) => one.userId === userId && one.date === date);
  const given = shifts
    .slice(0, mostLookedAt)
    .flatMap((shift) => facts.people.map(({ userId }) => ({ shift, to: userId })))
    .find(({ shift, to }) => isFree(shift, to) && brokenBy(facts, [{ shiftId: shift.id, to }]).length === 0);
  const swapped = shifts
    .slice(-mostLookedAt)
    .flatMap((shift) => shifts.map((wanted) => ({ shift, wanted })))
    .find(
      ({ shift, wanted }) => isOtherOfDay(shift, wanted) && brokenBy(facts, both(shift, wanted)).length === 0,
    );
  const done = [
    given && (await exchange(stage, { ...given, wanted: null, reason: 'Запись к зубному' }, now)),
    swapped &&
      (await exchange(stage, { ...swapped, to: swapped.wanted.userId, reason: 'Утром удобнее' }, now)),
  ];
  return done.filter(Boolean).length;
}

const isOtherOfDay = (one: PublishedShiftRow, other: PublishedShiftRow) =>
  one.date === other.date &&
  one.userId !== other.userId &&
  one.startsAt.getTime() !== other.startsAt.getTime();
const both = (shift: PublishedShiftRow, wanted: PublishedShiftRow) => [
  { shiftId: shift.id, to: wanted.userId },
  { shiftId: wanted.id, to: shift.userId },
];

type Wanted = { shift: PublishedShiftRow; to: string; wanted: PublishedShiftRow | null; reason: string };

async function exchange(stage: Stage, { shift, to, wanted, reason }: Wanted, now: Date): Promise<boolean> {
  const id = uuid();
  const input = { id, shiftId: shift.id, wantedShiftId: wanted?.id ?? null, reason };
  const offered = await offerShift(deskOf(stage, now, shift.userId), input);
  return offered.ok && take(stage, to, id, now);
}

/** What the rule does not approve by itself the manager does. */
async function take(stage: Stage, taker: string, offerId: string, now: Date): Promise<boolean> {
  const taken = await takeOffer(deskOf(stage, now, taker), { offerId });
  if (!taken.ok) return false;
  return taken.value.state === 'approved' || (await approveOffer(deskOf(stage, now), { offerId })).ok;
}

/** Somebody whose shift begins later today, not within two hours, calls sick. Null: nobody's does. */
export async function playSickness(stage: Stage, now: Date): Promise<string | null> {
  const later = await listPublishedAt(stage.db, { from: now, to: new Date(now.getTime() + dayMs) });
  const today = dateAt(now.getTime(), stage.timeZone);
  const shift = later.find((one) => one.date === today && one.startsAt.getTime() > now.getTime() + aheadMs);
  if (!shift) return null;
  const called = await callSick(deskOf(stage, now, shift.userId), { id: uuid(), to: today });
  return called.ok ? shift.userId : null;
}

/** Does what the day's board proposes: moves a break, and asks a colleague to stay longer, who agrees. Shifts by what was done. */
export async function playMending(stage: Stage, now: Date) {
  return { movedShift: await moveOneBreak(stage, now), longerShift: await askToStay(stage, now) };
}

/** As the board proposes; where it has nothing to propose, half an hour later, as its owner wants it. */
async function moveOneBreak(stage: Stage, now: Date): Promise<string | null> {
  const proposals = (await proposed(stage, now)).filter(({ kind }) => kind === 'move-break');
  const running = await listPublishedAt(stage.db, { from: now, to: new Date(now.getTime() + 1) });
  const wanted = running.flatMap(({ id, breaks }) =>
    breaks.map(({ startsAt }, place) => ({ shiftId: id, place, from: startsAt + 30 * minuteMs })),
  );
  for (const { shiftId, place, from } of [...proposals, ...wanted]) {
    if (shiftId === null || place === null) continue;
    const moved = await moveBreak(deskOf(stage, now), { shiftId, place, from: new Date(from) });
    if (moved.ok) return shiftId;
  }
  return null;
}

async function askToStay(stage: Stage, now: Date): Promise<string | null> {
  for (const { kind, userId, shiftId, from, to, skill } of await proposed(stage, now)) {
    if (kind !== 'overtime' || shiftId === null) continue;
    const id = uuid();
    const span = { from: new Date(from), to: new Date(to) };
    const asked = await askExtraWork(deskOf(stage, now), { id, userId, shiftId, ...span, skill });
    if (!asked.ok) continue;
    const answerAt = new Date(now.getTime() + 4 * minuteMs);
    const answered = await answerExtraWork(deskOf(stage, answerAt, userId), { extraId: id, agrees: true });
    if (answered.ok) return shiftId;
  }
  return null;
}

async function proposed(stage: Stage, now: Date) {
  const { gaps, skills } = await readToday(deskOf(stage, now));
  return gaps.flatMap(({ remedies, skill }) =>
    remedies.map((remedy) => ({ ...remedy, skill: skills[skill] ?? '' })),
  );
}
