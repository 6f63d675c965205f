import { inArray } from 'drizzle-orm';
import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { type CaseRow, getCase, listMessagesOf, type MessageRow } from '#db/tenant/queries/cases.ts';
import { contacts, messages } from '#db/tenant/schema/contact.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { type CaseDesk, type ChangedCase, changeCase } from './change-case.ts';
import { writeCaseChange, writeCaseChanges } from './write-case-change.ts';
import { writeNewCase } from './write-new-case.ts';

/**
 * Makes one case part of another. What was written stays where it was and is shown in both; so it can be
 * undone, and what the subscriber writes to the merged one reaches the other.
 */
export async function mergeCase(
  desk: CaseDesk,
  input: { caseId: string; intoId: string },
): Promise<Result<ChangedCase, CaseRefusal>> {
  const { db, actor, now } = desk;
  if (!can(actor, 'case:write')) return refuse({ code: 'forbidden', action: 'case:write' });
  const [row, into] = [await getCase(db, input.caseId), await getCase(db, input.intoId)];
  if (!row || !into) return refuse({ code: 'case-not-found' });
  const refused = whyNotInto(row, into);
  if (refused) return refuse(refused);
  const author = { by: 'person' as const, actor: actor.userId, at: now };
  const note = { into: into.number, from: row.number };
  const merged = writeCaseChange(db, row, { move: 'merge', note, set: { mergedInto: into.id } }, author);
  if (!merged.ok) return merged;
  const told = writeCaseChange(db, into, { event: 'merged-here', note, set: newest(row, into) }, author);
  if (!told.ok) return told;
  const changes = [row, into].map(({ id }) => ({ topic: 'case', id }));
  const written = await commit(db, [...merged.statements, ...told.statements], changes);
  if (!written.ok) return refuse({ code: 'conflict' });
  const { id, number, state, version } = told.changed;
  return ok({ id, number, state, version });
}

/** In a case of another's, or of nobody known, the answer to one would be read by the other. */
function whyNotInto(row: CaseRow, into: CaseRow): CaseRefusal | null {
  if (row.id === into.id || into.state === 'closed' || into.state === 'merged')
    return { code: 'merge-target' };
  const isSame = row.subscriberId === null || row.subscriberId === into.subscriberId;
  return isSame ? null : { code: 'merge-subscribers' };
}

/** The newest message of the two is what a person must have seen before he answers. */
function newest(a: CaseRow, b: CaseRow) {
  const ids = [a.lastMessageId, b.lastMessageId].filter((id) => id !== null);
  return { lastMessageId: ids.sort().at(-1) ?? null };
}

export function unmergeCase(desk: CaseDesk, caseId: string): Promise<Result<ChangedCase, CaseRefusal>> {
  return changeCase(desk, 'case:write', caseId, () => ({ move: 'unmerge', set: { mergedInto: null } }));
}

/** Takes some messages out of a case into a new one of the same subscriber, with the contacts they came by. */
export async function splitCase(
  desk: CaseDesk,
  input: { caseId: string; messageIds: string[]; subject: string },
): Promise<Result<{ id: string }, CaseRefusal>> {
  const { db, actor, now } = desk;
  if (!can(actor, 'case:write')) return refuse({ code: 'forbidden', action: 'case:write' });
  const row = await getCase(db, input.caseId);
  if (!row) return refuse({ code: 'case-not-found' });
  const taken = await listMessagesOf(db, row.id, input.messageIds);
  if (taken.length < new Set(input.messageIds).size) return refuse({ code: 'message-not-found' });
  const author = { by: 'person' as const, actor: actor.userId, at: now };
  const { id: _, ...like } = row;
  const opened = writeNewCase(db, { ...like, subject: input.subject }, author);
  const { id } = opened.row;
  const lastMessageId = taken.at(-1)?.id ?? null;
  const into = { event: 'split-from', note: { from: row.number }, set: { lastMessageId } };
  const begun = writeCaseChanges(db, opened.row, [into], author);
  const note = { to: id, messages: taken.length };
  const told = writeCaseChange(db, row, { event: 'split', note }, author);
  if (!begun.ok) return begun;
  if (!told.ok) return told;
  const moved = moveMessages(db, taken, id);
  const statements = [...opened.statements, ...moved, ...begun.statements, ...told.statements];
  const changes = [row.id, id].map((changed) => ({ topic: 'case', id: changed }));
  const written = await commit(db, statements, changes);
  return written.ok ? ok({ id }) : refuse({ code: 'conflict' });
}

/** A message goes with its contact: the address it came from is where the new case is answered. */
function moveMessages(db: TenantDb, taken: readonly MessageRow[], caseId: string): Statement[] {
  const ids = taken.map(({ id }) => id);
  const contactIds = taken.map(({ contactId }) => contactId).filter((id) => id !== null);
  return [
    db.update(messages).set({ caseId }).where(inArray(messages.id, ids)),
    db.update(contacts).set({ caseId }).where(inArray(contacts.id, contactIds)),
  ];
}
