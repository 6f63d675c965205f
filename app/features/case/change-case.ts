import { type Action, type Actor, can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { type CaseRow, getCase } from '#db/tenant/queries/cases.ts';
import type { CaseState } from './case.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { type CaseChange, writeCaseChange } from './write-case-change.ts';

export type CaseDesk = { db: TenantDb; actor: Actor; now: Date };
export type ChangedCase = { id: string; number: number; state: CaseState; version: number };

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
