import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { type BulkDeed, type BulkResult, undoOf } from './bulk-deed.ts';
import type { CaseRefusal } from './case-refusal.ts';
import type { ChangedCase } from './change-case.ts';
import { classifyCase } from './classify-case.ts';
import { assignCase, releaseCase, reopenCase, type StaffDesk, solveCase } from './move-case.ts';

/** So many share a transaction; more would hold up whoever asks the server meanwhile. */
const together = 5;

/** Does one deed to each of a piece of cases; one that refuses does not stop the others. */
export async function changeCases(
  desk: StaffDesk,
  { deed, caseIds }: { deed: BulkDeed; caseIds: readonly string[] },
): Promise<Result<BulkResult[], CaseRefusal>> {
  if (!can(desk.actor, 'case:write')) return refuse({ code: 'forbidden', action: 'case:write' });
  const results: BulkResult[] = [];
  for (let from = 0; from < caseIds.length; from += together) {
    const some = caseIds.slice(from, from + together);
    results.push(...(await Promise.all(some.map((id) => changeOne(desk, deed, id)))));
  }
  return ok(results);
}

async function changeOne(desk: StaffDesk, deed: BulkDeed, id: string): Promise<BulkResult> {
  const before = await getCase(desk.db, id);
  if (!before) return { id, number: null, isDone: false, code: 'case-not-found' };
  const changed = await perform(desk, deed, id);
  if (!changed.ok) return { id, number: before.number, isDone: false, code: changed.error.code };
  return { id, number: before.number, isDone: true, undo: undoOf(deed, before) };
}

function perform(desk: StaffDesk, deed: BulkDeed, caseId: string): Promise<Result<ChangedCase, CaseRefusal>> {
  switch (deed.type) {
    case 'assign':
      return deed.userId ? assignCase(desk, { caseId, userId: deed.userId }) : releaseCase(desk, caseId);
    case 'priority':
      return classifyCase(desk, { caseId, priority: deed.priority });
    case 'topic':
      return classifyCase(desk, { caseId, topicId: deed.topicId });
    case 'solve':
      return solveCase(desk, { caseId });
    case 'reopen':
      return reopenCase(desk, { caseId, reason: 'bulk-undo' });
  }
}
