import { and, eq, inArray } from 'drizzle-orm';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { outreachAttempts } from '#db/tenant/schema/outreach.ts';

/** How the channel took it: `allowed` surely never left and may be tried again. */
export type ContactOutcome = { state: 'sent' } | { state: 'allowed' | 'failed' | 'unknown'; failure: string };

/** Writes what became of a contact that was let through. What was ended before stays as it is. */
export async function recordContact(
  db: TenantDb,
  sendKey: string,
  outcome: ContactOutcome,
  now: Date,
): Promise<void> {
  const set =
    outcome.state === 'sent'
      ? { state: outcome.state, sentAt: now, failure: null }
      : { ...outcome, claimedAt: null };
  const isOpen = inArray(outreachAttempts.state, ['allowed', 'sending']);
  const own = and(eq(outreachAttempts.sendKey, sendKey), isOpen);
  await commit(db, [db.update(outreachAttempts).set(set).where(own)]);
}
