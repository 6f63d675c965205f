import { createContext, useContext } from 'react';
import type { ListedCase } from './read-case-list.ts';

/** What a deed makes of a case, shown at once and taken back when the server says no. */
export type CasePatch = Partial<
  Pick<ListedCase, 'state' | 'assigneeId' | 'assignee' | 'priority' | 'kind' | 'snoozedUntil' | 'topicTitle'>
> & { isFollowed?: boolean };

type Sending = { path: string; body: Record<string, string | number | boolean | null> };
/** One thing done to one case. `path`: below the case's address. */
export type Deed = Sending & {
  caseId: string;
  /** Said when it is done. */
  message: string;
  patch?: CasePatch;
  undo?: Sending;
};
export type CaseDeeds = {
  perform(deed: Deed): void;
  undoLast(): void;
  /** The case as it will be once everything under way is done. */
  patched<T extends { id: string }>(one: T): T;
};

export const CaseDeedsContext = createContext<CaseDeeds | null>(null);

/** Deeds on cases: optimistic, told, undoable. Throws outside the pages of cases. */
export function useCaseDeeds(): CaseDeeds {
  const deeds = useContext(CaseDeedsContext);
  if (!deeds) throw new Error('useCaseDeeds is for pages under desk/cases.');
  return deeds;
}
