import { findBar } from '#app/features/admission/find-bar.ts';
import type { ComplaintStep } from '#app/features/complaint/complaint.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { complaintSteps as rows } from '#db/tenant/schema/case.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { type CaseDesk, type ChangedCase, changeCase } from './change-case.ts';

/** Writes one step of a complaint; written again, it is corrected. The lesson goes into the month's digest. */
export function takeComplaintStep(
  desk: CaseDesk,
  { caseId, step, text }: { caseId: string; step: ComplaintStep; text: string },
): Promise<Result<ChangedCase, CaseRefusal>> {
  const { db, actor, now } = desk;
  return changeCase(desk, 'case:write', caseId, async (row) => {
    if (row.kind !== 'complaint') return refuse({ code: 'not-a-complaint' });
    const bar = await findBar(desk, row);
    if (bar) return refuse(bar);
    const said = { text, by: actor.userId, at: now };
    const save = db
      .insert(rows)
      .values({ caseId, step, ...said })
      .onConflictDoUpdate({ target: [rows.caseId, rows.step], set: said });
    return ok({ event: 'complaint-step', note: { step }, follow: [save] });
  });
}
