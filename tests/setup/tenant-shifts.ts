import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { rosters, shifts, shiftTemplates } from '#db/tenant/schema/shift.ts';
import { seededId, seedTime } from '#seeds/factories.ts';

/** A roster with one shift of a person, and a template, all marked. */
export async function fillShifts(db: TenantDb, seed: number, marker: string, userId: string) {
  const [rosterId, plannedId, templateId] = [221, 222, 223].map((room) => seededId(seedTime, seed, room));
  if (!rosterId || !plannedId || !templateId) throw new Error('No ids were made.');
  const [startsAt, endsAt] = [new Date('2026-03-03T06:00Z'), new Date('2026-03-03T15:00Z')];
  await commit(db, [
    db.insert(rosters).values({
      ...{ id: rosterId, fromDate: '2026-03-02', toDate: '2026-03-16', state: 'ready', version: 1, seed: 1 },
      ...{ createdBy: marker, createdAt: seedTime },
    }),
    db.insert(shiftTemplates).values({
      ...{ id: templateId, name: `${marker} смена`, starts: [540], version: 1 },
      presences: [{ minutes: 540, breaks: [] }],
    }),
    db.insert(shifts).values({
      ...{ id: plannedId, rosterId, userId, date: '2026-03-03', startsAt, endsAt, breaks: [], skill: null },
      ...{ templateId, version: 1, isPinned: true, note: `${marker} заметка` },
    }),
  ]);
  return { rosterId, plannedId, templateId, rosterFile: 'hours.csv' };
}
