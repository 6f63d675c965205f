import { eq, gt } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { v7 as uuid } from 'uuid';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import { getAudiencePage, getAudienceRun } from '#db/tenant/queries/audience.ts';
import { type AsOf, refreshAudience } from '#db/tenant/queries/audience-facts.ts';
import { audienceLines, audienceRuns } from '#db/tenant/schema/campaign.ts';

/** While a page is written nobody is answered. */
const pageLines = 1000;
/** So many lines are counted at once. */
const pieceLines = 25_000;
/** What is known of a base a day ago is still worth counting; the draw looks anew at whom it takes. */
const freshMs = 20 * 3_600_000;

/** Calls for the refreshing of what is known of all lines, unless one is under way or was over lately. */
export async function openAudienceRun(db: TenantDb, now: Date): Promise<void> {
  const last = await getAudienceRun(db);
  if (last && (!last.endedAt || now.getTime() - last.endedAt.getTime() < freshMs)) return;
  const id = uuid({ msecs: now.getTime() });
  const work = { queue: 'campaign-audience', gate: 'campaign-audience', lane: 'bulk', dueAt: now } as const;
  await commit(db, [
    db.insert(audienceRuns).values({ id, cursor: '', startedAt: now }),
    callFor(db, { ...work, payload: { runId: id } }, now),
  ]);
}

/** Goes on with a refreshing from where it is, so many pages; each is one batch with the cursor. */
export async function refreshPages(
  { db, now, timeZone }: { db: TenantDb; now(): Date; timeZone: string },
  runId: string,
  mostPages: number,
): Promise<'over' | 'more' | 'unknown'> {
  for (let pages = 0, since = 0; pages < mostPages; pages += 1) {
    const run = await getAudienceRun(db);
    if (run?.id !== runId) return 'unknown';
    if (run.endedAt) return 'over';
    const at = now();
    const own = eq(audienceRuns.id, runId);
    const page = await getAudiencePage(db, run.cursor, pageLines);
    if (!page) {
      const isBehind = gt(audienceLines.subscriberId, run.cursor);
      const end = { endedAt: at, marks: [...run.marks, run.cursor] };
      await commit(db, [
        db.delete(audienceLines).where(isBehind),
        db.update(audienceRuns).set(end).where(own),
      ]);
      return 'over';
    }
    since += page.lines;
    const isPiece = since >= pieceLines;
    if (isPiece) since = 0;
    const marks = isPiece ? [...run.marks, page.upTo] : run.marks;
    const place = { after: run.cursor, upTo: page.upTo };
    await commit(db, [
      ...refreshAudience(db, place, asOf(at, timeZone)),
      db.update(audienceRuns).set({ cursor: page.upTo, marks }).where(own),
    ]);
  }
  return 'more';
}

/** The date of a zone at an instant, and how far its clocks are ahead of UTC. */
export function asOf(now: Date, timeZone: string): AsOf {
  const zoned = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  return { now, today: dateAt(now.getTime(), timeZone), offsetSeconds: zoned.offsetNanoseconds / 1e9 };
}
