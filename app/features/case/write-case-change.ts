import { and, eq } from 'drizzle-orm';
import { settleWork } from '#app/features/points/settle-work.ts';
import { clockWork } from '#app/features/sla/clock-work.ts';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import type { CaseRow } from '#db/tenant/queries/cases.ts';
import { caseEvents, cases } from '#db/tenant/schema/case.ts';
import { type CaseMoveName, type CaseMoveRefusal, decideCaseMove } from './case.ts';

type Settable = Partial<Omit<CaseRow, 'id' | 'number' | 'state' | 'version' | 'createdBy' | 'createdAt'>>;

/** Either a move of the table, or an event that leaves the state as it is. */
export type CaseChange = ({ move: CaseMoveName } | { event: string }) & {
  note?: Record<string, unknown>;
  set?: Settable;
};
export type CaseAuthor = { by: 'person' | 'worker'; actor: string; at: Date };

/**
 * The statements of one change: the row with its next version, and the event. A lost race breaks the event's
 * key, so the batch they go into fails whole and `commit` reports the conflict.
 */
export function writeCaseChange(
  db: TenantDb,
  row: CaseRow,
  change: CaseChange,
  { by, actor, at }: CaseAuthor,
): { ok: true; changed: CaseRow; statements: Statement[] } | { ok: false; error: CaseMoveRefusal } {
  const decided =
    'move' in change
      ? decideCaseMove(row.state, change.move, by)
      : { ok: true as const, to: row.state, event: change.event };
  if (!decided.ok) return decided;
  const set = { ...change.set, state: decided.to, version: row.version + 1, changedAt: at };
  const update = db
    .update(cases)
    .set(set)
    .where(and(eq(cases.id, row.id), eq(cases.version, row.version)));
  const event = db.insert(caseEvents).values({
    caseId: row.id,
    version: set.version,
    event: decided.event,
    fromState: row.state,
    toState: decided.to,
    at,
    actor,
    note: change.note ?? null,
  });
  const look = callFor(db, clockWork(row.id, set.version, at), at);
  // Only a case that is solved, or was, has brought somebody points.
  const isCredited = row.state === 'solved' || decided.to === 'solved';
  const credit = isCredited ? [callFor(db, settleWork('case', row.id, at), at)] : [];
  return { ok: true, changed: { ...row, ...set }, statements: [update, event, look, ...credit] };
}

/** Several changes of one case in one batch, each from where the last one left it. */
export function writeCaseChanges(
  db: TenantDb,
  row: CaseRow,
  changes: readonly CaseChange[],
  author: CaseAuthor,
): ReturnType<typeof writeCaseChange> {
  let changed = row;
  const statements: Statement[] = [];
  for (const change of changes) {
    const written = writeCaseChange(db, changed, change, author);
    if (!written.ok) return written;
    changed = written.changed;
    statements.push(...written.statements);
  }
  return { ok: true, changed, statements };
}
