import { and, desc, eq, gte, isNull, lte, ne, or } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { consents, contactBars, contactRules, outreachAttempts } from '../schema/outreach.ts';
import { subscribers } from '../schema/subscriber.ts';

export type AttemptRow = typeof outreachAttempts.$inferSelect;
export type RulesRow = typeof contactRules.$inferSelect;

/** The newest version that has begun; `null`: nobody has ever set rules. */
export async function getContactRules(db: TenantDb, at: Date): Promise<RulesRow | null> {
  const [row] = await db
    .select()
    .from(contactRules)
    .where(lte(contactRules.from, at))
    .orderBy(desc(contactRules.from))
    .limit(1);
  return row ?? null;
}

export async function getContacted(db: TenantDb, subscriberId: string) {
  const { id, kind, name, email, timeZone } = subscribers;
  const [row] = await db
    .select({ id, kind, name, email, timeZone })
    .from(subscribers)
    .where(eq(subscribers.id, subscriberId))
    .limit(1);
  return row ?? null;
}

/** Those not over at a moment, later ones included. */
export async function listBars(db: TenantDb, subscriberId: string, at: Date) {
  const isOpen = or(isNull(contactBars.until), gte(contactBars.until, at));
  return await db
    .select()
    .from(contactBars)
    .where(and(eq(contactBars.subscriberId, subscriberId), isOpen))
    .orderBy(desc(contactBars.setAt));
}

/** Those that were not taken back. */
export async function listConsents(db: TenantDb, subscriberId: string) {
  return await db
    .select()
    .from(consents)
    .where(and(eq(consents.subscriberId, subscriberId), isNull(consents.withdrawnAt)))
    .orderBy(desc(consents.givenAt));
}

/** What counts about a debt since a moment, and whatever is said to be later than now. */
export async function listMadeSince(db: TenantDb, subscriberId: string, since: Date) {
  const { id, purpose, channel, at, state } = outreachAttempts;
  return await db
    .select({ id, purpose, channel, at })
    .from(outreachAttempts)
    .where(
      and(
        eq(outreachAttempts.subscriberId, subscriberId),
        gte(at, since),
        eq(purpose, 'collection'),
        ne(state, 'failed'),
      ),
    );
}

export async function getLastSequence(db: TenantDb, subscriberId: string): Promise<number> {
  const [row] = await db
    .select({ sequence: outreachAttempts.sequence })
    .from(outreachAttempts)
    .where(eq(outreachAttempts.subscriberId, subscriberId))
    .orderBy(desc(outreachAttempts.sequence))
    .limit(1);
  return row?.sequence ?? 0;
}

export async function getAttemptBySendKey(db: TenantDb, sendKey: string): Promise<AttemptRow | null> {
  const [row] = await db
    .select()
    .from(outreachAttempts)
    .where(eq(outreachAttempts.sendKey, sendKey))
    .limit(1);
  return row ?? null;
}
