import { z } from 'zod';
import { type CaseKind, type CaseState, priorities } from './case.ts';

/** What can be done to many cases at once. `null`: nobody's. */
export const BulkDeed = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('assign'), userId: z.uuid().nullable() }),
  z.strictObject({ type: z.literal('priority'), priority: z.enum(priorities) }),
  z.strictObject({ type: z.literal('topic'), topicId: z.uuid() }),
  z.strictObject({ type: z.literal('solve') }),
  z.strictObject({ type: z.literal('reopen') }),
]);
export type BulkDeed = z.infer<typeof BulkDeed>;

/** One piece of a bulk deed: the page sends as many as it needs, one after the other. */
export const bulkPiece = 100;
export const mostBulk = 10_000;
export const BulkForm = z.strictObject({
  deed: BulkDeed,
  caseIds: z.array(z.uuid()).min(1, 'required').max(bulkPiece, 'long'),
});

/** What came of one case. `undo`: the deed that takes it back; none: it cannot be, or nothing changed. */
export type BulkResult =
  | { id: string; number: number; isDone: true; undo: BulkDeed | null }
  | { id: string; number: number | null; isDone: false; code: string };

type Before = {
  state: CaseState;
  kind: CaseKind;
  assigneeId: string | null;
  priority: (typeof priorities)[number];
  topicId: string | null;
};

/** What takes a deed back, as the case was before. A topic that was not there cannot be taken away again. */
export function undoOf(deed: BulkDeed, before: Before): BulkDeed | null {
  switch (deed.type) {
    case 'assign':
      return { type: 'assign', userId: before.assigneeId };
    case 'priority':
      return { type: 'priority', priority: before.priority };
    case 'topic':
      return before.topicId ? { type: 'topic', topicId: before.topicId } : null;
    case 'solve':
      return { type: 'reopen' };
    case 'reopen':
      return { type: 'solve' };
  }
}
