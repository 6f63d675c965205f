import { and, desc, eq, gte, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { OutreachPurpose } from '#app/features/outreach/outreach.ts';
import type { TenantDb } from '#db/open.ts';
import { prepared } from '#db/prepared.ts';
import { contacts } from '../schema/contact.ts';
import { standings } from '../schema/ladder.ts';
import { consents, consentTexts, contactBars, contactRules, outreachAttempts } from '../schema/outreach.ts';
import { billingAccounts, receivables } from '../schema/receivable.ts';
import { lines, subscribers } from '../schema/subscriber.ts';

export type AttemptRow = typeof outreachAttempts.$inferSelect;
export type RulesRow = typeof contactRules.$inferSelect;

const rulesInForce = prepared((db: TenantDb) =>
  db
    .select()
    .from(contactRules)
    .where(lte(contactRules.from, sql.placeholder('at')))
    .orderBy(desc(contactRules.from))
    .limit(1)
    .prepare(),
);

/** The newest version that has begun; `null`: nobody has ever set rules. */
export async function getContactRules(db: TenantDb, at: Date): Promise<RulesRow | null> {
  return (await rulesInForce(db).get({ at })) ?? null;
}

const contacted = prepared((db: TenantDb) => {
  const { id, kind, name, contractNumber, email, timeZone } = subscribers;
  return db
    .select({ id, kind, name, contractNumber, email, timeZone })
    .from(subscribers)
    .where(eq(subscribers.id, sql.placeholder('subscriberId')))
    .prepare();
});

export async function getContacted(db: TenantDb, subscriberId: string) {
  return (await contacted(db).get({ subscriberId })) ?? null;
}

const openBars = prepared((db: TenantDb) => {
  const isOpen = or(isNull(contactBars.until), gte(contactBars.until, sql.placeholder('at')));
  return db
    .select()
    .from(contactBars)
    .where(and(eq(contactBars.subscriberId, sql.placeholder('subscriberId')), isOpen))
    .orderBy(desc(contactBars.setAt))
    .prepare();
});

/** Those not over at a moment, later ones included. */
export async function listBars(db: TenantDb, subscriberId: string, at: Date) {
  return await openBars(db).all({ subscriberId, at });
}

const openConsents = prepared((db: TenantDb) =>
  db
    .select()
    .from(consents)
    .where(and(eq(consents.subscriberId, sql.placeholder('subscriberId')), isNull(consents.withdrawnAt)))
    .orderBy(desc(consents.givenAt))
    .prepare(),
);

/** Those that were not taken back. */
export async function listConsents(db: TenantDb, subscriberId: string) {
  return await openConsents(db).all({ subscriberId });
}

const madeSince = prepared((db: TenantDb) => {
  const { id, purpose, channel, at, state } = outreachAttempts;
  const own = eq(outreachAttempts.subscriberId, sql.placeholder('subscriberId'));
  return db
    .select({ id, purpose, channel, at })
    .from(outreachAttempts)
    .where(and(own, gte(at, sql.placeholder('since')), eq(purpose, 'collection'), ne(state, 'failed')))
    .prepare();
});

/** What counts about a debt since a moment, and whatever is said to be later than now. */
export async function listMadeSince(db: TenantDb, subscriberId: string, since: Date) {
  return await madeSince(db).all({ subscriberId, since });
}

const lastSequence = prepared((db: TenantDb) =>
  db
    .select({ sequence: outreachAttempts.sequence })
    .from(outreachAttempts)
    .where(eq(outreachAttempts.subscriberId, sql.placeholder('subscriberId')))
    .orderBy(desc(outreachAttempts.sequence))
    .limit(1)
    .prepare(),
);

export async function getLastSequence(db: TenantDb, subscriberId: string): Promise<number> {
  return (await lastSequence(db).get({ subscriberId }))?.sequence ?? 0;
}

export async function getAttemptBySendKey(db: TenantDb, sendKey: string): Promise<AttemptRow | null> {
  const [row] = await db
    .select()
    .from(outreachAttempts)
    .where(eq(outreachAttempts.sendKey, sendKey))
    .limit(1);
  return row ?? null;
}

/** What of a debt says whether it may still be spoken of. */
export async function getDebtSpokenOf(db: TenantDb, receivableId: string) {
  const { balanceKopecks, oldestDueOn, disputedKopecks, lineId } = receivables;
  const [row] = await db
    .select({ balanceKopecks, oldestDueOn, disputedKopecks, hold: standings.hold, msisdn: lines.msisdn })
    .from(receivables)
    .leftJoin(standings, eq(standings.receivableId, receivables.id))
    .leftJoin(lines, eq(lines.id, lineId))
    .where(eq(receivables.id, receivableId))
    .limit(1);
  return row ?? null;
}

/** Where a subscriber last wrote from in the messengers. */
export async function getMessengerAddress(db: TenantDb, subscriberId: string): Promise<string | null> {
  const own = and(eq(contacts.subscriberId, subscriberId), eq(contacts.channel, 'messenger'));
  const [row] = await db
    .select({ address: contacts.address })
    .from(contacts)
    .where(and(own, eq(contacts.direction, 'inbound')))
    .orderBy(desc(contacts.id))
    .limit(1);
  return row?.address ?? null;
}

/** The version of a consent's wording; of a new one the next number. */
export async function getConsentText(db: TenantDb, purpose: OutreachPurpose, text: string) {
  const versions = await db
    .select({ version: consentTexts.version, text: consentTexts.text })
    .from(consentTexts)
    .where(eq(consentTexts.purpose, purpose))
    .orderBy(desc(consentTexts.version));
  const known = versions.find((one) => one.text === text);
  if (known) return { number: known.version, isNew: false };
  return { number: (versions[0]?.version ?? 0) + 1, isNew: true };
}

/** The newest first, those planned included. */
export function listContactRules(db: TenantDb) {
  return db.select().from(contactRules).orderBy(desc(contactRules.from)).limit(50);
}

/** Whose debts are the oldest. */
export function listOldestDebtors(db: TenantDb, limit: number) {
  return db
    .select({ subscriberId: billingAccounts.subscriberId })
    .from(receivables)
    .innerJoin(billingAccounts, eq(billingAccounts.id, receivables.accountId))
    .where(isNotNull(receivables.oldestDueOn))
    .groupBy(billingAccounts.subscriberId)
    .orderBy(sql`min(${receivables.oldestDueOn})`)
    .limit(limit);
}
