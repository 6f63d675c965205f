import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { type CaseChange, writeCaseChanges } from '#app/features/case/write-case-change.ts';
import { isWritten } from '#app/features/contact/contact.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import type { CaseRow } from '#db/tenant/queries/cases.ts';
import { getIncidentUpdate, listHeld, listUntold, updateToken } from '#db/tenant/queries/incidents.ts';
import { messages } from '#db/tenant/schema/contact.ts';
import { incidentUpdates } from '#db/tenant/schema/incident.ts';
import { writeInPieces } from './write-in-pieces.ts';

const chunk = 500;
type Update = NonNullable<Awaited<ReturnType<typeof getIncidentUpdate>>>;

/**
 * Tells the next open cases of an incident its update, each once however often this is done. Where the channel
 * is spoken it stays a note, for somebody has to call. With the last one the incident lets go of all of them,
 * those that were solved before without a word. Returns whether some are left: what lost its race is found
 * again.
 */
export async function spreadUpdate(db: TenantDb, updateId: string, now: Date): Promise<'more' | 'all'> {
  const update = await getIncidentUpdate(db, updateId);
  if (!update) return 'all';
  const untold = await listUntold(db, update, chunk);
  await writeInPieces(untold, (row) => tellCase(db, row, update, now));
  if (untold.length > 0) return 'more';
  const held = update.isLast ? await listHeld(db, update, chunk) : [];
  await writeInPieces(held, (row) => writeCase(db, row, [left], [], update, now));
  if (held.length > 0) return 'more';
  await commit(db, [
    db.update(incidentUpdates).set({ spreadAt: now }).where(eq(incidentUpdates.id, updateId)),
  ]);
  return 'all';
}

const left: CaseChange = { event: 'incident-left', note: { isOver: true } };

function tellCase(db: TenantDb, row: CaseRow, update: Update, now: Date) {
  const isReply = isWritten(row.channel);
  const message = messageOf(row, update, isReply, now);
  const said: CaseChange = {
    event: 'incident-told',
    note: { messageId: message.id },
    set: { lastMessageId: message.id },
  };
  const work = { queue: 'message-delivery', gate: 'message-delivery', lane: 'bulk' as const, dueAt: now };
  const delivery = isReply ? [callFor(db, { ...work, payload: { messageId: message.id } }, now)] : [];
  const changes = update.isLast ? [said, left] : [said];
  return writeCase(db, row, changes, [db.insert(messages).values(message), ...delivery], update, now);
}

function writeCase(
  db: TenantDb,
  row: CaseRow,
  changes: CaseChange[],
  also: Statement[],
  update: Update,
  now: Date,
) {
  const written = writeCaseChanges(db, row, changes, { by: 'person', actor: update.by, at: now });
  if (!written.ok) throw new Error(`Case ${row.number} could not be told: ${written.error.code}.`);
  return commit(db, [...also, ...written.statements], [{ topic: 'case', id: row.id }]);
}

function messageOf(row: CaseRow, update: Update, isReply: boolean, now: Date) {
  const reply = {
    kind: 'reply' as const,
    state: 'held' as const,
    // What waits for the subscriber goes on waiting: this is not what he was asked.
    nextState: update.isLast ? ('solved' as const) : null,
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
