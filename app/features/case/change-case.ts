import { and, eq } from 'drizzle-orm';
import { type Action, type Actor, can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { type CaseRow, getCase } from '#db/tenant/queries/cases.ts';
import { caseEvents, cases } from '#db/tenant/schema/case.ts';
import { type CaseMoveName, type CaseMoveRefusal, type CaseState, decideCaseMove } from './case.ts';
import type { CaseRefusal } from './case-refusal.ts';

export type CaseDesk = { db: TenantDb; actor: Actor; now: Date };
export type ChangedCase = { id: string; number: number; state: CaseState; version: number };

type Settable = Partial<Omit<CaseRow, 'id' | 'number' | 'state' | 'version' | 'createdBy' | 'createdAt'>>;

/** Either a move of the table, or an event that leaves the state as it is. */
export type CaseChange = ({ move: CaseMoveName } | { event: string }) & {
  note?: Record<string, unknown>;
  set?: Settable;
};
export type Author = { by: 'person' | 'worker'; actor: string; at: Date };

/**
 * The statements of one change: the row with its next version, and the event. A lost race breaks the event's
 * key, so the batch they go into fails whole and `commit` reports the conflict.
 */
export function writeCaseChange(
  db: TenantDb,
  row: CaseRow,
  change: CaseChange,
  { by, actor, at }: Author,
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
  return { ok: true, changed: { ...row, ...set }, statements: [update, event] };
}

/** Several changes of one case in one batch, each from where the last one left it. */
export function writeCaseChanges(
  db: TenantDb,
  row: CaseRow,
  changes: readonly CaseChange[],
  author: Author,
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

type Decided = CaseChange & { follow?: Statement[] };

/** One change by a person: permission, the case as it is now, what `decide` makes of it, one batch. */
export async function changeCase(
  { db, actor, now }: CaseDesk,
  action: Action,
  caseId: string,
  decide: (row: CaseRow) => Decided | Promise<Result<Decided, CaseRefusal>>,
): Promise<Result<ChangedCase, CaseRefusal>> {
  if (!can(actor, action)) return refuse({ code: 'forbidden', action });
  const row = await getCase(db, caseId);
  if (!row) return refuse({ code: 'case-not-found' });
  const made = decide(row);
  const decided = made instanceof Promise ? await made : ok(made);
  if (!decided.ok) return decided;
  const { follow = [], ...change } = decided.value;
  const author = { by: 'person' as const, actor: actor.userId, at: now };
  const written = writeCaseChange(db, row, change, author);
  if (!written.ok) return written;
  const committed = await commit(db, [...written.statements, ...follow], [{ topic: 'case', id: row.id }]);
  if (!committed.ok) return refuse({ code: 'conflict' });
  const { id, number, state, version } = written.changed;
  return ok({ id, number, state, version });
}
