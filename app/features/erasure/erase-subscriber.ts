import { count, getTableName, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Action, type Actor, can } from '#app/features/access/can.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import { scrubLog } from '#db/scrub-log.ts';
import { getErasable, getOpenBusiness, listFilesOf } from '#db/tenant/queries/erasures.ts';
import { erasedRows, erasures } from '#db/tenant/schema/erasure.ts';
import { erasureGrounds, type Obstacle, obstaclesOf } from './erasure.ts';
import { personalRowsOf } from './personal-data.ts';

/** `paper`: the letter that asks for it, its number, date and sender. */
export const ErasureInput = z.strictObject({
  ground: z.enum(erasureGrounds),
  paper: z.string().trim().min(5).max(500),
  askedOn: z.iso.date(),
});

export type ErasureRefusal =
  | { code: 'forbidden'; action: Action }
  | { code: 'subscriber-not-found' }
  /** He was erased before, by this act. */
  | { code: 'erased-already'; erasureId: string }
  | { code: 'asked-ahead' }
  /** Something is still going on with him. */
  | { code: 'business-open'; obstacles: Obstacle[] };

export type ErasureDesk = { db: TenantDb; actor: Actor; now: Date; timeZone: string };

/** Files were written lately at most: what is younger than an hour is not removed. */
const filesAfterMs = 2 * 3_600_000;

/**
 * Destroys what is known of a person, in one batch, and keeps the act of it. What reports count stays without him; what
 * the law wants kept goes when its time is over. There is no way back.
 */
export async function eraseSubscriber(
  { db, actor, now, timeZone }: ErasureDesk,
  subscriberId: string,
  input: z.infer<typeof ErasureInput>,
): Promise<Result<{ erasureId: string }, ErasureRefusal>> {
  if (!can(actor, 'person:erase')) return refuse({ code: 'forbidden', action: 'person:erase' });
  const found = await getErasable(db, subscriberId);
  if (!found) return refuse({ code: 'subscriber-not-found' });
  if (found.erasure) return refuse({ code: 'erased-already', erasureId: found.erasure.id });
  if (input.askedOn > dateAt(now.getTime(), timeZone)) return refuse({ code: 'asked-ahead' });
  const obstacles = obstaclesOf(await getOpenBusiness(db, subscriberId));
  if (obstacles.length > 0) return refuse({ code: 'business-open', obstacles });
  const erasureId = uuid();
  const act = { id: erasureId, subscriberId, ...input, by: actor.userId, at: now };
  const written = await commit(
    db,
    [
      db.insert(erasures).values(act),
      ...(await filesToForget(db, subscriberId, now)),
      ...erasing(db, subscriberId, erasureId),
    ],
    [{ topic: 'subscriber', id: subscriberId }],
  );
  if (written.ok) {
    await scrubLog(db);
    return ok({ erasureId });
  }
  const first = await getErasable(db, subscriberId);
  return refuse({ code: 'erased-already', erasureId: first?.erasure?.id ?? '' });
}

/** Each table's rows are counted in the batch that takes them: the act tells what was really there. */
function erasing(db: TenantDb, subscriberId: string, erasureId: string) {
  return personalRowsOf(db, subscriberId).flatMap(({ table, where, deed, statement }) => {
    const counted = db
      .select({
        erasureId: sql<string>`${erasureId}`.as('erasure_id'),
        table: sql<string>`${getTableName(table)}`.as('table'),
        deed: sql<typeof deed>`${deed}`.as('deed'),
        rows: count().as('rows'),
      })
      .from(table)
      .where(where);
    const note = db.insert(erasedRows).select(counted);
    return statement ? [note, statement] : [note];
  });
}

async function filesToForget(db: TenantDb, subscriberId: string, now: Date) {
  const hashes = await listFilesOf(db, subscriberId);
  if (hashes.length === 0) return [];
  const dueAt = new Date(now.getTime() + filesAfterMs);
  const queue = 'file-removal';
  return [callFor(db, { queue, payload: { hashes }, gate: queue, lane: 'bulk', dueAt }, now)];
}
