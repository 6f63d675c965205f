import { isBarred } from '#app/features/admission/bars.ts';
import { findBar } from '#app/features/admission/find-bar.ts';
import { readBars } from '#app/features/admission/read-bars.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { isColleague } from '#db/control/queries/colleagues.ts';
import type { ControlDb } from '#db/open.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { type CaseDesk, type ChangedCase, changeCase } from './change-case.ts';

/** A desk that knows who serves the client company. */
export type StaffDesk = CaseDesk & { control: ControlDb };
type Moved = Promise<Result<ChangedCase, CaseRefusal>>;

/**
 * Gives a case to a colleague or to oneself; nobody gets work of a client company that he does not serve, or of a
 * carrier whose test he has not passed.
 */
export function assignCase(desk: StaffDesk, input: { caseId: string; userId: string }): Moved {
  return changeCase(desk, 'case:write', input.caseId, async (row) => {
    const serves = await isColleague(desk.control, desk.db.tenantId, input.userId);
    if (!serves) return refuse({ code: 'person-not-found' });
    const barsFor = await readBars(desk.db, [input.userId], desk.now);
    if (isBarred(barsFor(input.userId), row.carrier)) return refuse({ code: 'assignee-not-admitted' });
    const note = { from: row.assigneeId, to: input.userId };
    return ok({ move: 'take', note, set: { assigneeId: input.userId } });
  });
}

/** Puts a case back for whoever is free. */
export function releaseCase(desk: CaseDesk, caseId: string): Moved {
  return changeCase(desk, 'case:write', caseId, (row) => ({
    event: 'released',
    note: { from: row.assigneeId },
    set: { assigneeId: null },
  }));
}

/** Nothing can be done until the subscriber answers: the clock stands still. */
export function awaitSubscriber(desk: CaseDesk, input: { caseId: string; reason: string }): Moved {
  const note = { reason: input.reason };
  return changeCase(desk, 'case:write', input.caseId, () => ({ move: 'wait', note }));
}

export function resumeCase(desk: CaseDesk, caseId: string): Moved {
  return changeCase(desk, 'case:write', caseId, () => ({ move: 'resume' }));
}

export function solveCase(
  desk: CaseDesk,
  input: { caseId: string; isSolvedAtFirst?: boolean; topicId?: string },
): Moved {
  const { caseId, isSolvedAtFirst = false, topicId } = input;
  return changeCase(desk, 'case:write', caseId, async (row) => {
    const bar = await findBar(desk, row);
    if (bar) return refuse(bar);
    const set = { isSolvedAtFirst, topicId: topicId ?? row.topicId, snoozedUntil: null };
    return ok({ move: 'solve', set });
  });
}

export function reopenCase(desk: CaseDesk, input: { caseId: string; reason: string }): Moved {
  const note = { reason: input.reason };
  return changeCase(desk, 'case:write', input.caseId, () => ({ move: 'reopen', note }));
}
