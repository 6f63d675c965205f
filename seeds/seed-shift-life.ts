import { sql } from 'drizzle-orm';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt, midnightOf } from '#app/features/sla/wall-clock.ts';
import { commit, type Statement } from '#db/commit.ts';
import { columns, rowsFrom } from '#db/json-rows.ts';
import type { TenantDb } from '#db/open.ts';
import { listPublishedAt } from '#db/tenant/queries/shift-life.ts';
import type { PublishedShiftRow } from '#db/tenant/queries/shifts.ts';
import { presences } from '#db/tenant/schema/routing.ts';
import { absences, shiftOffers, wishes } from '#db/tenant/schema/shift.ts';
import { presenceSpans } from '#db/tenant/schema/shift-life.ts';
import { seededId } from './factories.ts';
import type { TenantPlan } from './plan.ts';

type Scene = { db: TenantDb; plan: TenantPlan };
const dayMs = 86_400_000;
const minuteMs = 60_000;
/** How late people come and come back, in minutes, in turn; below nothing: early. */
const lateness = [-4, 1, 0, 7, -2, 3, 18, 0, -1, 2, 5];

/** `agents`: all who are planned; `colleagues`: who only look present. */
type Team = { agents: readonly string[]; colleagues: readonly string[] };

/** The lived days of a published plan: who was there when and is now, and what people ask for. The plan is there before. */
export async function seedShiftLife(scene: Scene, { agents, colleagues }: Team, now: Date): Promise<void> {
  const { db, plan } = scene;
  const told = await listPublishedAt(db, {
    from: new Date(now.getTime() - 14 * dayMs),
    to: new Date(now.getTime() + 14 * dayMs),
  });
  const today = dateAt(now.getTime(), plan.timeZone);
  const lived = presenceOf(told, now);
  await commit(db, [
    keepPresence(scene, lived, now),
    ...colleagues.filter((one) => agents.includes(one)).map((one) => sayPresent(db, one, lived, now)),
    ...offersOf(scene, told, agents, now),
    ...asksOf(scene, agents, { today, now }),
  ]);
}

type Lived = { userId: string; state: 'online' | 'away'; from: number; to: number };

/** Up to now; whoever is late today has come by now. */
function presenceOf(told: readonly PublishedShiftRow[], now: Date): Lived[] {
  const at = now.getTime();
  const spans = told.flatMap((shift, place) =>
    spansOf(shift, (turn) => lateness[(place * 3 + turn) % 11] ?? 0, at),
  );
  return spans.filter(({ from, to }) => from < to && from <= at);
}

function keepPresence({ db, plan }: Scene, lived: readonly Lived[], now: Date): Statement {
  const rows = lived.map(({ userId, state, from, to }, place) => [
    ...[seededId(now, plan.seed * 10_000 + place, 370), userId, state, from],
    to > now.getTime() ? null : to,
  ]);
  return db.insert(presenceSpans).select(sql`select ${columns(5)} ${rowsFrom(rows)}`);
}

function sayPresent(db: TenantDb, userId: string, lived: readonly Lived[], now: Date): Statement {
  const here = lived.find((span) => span.userId === userId && span.to > now.getTime());
  const said = {
    state: here?.state ?? ('offline' as const),
    since: here ? new Date(here.from) : now,
    seenAt: now,
  };
  return db
    .insert(presences)
    .values({ userId, ...said })
    .onConflictDoUpdate({ target: presences.userId, set: said });
}

function spansOf(
  { userId, startsAt, endsAt, breaks }: PublishedShiftRow,
  late: (turn: number) => number,
  now: number,
): Lived[] {
  const off = (turn: number) => late(turn) * minuteMs;
  const pauses = breaks.map((one, turn) => ({
    from: one.startsAt + Math.max(0, off(turn)),
    to: one.endsAt + off(turn + 1),
  }));
  const came = startsAt.getTime() + off(5);
  const starts = [startsAt.getTime() <= now ? Math.min(came, now) : came, ...pauses.map(({ to }) => to)];
  const ends = [...pauses.map(({ from }) => from), endsAt.getTime()];
  const worked = starts.map((from, part) => ({
    userId,
    state: 'online' as const,
    from,
    to: ends[part] ?? from,
  }));
  return [...worked, ...pauses.map((pause) => ({ userId, state: 'away' as const, ...pause }))];
}

/** The next shift of some is given away; nothing is left of the plan at the end of its last day. */
function offersOf(
  { db, plan }: Scene,
  told: readonly PublishedShiftRow[],
  agents: readonly string[],
  now: Date,
): Statement[] {
  const reasons = ['Иду к врачу', 'Экзамен в этот день', 'Семейный праздник'];
  return reasons.flatMap((reason, place) => {
    const offeredBy = agents[place + 1];
    const shift = told.find(
      (one) => one.userId === offeredBy && one.startsAt.getTime() > now.getTime() + dayMs / 2,
    );
    if (!shift) return [];
    const row = {
      id: seededId(now, plan.seed, 380 + place),
      shiftId: shift.id,
      offeredBy: shift.userId,
      reason,
    };
    const offer = { ...row, kind: 'give' as const, state: 'open' as const, version: 0, createdAt: now };
    return [db.insert(shiftOffers).values(offer)];
  });
}

function asksOf(
  { db, plan }: Scene,
  agents: readonly string[],
  { today, now }: { today: string; now: Date },
): Statement[] {
  const [own, second, third] = agents;
  if (!own || !second || !third) return [];
  const at = (days: number) => new Date(midnightOf(addDays(today, days), plan.timeZone));
  const idOf = (room: number) => seededId(now, plan.seed, room);
  const asked = { state: 'asked' as const, askedAt: now };
  const leave = { kind: 'leave' as const, fromAt: at(40), toAt: at(54), note: 'Едем к родителям' };
  const away = { kind: 'unavailable' as const, fromAt: at(10), toAt: at(11), note: 'Суд, повестка есть' };
  const wish = { id: idOf(392), userId: own, date: addDays(today, 9), kind: 'off' as const, createdAt: now };
  return [
    db.insert(absences).values({ id: idOf(390), userId: second, ...leave, ...asked }),
    db.insert(absences).values({ id: idOf(391), userId: third, ...away, ...asked }),
    db.insert(wishes).values(wish).onConflictDoNothing(),
  ];
}
