import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { cabinetNotices } from '#db/tenant/schema/cabinet.ts';
import { campaignMembers } from '#db/tenant/schema/campaign.ts';
import { outreachAttempts } from '#db/tenant/schema/outreach.ts';
import type { ContactWork } from './contact-work.ts';

/** How the channel took it: `allowed` surely never left and may be tried again; `printing`: a letter to be printed. */
export type ContactOutcome =
  | { state: 'sent' | 'printing' }
  | { state: 'allowed' | 'failed' | 'unknown'; failure: string };

/** Writes what became of a contact that was let through, and whom a campaign reached by it. What was ended before stays. */
export async function recordContact(
  db: TenantDb,
  sendKey: string,
  outcome: ContactOutcome,
  now: Date,
  about?: Pick<ContactWork, 'subscriberId' | 'campaignId'>,
): Promise<void> {
  const set =
    outcome.state === 'sent'
      ? { state: outcome.state, sentAt: now, failure: null }
      : { ...outcome, claimedAt: null };
  const isOpen = inArray(outreachAttempts.state, ['allowed', 'sending']);
  const own = and(eq(outreachAttempts.sendKey, sendKey), isOpen);
  const isSent = outcome.state === 'sent';
  await commit(db, [
    ...(isSent ? [hangNotice(db, sendKey, now)] : []),
    db.update(outreachAttempts).set(set).where(own),
    ...(isSent && about?.campaignId ? [reach(db, about.campaignId, about.subscriberId, now)] : []),
  ]);
}

function reach(db: TenantDb, campaignId: string, subscriberId: string, now: Date): Statement {
  const { reachedAt } = campaignMembers;
  const isHim = and(
    eq(campaignMembers.campaignId, campaignId),
    eq(campaignMembers.subscriberId, subscriberId),
  );
  return db
    .update(campaignMembers)
    .set({ reachedAt: now })
    .where(and(isHim, isNull(reachedAt)));
}

/** What went to his cabinet is put before him with the same batch; an answer stands in its conversation. */
function hangNotice(db: TenantDb, sendKey: string, now: Date): Statement {
  const { id, subscriberId, purpose, subject, content, receivableId, channel, state } = outreachAttempts;
  const own = and(
    eq(outreachAttempts.sendKey, sendKey),
    eq(channel, 'cabinet'),
    isNull(outreachAttempts.caseId),
  );
  const row = sql`select ${uuid()}, ${subscriberId}, ${id}, ${purpose}, ${subject}, ${content}, ${receivableId},
    ${now.getTime()}, null from ${outreachAttempts} where ${and(own, inArray(state, ['allowed', 'sending']))}`;
  return db.insert(cabinetNotices).select(row);
}
