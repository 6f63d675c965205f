import { dateAt } from '#app/features/sla/wall-clock.ts';
import { namesOf } from '#db/control/queries/names.ts';
import { getRoster, listPublished, listShifts, type PublishedShiftRow } from '#db/tenant/queries/shifts.ts';
import { compareWithTold, firstFreeDate } from './compare-published.ts';
import type { ShiftDesk } from './shift-desk.ts';
import { isLate } from './tell-shifts.ts';
import { type ToldChange, toldChanges } from './told-changes.ts';

export type PublicationView = NonNullable<Awaited<ReturnType<typeof readPublication>>>;

/** What publishing a plan now would tell whom, by name. `version`: of the plan it was read from. `null`: there is no such plan. */
export async function readPublication({ db, control, now, timeZone }: ShiftDesk, rosterId: string) {
  const roster = await getRoster(db, rosterId);
  if (!roster) return null;
  const told = await listPublished(db, rosterId);
  const lateBefore = firstFreeDate(dateAt(now.getTime(), timeZone));
  const changes = toldChanges(compareWithTold(await listShifts(db, rosterId), told), told, (shift) =>
    isLate(shift, lateBefore, now),
  );
  const owners = Map.groupBy(changes, ({ userId }) => userId);
  const names = await namesOf(control, [...owners.keys()]);
  const people = [...owners].map(([userId, own]) => ({
    userId,
    name: names[userId] ?? '—',
    needConsent: own.filter(({ needsConsent }) => needsConsent).length,
    changes: own.map((change) => showChange(change, now)),
  }));
  return { version: roster.version, people: people.toSorted((a, b) => a.name.localeCompare(b.name, 'ru')) };
}

type Timed = Pick<PublishedShiftRow, 'id' | 'startsAt' | 'endsAt'>;

/** `isOver`: it lies in the past, so nobody needs to be told. */
function showChange({ before, after, needsConsent }: ToldChange<Timed, Timed>, now: Date) {
  const span = (shift: Timed | null) =>
    shift && { startsAt: shift.startsAt.getTime(), endsAt: shift.endsAt.getTime() };
  const shift = after ?? before;
  return {
    id: shift?.id ?? '',
    before: span(before),
    after: span(after),
    needsConsent,
    isOver: shift !== null && shift.endsAt <= now,
  };
}
