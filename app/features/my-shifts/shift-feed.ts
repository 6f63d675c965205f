import { createHash, randomBytes } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import type { ShiftDesk } from '#app/features/shift/shift-desk.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { shiftFeeds } from '#db/tenant/schema/shift-life.ts';
import { type LifeAnswer, notOwn } from './life-desk.ts';

export const FeedInput = z.strictObject({ locale: z.enum(['ru', 'en']) });

/** Gives him an address for his calendar program. It is shown once, and the one before it shows nothing any more. */
export async function openFeed(
  { db, actor, now }: ShiftDesk,
  { locale }: z.infer<typeof FeedInput>,
): LifeAnswer<{ token: string }> {
  if (!can(actor, 'shift:own')) return refuse(notOwn);
  const token = randomBytes(32).toString('base64url');
  const row = { id: uuid(), userId: actor.userId, tokenHash: hashFeedToken(token), locale, createdAt: now };
  const add = db.insert(shiftFeeds).values(row);
  const written = await commit(db, [revocation({ db, actor, now }), add]);
  return written.ok ? ok({ token }) : refuse({ code: 'conflict' });
}

export async function closeFeed({ db, actor, now }: ShiftDesk): LifeAnswer<null> {
  if (!can(actor, 'shift:own')) return refuse(notOwn);
  await commit(
    db,
    [revocation({ db, actor, now })],
    [{ topic: 'shift', id: actor.userId, userId: actor.userId }],
  );
  return ok(null);
}

/** What is kept of an address: whoever reads the database cannot read calendars. */
export function hashFeedToken(token: string): string {
  return createHash('sha256').update(`shift-feed:${token}`).digest('hex');
}

function revocation({ db, actor, now }: Pick<ShiftDesk, 'db' | 'actor' | 'now'>) {
  return db
    .update(shiftFeeds)
    .set({ revokedAt: now })
    .where(and(eq(shiftFeeds.userId, actor.userId), isNull(shiftFeeds.revokedAt)));
}
