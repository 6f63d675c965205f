import { dateAt } from '#app/features/sla/wall-clock.ts';
import type { TenantDb } from '#db/open.ts';
import { listUnknownNumbers } from '#db/tenant/queries/unknown-numbers.ts';
import { noteDeparture } from './note-departure.ts';
import { readUnknownNumber } from './unknown-number.ts';

const lookBackMs = 62 * 86_400_000;

/** Notes as left whose number a carrier did not know on two days; how they went, and why, nobody said. */
export async function noticeUnknownNumbers({
  db,
  now,
  timeZone,
}: {
  db: TenantDb;
  now(): Date;
  timeZone: string;
}): Promise<void> {
  const at = now();
  for (const { lineId, toldAt } of await listUnknownNumbers(db, new Date(at.getTime() - lookBackMs))) {
    const read = readUnknownNumber(toldAt.map((told) => dateAt(told, timeZone)));
    if (!read || read === 'sign') continue;
    const gone = { lineId, kind: 'disconnected' as const, on: read.leftOn, reason: 'unknown' as const };
    // A refusal is the answer as well: the line came back since, or left later by what is known.
    await noteDeparture({ db, now: at, timeZone }, gone, 'worker');
  }
}
