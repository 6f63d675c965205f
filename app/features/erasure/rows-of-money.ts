import { eq, inArray, sql } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { audienceLines, campaignCalls, campaignMembers } from '#db/tenant/schema/campaign.ts';
import { callTasks } from '#db/tenant/schema/ladder.ts';
import { consents, contactBars, outreachAttempts, outreachRefusals } from '#db/tenant/schema/outreach.ts';
import { nonpaymentForecasts, paymentHabits } from '#db/tenant/schema/prediction.ts';
import * as book from '#db/tenant/schema/receivable.ts';
import { lines } from '#db/tenant/schema/subscriber.ts';
import { erasedText } from './erasure.ts';
import { emptied, kept, type PersonalRows, removed } from './personal-rows.ts';

/**
 * What he paid and was told about it. The journal is kept without his name: the books are kept for five years (402-FZ,
 * art. 29).
 */
export function rowsOfMoney(db: TenantDb, subscriberId: string): PersonalRows[] {
  const { billingAccounts, receivables, journalEntries, debtDisputes, balanceReadings, billingRejects } =
    book;
  const isHis = eq(billingAccounts.subscriberId, subscriberId);
  const accountIds = db.select({ id: billingAccounts.id }).from(billingAccounts).where(isHis);
  const receivableIds = db
    .select({ id: receivables.id })
    .from(receivables)
    .where(inArray(receivables.accountId, accountIds));
  const lineIds = db.select({ id: lines.id }).from(lines).where(eq(lines.subscriberId, subscriberId));
  const namesHim = sql`exists (select 1 from ${billingAccounts} where ${isHis} and instr(${billingRejects.text}, ${billingAccounts.number}) > 0)`;
  return [
    removed(db, balanceReadings, inArray(balanceReadings.lineId, lineIds)),
    removed(db, billingRejects, namesHim),
    removed(db, nonpaymentForecasts, inArray(nonpaymentForecasts.receivableId, receivableIds)),
    removed(db, paymentHabits, inArray(paymentHabits.receivableId, receivableIds)),
    emptied(db, debtDisputes, inArray(debtDisputes.receivableId, receivableIds), emptyDispute),
    emptied(db, callTasks, inArray(callTasks.receivableId, receivableIds), { note: null }),
    emptied(db, journalEntries, inArray(journalEntries.receivableId, receivableIds), { note: null }),
    emptied(db, billingAccounts, isHis, { number: sql`${erasedText} || ${billingAccounts.id}` }),
  ];
}

const emptyDispute = { reason: erasedText, answer: null };

/** Whom campaigns were drawn for, and every contact: the law keeps those and their grounds for three years (230-FZ, art. 17). */
export function rowsOfContacts(db: TenantDb, subscriberId: string): PersonalRows[] {
  return [
    removed(db, audienceLines, eq(audienceLines.subscriberId, subscriberId)),
    removed(db, contactBars, eq(contactBars.subscriberId, subscriberId)),
    emptied(db, campaignMembers, eq(campaignMembers.subscriberId, subscriberId), { knownAtFreeze: null }),
    emptied(db, campaignCalls, eq(campaignCalls.subscriberId, subscriberId), { note: null }),
    kept(consents, eq(consents.subscriberId, subscriberId)),
    kept(outreachAttempts, eq(outreachAttempts.subscriberId, subscriberId)),
    kept(outreachRefusals, eq(outreachRefusals.subscriberId, subscriberId)),
  ];
}
