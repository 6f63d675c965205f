import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import type { CaseRow, MessageRow } from '#db/tenant/queries/cases.ts';
import { isOfUpdate } from '#db/tenant/queries/incidents.ts';
import { tellFollowers, tellPeople } from './tell-people.ts';

/** A reply is out: those who follow its case hear of it. */
export function tellOfReply(
  db: TenantDb,
  { id, caseId, author }: MessageRow,
  at: Date,
): Promise<Statement[]> {
  return tellFollowers(db, {
    caseId,
    by: author,
    at,
    told: { kind: 'follow', messageId: id, wrote: 'reply' },
  });
}

/**
 * A reply did not reach the subscriber, or nobody knows: its author and whoever has the case must. What an
 * incident told thousands is nobody's own letter, so there its author is spared.
 */
export function tellOfFailure(
  db: TenantDb,
  message: MessageRow,
  { assigneeId }: CaseRow,
  { state, at }: { state: 'failed' | 'unconfirmed'; at: Date },
): Statement[] {
  const { id, caseId, author } = message;
  const people = [...(isOfUpdate(message) ? [] : [author]), ...(assigneeId ? [assigneeId] : [])];
  const told = { kind: 'reply-failed' as const, messageId: id, state };
  return tellPeople(db, people, { caseId, by: 'worker', at, told });
}
