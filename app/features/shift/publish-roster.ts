import { and, eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { tellPeople } from '#app/features/notice/tell-people.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import {
  getRoster,
  listPublished,
  listShifts,
  type PublishedShiftRow,
  type ShiftRow,
} from '#db/tenant/queries/shifts.ts';
import { rosterChanges, rosters } from '#db/tenant/schema/shift.ts';
import { compareWithTold, firstFreeDate } from './compare-published.ts';
import { notAllowed, type ShiftDesk, type ShiftRefused } from './shift-desk.ts';
import { type Difference, isLate, tellShifts } from './tell-shifts.ts';

/** `version`: of the roster, as the difference was looked at. */
export const SeenRoster = z.object({ version: z.coerce.number().int() });

export type Told = { added: number; changed: number; cancelled: number; people: number; needConsent: number };

/** Tells people their shifts: the difference to what they know, each change to be acknowledged, and late ones agreed to. */
export async function publishRoster(
  { db, actor, now, timeZone }: ShiftDesk,
  rosterId: string,
  { version }: z.infer<typeof SeenRoster>,
): ShiftRefused<Told> {
  if (!can(actor, 'shift:write')) return refuse(notAllowed);
  const roster = await getRoster(db, rosterId);
  if (!roster) return refuse({ code: 'roster-not-found' });
  if (roster.state === 'retired') return refuse({ code: 'roster-retired' });
  if (roster.solveId !== null) return refuse({ code: 'roster-solving' });
  if (roster.version !== version) return refuse({ code: 'conflict' });
  const told = await listPublished(db, rosterId);
  const difference = compareWithTold(await listShifts(db, rosterId), told);
  const moved = [...difference.added, ...difference.changed, ...difference.cancelled];
  if (moved.length === 0) return refuse({ code: 'nothing-to-publish' });
  const lateBefore = firstFreeDate(dateAt(now.getTime(), timeZone));
  const isFirst = roster.publishedAt === null;
  const next = {
    version: version + 1,
    state: 'published' as const,
    publishedAt: now,
    publishedBy: actor.userId,
  };
  const statements = [
    db.insert(rosterChanges).values({
      id: uuid(),
      rosterId,
      version: version + 1,
      by: actor.userId,
      at: now,
      kind: 'publish',
      before: [],
      after: [],
    }),
    db
      .update(rosters)
      .set(next)
      .where(and(eq(rosters.id, rosterId), eq(rosters.version, version))),
    ...tellShifts(db, difference, { now, lateBefore }),
    ...tellOwners(db, [...moved, ...handedOver(told, difference.changed)], {
      rosterId,
      isFirst,
      version: next.version,
      by: actor.userId,
      now,
    }),
  ];
  const written = await commit(db, statements, [
    { topic: 'roster', id: rosterId },
    { topic: 'shift', id: rosterId },
  ]);
  return written.ok ? ok(countTold(difference, lateBefore, now)) : refuse({ code: 'conflict' });
}

/** Shifts that were somebody's and are another's now: he is told as well. */
function handedOver(told: readonly PublishedShiftRow[], changed: readonly ShiftRow[]): PublishedShiftRow[] {
  const owners = new Map(changed.map(({ id, userId }) => [id, userId]));
  return told.filter(({ id, userId }) => owners.has(id) && owners.get(id) !== userId);
}

/** One notice a person, dated by the first of his shifts that it is about; of what is over nobody needs to be told. */
function tellOwners(
  db: TenantDb,
  moved: readonly (ShiftRow | PublishedShiftRow)[],
  {
    rosterId,
    isFirst,
    version,
    by,
    now,
  }: { rosterId: string; isFirst: boolean; version: number; by: string; now: Date },
): Statement[] {
  const ahead = moved.filter(({ endsAt }) => endsAt > now);
  const news = isFirst ? ('plan-published' as const) : ('plan-changed' as const);
  return [...Map.groupBy(ahead, ({ userId }) => userId)].flatMap(([userId, own]) => {
    const date = own.map((shift) => shift.date).toSorted()[0] ?? '';
    const told = { kind: 'shift' as const, news, id: `${rosterId} ${version}`, date };
    return tellPeople(db, [userId], { caseId: null, told, by, at: now });
  });
}

function countTold({ added, changed, cancelled }: Difference, lateBefore: string, now: Date): Told {
  const moved = [...added, ...changed, ...cancelled];
  return {
    added: added.length,
    changed: changed.length,
    cancelled: cancelled.length,
    people: new Set(moved.map(({ userId }) => userId)).size,
    needConsent: [...added, ...changed].filter((shift) => isLate(shift, lateBefore, now)).length,
  };
}
