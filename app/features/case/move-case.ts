import type { Result } from '#app/platform/result.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { type CaseDesk, type ChangedCase, changeCase } from './change-case.ts';

type Moved = Promise<Result<ChangedCase, CaseRefusal>>;

/** Gives a case to a colleague or to oneself. */
export function assignCase(desk: CaseDesk, input: { caseId: string; userId: string }): Moved {
  return changeCase(desk, 'case:write', input.caseId, (row) => ({
    move: 'take',
    note: { from: row.assigneeId, to: input.userId },
    set: { assigneeId: input.userId },
  }));
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
  return changeCase(desk, 'case:write', caseId, (row) => ({
    move: 'solve',
    set: { isSolvedAtFirst, topicId: topicId ?? row.topicId, snoozedUntil: null },
  }));
}

export function reopenCase(desk: CaseDesk, input: { caseId: string; reason: string }): Moved {
  const note = { reason: input.reason };
  return changeCase(desk, 'case:write', input.caseId, () => ({ move: 'reopen', note }));
}
