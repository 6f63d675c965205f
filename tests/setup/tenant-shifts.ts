import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import {
  absences,
  publishedShifts,
  rosters,
  shiftOffers,
  shifts,
  shiftTemplates,
} from '#db/tenant/schema/shift.ts';
import { extraWork } from '#db/tenant/schema/shift-life.ts';
import { seededId, seedTime } from '#seeds/factories.ts';

/** A roster with one shift of a person, and a template, all marked. */
export async function fillShifts(db: TenantDb, seed: number, marker: string, userId: string) {
  const [rosterId, plannedId, templateId] = [221, 222, 223].map((room) => seededId(seedTime, seed, room));
  if (!rosterId || !plannedId || !templateId) throw new Error('No ids were made.');
  const [startsAt, endsAt] = [new Date('2026-03-03T06:00Z'), new Date('2026-03-03T15:00Z')];
  await commit(db, [
    db.insert(rosters).values({
      id: rosterId,
      fromDate: '2026-03-02',
      toDate: '2026-03-16',
      state: 'ready',
      version: 1,
      seed: 1,
      createdBy: marker,
      createdAt: seedTime,
    }),
    db.insert(shiftTemplates).values({
      id: templateId,
      name: `${marker} смена`,
      starts: [540],
      version: 1,
      presences: [{ minutes: 540, breaks: [] }],
    }),
    db.insert(shifts).values({
      id: plannedId,
      rosterId,
      userId,
      date: '2026-03-03',
      startsAt,
      endsAt,
      breaks: [],
      skill: null,
      templateId,
      version: 1,
      isPinned: true,
      note: `${marker} заметка`,
    }),
  ]);
  const told = {
    rosterId,
    userId,
    date: '2026-03-03',
    startsAt,
    endsAt,
    breaks: [],
    skill: null,
    templateId,
  };
  const [absenceId = '', shiftOfferId = '', extraId = '', sicknessId = ''] = [224, 225, 226, 227].map(
    (room) => seededId(seedTime, seed, room),
  );
  const dayAfter = new Date(endsAt.getTime() + 86_400_000);
  const away = { userId, note: marker, askedAt: seedTime };
  const span = { startsAt, endsAt, date: '2026-03-03' };
  await commit(db, [
    db
      .insert(publishedShifts)
      .values({ id: plannedId, ...told, version: 1, publishedAt: seedTime, needsConsent: true }),
    db.insert(absences).values([
      { id: absenceId, fromAt: startsAt, toAt: endsAt, kind: 'leave', state: 'asked', ...away },
      { id: sicknessId, fromAt: endsAt, toAt: dayAfter, kind: 'sick', state: 'granted', ...away },
    ]),
    db.insert(shiftOffers).values({
      id: shiftOfferId,
      shiftId: plannedId,
      offeredBy: userId,
      kind: 'give',
      state: 'open',
      version: 0,
      reason: marker,
      createdAt: seedTime,
    }),
    db.insert(extraWork).values({
      id: extraId,
      userId,
      kind: 'call-in',
      ...span,
      state: 'asked',
      version: 0,
      askedBy: marker,
      askedAt: seedTime,
    }),
  ]);
  const life = { toldId: plannedId, absenceId, sicknessId, shiftOfferId, extraId };
  return { rosterId, plannedId, templateId, rosterFile: 'hours.csv', ...life };
}
