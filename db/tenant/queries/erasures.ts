import { and, desc, eq, exists, inArray, isNotNull, isNull, not, sql } from 'drizzle-orm';
import { union } from 'drizzle-orm/sqlite-core';
import type { OpenBusiness } from '#app/features/erasure/erasure.ts';
import type { TenantDb } from '../../open.ts';
import { uploads } from '../schema/arrival.ts';
import { cases } from '../schema/case.ts';
import { departures } from '../schema/churn.ts';
import { attachments, messages } from '../schema/contact.ts';
import { erasedRows, erasures } from '../schema/erasure.ts';
import { mailArrivals } from '../schema/mail.ts';
import { billingAccounts, debtDisputes, receivables } from '../schema/receivable.ts';
import { requests } from '../schema/request.ts';
import { saveTalks } from '../schema/save.ts';
import { lines, subscribers } from '../schema/subscriber.ts';

export type ErasureRow = typeof erasures.$inferSelect;

/** The subscriber, and the act by which his data were destroyed if they were. */
export async function getErasable(db: TenantDb, subscriberId: string) {
  const [row] = await db
    .select({ id: subscribers.id, name: subscribers.name, erasure: erasures })
    .from(subscribers)
    .leftJoin(erasures, eq(erasures.subscriberId, subscribers.id))
    .where(eq(subscribers.id, subscriberId));
  return row ?? null;
}

export async function getOpenBusiness(db: TenantDb, subscriberId: string): Promise<OpenBusiness> {
  const lineIds = db.select({ id: lines.id }).from(lines).where(eq(lines.subscriberId, subscriberId));
  const accountIds = db
    .select({ id: billingAccounts.id })
    .from(billingAccounts)
    .where(eq(billingAccounts.subscriberId, subscriberId));
  const receivableIds = db
    .select({ id: receivables.id })
    .from(receivables)
    .where(inArray(receivables.accountId, accountIds));
  const hasLeft = exists(
    db
      .select({ id: departures.id })
      .from(departures)
      .where(and(eq(departures.lineId, lines.id), isNull(departures.returnedOn))),
  );
  const isDone = inArray(requests.state, ['done', 'refused', 'cancelled']);
  const [activeLines, openRequests, openCases, openTalks, disputes, [owed]] = await Promise.all([
    db.$count(lines, and(eq(lines.subscriberId, subscriberId), not(hasLeft))),
    db.$count(requests, and(inArray(requests.lineId, lineIds), not(isDone))),
    db.$count(
      cases,
      and(eq(cases.subscriberId, subscriberId), inArray(cases.state, ['new', 'open', 'waiting'])),
    ),
    db.$count(saveTalks, and(inArray(saveTalks.lineId, lineIds), eq(saveTalks.state, 'open'))),
    db.$count(
      debtDisputes,
      and(inArray(debtDisputes.receivableId, receivableIds), isNull(debtDisputes.closedAt)),
    ),
    db
      .select({ kopecks: sql<number>`coalesce(sum(abs(${receivables.balanceKopecks})), 0)` })
      .from(receivables)
      .where(inArray(receivables.accountId, accountIds)),
  ]);
  return { activeLines, openRequests, openCases, openTalks, owesKopecks: owed?.kopecks ?? 0, disputes };
}

/** SHA-256 of every file that came with what he wrote or was sent to him. */
export async function listFilesOf(db: TenantDb, subscriberId: string): Promise<string[]> {
  const caseIds = db.select({ id: cases.id }).from(cases).where(eq(cases.subscriberId, subscriberId));
  const messageIds = db.select({ id: messages.id }).from(messages).where(inArray(messages.caseId, caseIds));
  const rows = await union(
    db
      .select({ sha256: attachments.sha256 })
      .from(attachments)
      .where(and(inArray(attachments.messageId, messageIds), isNotNull(attachments.sha256))),
    db.select({ sha256: uploads.sha256 }).from(uploads).where(inArray(uploads.caseId, caseIds)),
    db
      .select({ sha256: mailArrivals.sha256 })
      .from(mailArrivals)
      .where(inArray(mailArrivals.caseId, caseIds)),
  );
  return rows.flatMap(({ sha256 }) => sha256 ?? []);
}

/** The newest acts first. */
export async function listErasures(db: TenantDb, limit: number): Promise<ErasureRow[]> {
  return db.select().from(erasures).orderBy(desc(erasures.at)).limit(limit);
}

export async function getErasure(db: TenantDb, id: string) {
  const [erasure] = await db.select().from(erasures).where(eq(erasures.id, id));
  if (!erasure) return null;
  const rows = await db.select().from(erasedRows).where(eq(erasedRows.erasureId, id));
  return { erasure, rows };
}
