import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { cabinetNotices } from '#db/tenant/schema/cabinet.ts';
import { cases } from '#db/tenant/schema/case.ts';
import { outreachAttempts } from '#db/tenant/schema/outreach.ts';
import { billingAccounts, receivables } from '#db/tenant/schema/receivable.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';

/** Puts before every subscriber what the ladder told him in his cabinet. */
export async function seedCabinet(db: TenantDb): Promise<void> {
  const { id, subscriberId, purpose, subject, content, receivableId, channel, sentAt } = outreachAttempts;
  const row = sql`select 'notice-' || ${id}, ${subscriberId}, ${id}, ${purpose}, ${subject}, ${content},
    ${receivableId}, ${sentAt}, null from ${outreachAttempts}
    where ${and(eq(channel, 'cabinet'), eq(outreachAttempts.state, 'sent'))}`;
  await commit(db, [db.insert(cabinetNotices).select(row).onConflictDoNothing()]);
}

/** The number of somebody whose cabinet shows most: he owes, has written and has been written to. */
export async function findShownNumber(db: TenantDb): Promise<string | null> {
  const written = sql<number>`(select count(*) from ${cases} where ${cases.subscriberId} = ${subscribers.id})`;
  const told = sql<number>`(select count(*) from ${cabinetNotices}
    where ${cabinetNotices.subscriberId} = ${subscribers.id})`;
  const [row] = await db
    .select({ msisdn: lines.msisdn })
    .from(receivables)
    .innerJoin(billingAccounts, eq(billingAccounts.id, receivables.accountId))
    .innerJoin(subscribers, eq(subscribers.id, billingAccounts.subscriberId))
    .innerJoin(lines, eq(lines.subscriberId, subscribers.id))
    .where(and(gt(receivables.balanceKopecks, 0), eq(subscribers.kind, 'person'), isNull(lines.blockedBy)))
    .orderBy(desc(sql`min(${told}, 2) + min(${written}, 3)`))
    .limit(1);
  return row?.msisdn ?? null;
}
