import { and, count, eq, gte, isNull, lt, min, or, sql } from 'drizzle-orm';
import type { Channel } from '#app/features/contact/contact.ts';
import type { PresenceState } from '#app/features/routing/routing.ts';
import type { TenantDb } from '../../open.ts';
import { cases } from '../schema/case.ts';
import { contacts } from '../schema/contact.ts';
import { presences } from '../schema/routing.ts';

/** `since`: when the longest began to wait, epoch ms. */
export type WaitingNow = { channel: Channel; waiting: number; since: number };

/** Cases that are nobody's and are not put off, by channel. */
export function countWaitingCases(db: TenantDb, now: Date): Promise<WaitingNow[]> {
  const { channel, createdAt, snoozedUntil } = cases;
  // Spelt as in the partial index, so that SQLite sees that it applies.
  const isUnassigned = sql`${cases.assigneeId} is null and ${cases.state} in ('new', 'open')`;
  const isAwake = or(isNull(snoozedUntil), lt(snoozedUntil, now));
  return db
    .select({ channel, waiting: count(), since: sql<number>`${min(createdAt)}` })
    .from(cases)
    .where(and(isUnassigned, isAwake))
    .groupBy(channel)
    .all();
}

/** Calls that ring, begun since a moment: an exchange may never tell the end of one. */
export async function countRinging(
  db: TenantDb,
  since: Date,
): Promise<{ waiting: number; since: number | null }> {
  const { channel, direction, startedAt, endedAt, waitMs } = contacts;
  const [row] = await db
    .select({ waiting: count(), since: sql<number | null>`${min(startedAt)}` })
    .from(contacts)
    .where(
      and(
        gte(startedAt, since),
        eq(channel, 'call'),
        eq(direction, 'inbound'),
        isNull(endedAt),
        isNull(waitMs),
      ),
    );
  return row ?? { waiting: 0, since: null };
}

/** How many people say what of themselves; nobody's name. */
export function countPresences(db: TenantDb): Promise<{ state: PresenceState; people: number }[]> {
  return db
    .select({ state: presences.state, people: count() })
    .from(presences)
    .groupBy(presences.state)
    .all();
}
