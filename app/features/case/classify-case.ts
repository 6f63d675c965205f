import type { Result } from '#app/platform/result.ts';
import type { CaseKind, Priority } from './case.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { type CaseDesk, type ChangedCase, changeCase } from './change-case.ts';

/** What a person may say of a case without moving it. */
export type Classification = { kind?: CaseKind; priority?: Priority; topicId?: string; subject?: string };

/** Says what a case is; the event keeps what it was before. A new priority keeps the time consumed. */
export function classifyCase(
  desk: CaseDesk,
  { caseId, ...set }: Classification & { caseId: string },
): Promise<Result<ChangedCase, CaseRefusal>> {
  return changeCase(desk, 'case:write', caseId, (row) => {
    const before = Object.fromEntries(Object.keys(set).map((key) => [key, row[key as keyof typeof set]]));
    return { event: 'classified', note: { before, after: set }, set };
  });
}
