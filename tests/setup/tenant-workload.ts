import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { markedDays, workloadCorrections, workloadDays } from '#db/tenant/schema/workload.ts';
import { seededId, seedTime } from '#seeds/factories.ts';

/** A day of calls, a marked day and a correction of what is foretold. */
export async function fillWorkload(db: TenantDb, seed: number, marker: string) {
  const [markId, correctionId] = [231, 232].map((room) => seededId(seedTime, seed, room));
  if (!markId || !correctionId) throw new Error('No ids were made.');
  const each = Array<number>(48).fill(1);
  const counted = { contacts: each, handled: each, handlingS: each, notedAt: seedTime };
  const hours = { fromOn: '2026-03-02', toOn: '2026-03-03', fromMinute: 0, toMinute: 1440, percent: 10 };
  await commit(db, [
    db.insert(workloadDays).values({ queue: 'call:mts', on: '2026-03-01', source: 'import', ...counted }),
    db.insert(markedDays).values({
      id: markId,
      on: '2026-03-04',
      queue: '',
      kind: 'other',
      note: marker,
      markedBy: 'import',
      markedAt: seedTime,
    }),
    db.insert(workloadCorrections).values({
      id: correctionId,
      queue: 'call:mts',
      ...hours,
      reason: marker,
      madeBy: 'import',
      madeAt: seedTime,
    }),
  ]);
  return { markId, correctionId };
}
