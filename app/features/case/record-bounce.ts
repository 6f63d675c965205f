import { and, eq } from 'drizzle-orm';
import { tellOfFailure } from '#app/features/notice/tell-of-delivery.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getCase, getMessage } from '#db/tenant/queries/cases.ts';
import { messages } from '#db/tenant/schema/contact.ts';
import { writeCaseChange } from './write-case-change.ts';

const mostTries = 5;

/** A reply that was out has come back: its case tells so. Told twice, it counts once. */
export async function recordBounce(
  db: TenantDb,
  messageId: string,
  reason: string,
  now: Date,
): Promise<void> {
  for (let tries = 0; tries < mostTries; tries++) {
    const message = await getMessage(db, messageId);
    const row = message ? await getCase(db, message.caseId) : null;
    if (!message || !row || message.kind !== 'reply' || message.state === 'failed') return;
    const mark = db
      .update(messages)
      .set({ state: 'failed', failure: `bounced: ${reason}` })
      .where(and(eq(messages.id, messageId), eq(messages.state, message.state)));
    const change = { event: 'reply-failed', note: { messageId, failure: 'bounced' } };
    const changed = writeCaseChange(db, row, change, { by: 'worker', actor: 'worker', at: now });
    if (!changed.ok) return;
    const told = tellOfFailure(db, message, row, { state: 'failed', at: now });
    const written = await commit(db, [mark, ...changed.statements, ...told], [{ topic: 'case', id: row.id }]);
    if (written.ok) return;
  }
}
