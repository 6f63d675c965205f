import { v7 as uuid } from 'uuid';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listDefinitions } from '#db/tenant/queries/churn.ts';
import { endSilence, listSilent } from '#db/tenant/queries/churn-night.ts';
import { departures } from '#db/tenant/schema/churn.ts';
import { definitionOn } from './definition.ts';

const pageSize = 500;
const shortestSilence = 14;

/**
 * Notes who was without traffic for as many days as his contract calls a departure, on the day they were full, and ends
 * the silence of whoever is heard again. Done twice it changes nothing.
 */
export async function noticeSilence({ db, now }: { db: TenantDb; now(): Date }, on: string): Promise<void> {
  const definitions = await listDefinitions(db);
  await commit(db, [endSilence(db)]);
  for (let after = ''; ; ) {
    const found = await listSilent(db, { activeUntil: addDays(on, -shortestSilence), after }, pageSize);
    const rows = found.flatMap(({ lineId, carrierAccountId, lastActiveOn }) => {
      const { kinds, silentDays } = definitionOn(definitions, on, carrierAccountId);
      const gone = addDays(lastActiveOn, silentDays);
      if (!kinds.includes('silent') || gone > on) return [];
      const noted = { notedBy: 'worker', notedAt: now() };
      return [
        { id: uuid(), lineId, kind: 'silent' as const, on: gone, reason: 'unknown' as const, ...noted },
      ];
    });
    if (rows.length > 0) await commit(db, [db.insert(departures).values(rows).onConflictDoNothing()]);
    const last = found.at(-1);
    if (!last || found.length < pageSize) return;
    after = last.lineId;
  }
}
