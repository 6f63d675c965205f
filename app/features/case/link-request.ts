import { ok, type Result, refuse } from '#app/platform/result.ts';
import { getRequest } from '#db/tenant/queries/requests.ts';
import { caseRequests } from '#db/tenant/schema/case.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { type CaseDesk, type ChangedCase, changeCase } from './change-case.ts';

/** Says that a request was made to solve a case. A request serves one case: the last that was said. */
export function linkRequest(
  desk: CaseDesk,
  { caseId, requestId }: { caseId: string; requestId: string },
): Promise<Result<ChangedCase, CaseRefusal>> {
  const { db } = desk;
  return changeCase(desk, 'case:write', caseId, async () => {
    const request = await getRequest(db, requestId);
    if (!request) return refuse({ code: 'request-not-found' });
    const link = db
      .insert(caseRequests)
      .values({ caseId, requestId })
      .onConflictDoUpdate({ target: caseRequests.requestId, set: { caseId } });
    return ok({ event: 'request-linked', note: { requestId, number: request.number }, follow: [link] });
  });
}
