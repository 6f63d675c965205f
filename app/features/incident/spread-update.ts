import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { isOpenCase } from '#app/features/case/case.ts';
import { type CaseChange, writeCaseChanges } from '#app/features/case/write-case-change.ts';
import { isWritten } from '#app/features/contact/contact.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import type { CaseRow } from '#db/tenant/queries/cases.ts';
import { getIncidentUpdate, listUntold, updateToken } from '#db/tenant/queries/incidents.ts';
import { messages } from '#db/tenant/schema/contact.ts';
import { incidentUpdates } from '#db/tenant/schema/incident.ts';

const chunk = 100;
type Update = NonNullable<Awaited<ReturnType<typeof getIncidentUpdate>>>;

/**
 * Tells the next cases of an incident its update, each once however often this is done. Where the channel is
 * spoken it stays a note, for somebody has to call. Returns whether some are left.
 */
export async function spreadUpdate(db: TenantDb, updateId: string, now: Date): Promise<'more' | 'all'> {
  const update = await getIncidentUpdate(db, updateId);
  if (!update) return 'all';
  const rows = await listUntold(db, update.incidentId, updateId, chunk);
  await Promise.all(rows.map((row) => tellCase(db, row, update, now)));
  if (rows.length > 0) return 'more';
  await commit(db, [
    db.update(incidentUpdates).set({ spreadAt: now }).where(eq(incidentUpdates.id, updateId)),
  ]);
  return 'all';
}

function tellCase(db: TenantDb, row: CaseRow, update: Update, now: Date) {
  const isReply = isWritten(row.channel) && row.state !== 'closed' && row.state !== 'merged';
  const message = messageOf(row, update, isReply, now);
  const author = { by: 'person' as const, actor: update.by, at: now };
  const said: CaseChange = {
    event: 'incident-told',
    note: { messageId: message.id },
    set: isOpenCase(row.state) ? { lastMessageId: message.id } : {},
  };
  const left: CaseChange = { event: 'incident-left', note: { isOver: true } };
  const written = writeCaseChanges(db, row, update.isLast ? [said, left] : [said], author);
  if (!written.ok) throw new Error(`Case ${row.number} could not be told: ${written.error.code}.`);
  const statements: Statement[] = [db.insert(messages).values(message), ...written.statements];
  const work = { queue: 'message-delivery', gate: 'message-delivery', lane: 'bulk' as const, dueAt: now };
  if (isReply) statements.push(callFor(db, { ...work, payload: { messageId: message.id } }, now));
  return commit(db, statements, [{ topic: 'case', id: row.id }]);
}

function messageOf(row: CaseRow, update: Update, isReply: boolean, now: Date) {
  const reply = {
    kind: 'reply' as const,
    state: 'held' as const,
    nextState: update.isLast ? ('solved' as const) : ('open' as const),
    sendAt: now,
  };
  const note = { kind: 'note' as const, state: 'sent' as const, sentAt: now };
  return {
    id: uuid(),
    caseId: row.id,
    channel: row.channel,
    author: update.by,
    body: update.body,
    formToken: updateToken(update.id, row.id),
    at: now,
    ...(isReply ? reply : note),
  };
}
