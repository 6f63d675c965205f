import { ok, type Result, refuse } from '#app/platform/result.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { type CaseDesk, type ChangedCase, changeCase } from './change-case.ts';

/** Hides a case from the queue until then, or shows it again; its clock runs on, and a new message shows it. */
export function snoozeCase(
  desk: CaseDesk,
  { caseId, until }: { caseId: string; until: Date | null },
): Promise<Result<ChangedCase, CaseRefusal>> {
  return changeCase(desk, 'case:write', caseId, async () => {
    if (until && until <= desk.now) return refuse({ code: 'date-in-the-past' });
    const event = until ? 'snoozed' : 'unsnoozed';
    return ok({ event, note: { until }, set: { snoozedUntil: until } });
  });
}
