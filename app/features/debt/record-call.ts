import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { callOutcomes } from '#app/features/ladder/ladder.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { getCallTask } from '#db/tenant/queries/call-tasks.ts';
import { callUndoMs, holderOf } from './call-task.ts';
import type { DebtRefusal } from './debt-refusal.ts';
import { type CallDesk, changeTask, endAttempt, findOpenCall, guardTask } from './take-call.ts';

export const OutcomeForm = z.object({
  outcome: z.enum(callOutcomes, { error: 'required' }),
  note: z.string().trim().max(1000, 'long').default(''),
});

/** How a call ended, told by whoever took it. */
export async function recordCall(
  desk: CallDesk,
  input: z.infer<typeof OutcomeForm> & { taskId: string },
): Promise<Result<null, DebtRefusal>> {
  const { db, actor, now } = desk;
  const found = await findOpenCall(desk, input.taskId);
  if (!found.ok) return found;
  const task = found.value;
  if (holderOf(task, now) !== actor.userId) return refuse({ code: 'call-taken' });
  const { outcome, note } = input;
  const done = { state: 'done' as const, outcome, note: note || null, doneBy: actor.userId, doneAt: now };
  const written = await commit(
    db,
    [
      guardTask(db, task),
      changeTask(db, task, done),
      endAttempt(db, task, { state: 'sent', sentAt: now, content: note ? `${outcome}: ${note}` : outcome }),
    ],
    [
      { topic: 'call-task', id: task.id },
      { topic: 'receivable', id: task.receivableId },
    ],
  );
  return written.ok ? ok(null) : refuse({ code: 'conflict' });
}

/** Takes an outcome back that was told by a slip: the call is his again. */
export async function undoCall(desk: CallDesk, taskId: string): Promise<Result<null, DebtRefusal>> {
  const { db, actor, now } = desk;
  if (!can(actor, 'debt:promise')) return refuse({ code: 'forbidden', action: 'debt:promise' });
  const task = await getCallTask(db, taskId);
  if (!task) return refuse({ code: 'call-not-found' });
  const { state, doneBy, doneAt } = task;
  const isInTime = doneAt !== null && now.getTime() - doneAt.getTime() <= callUndoMs;
  if (state !== 'done' || doneBy !== actor.userId || !isInTime) return refuse({ code: 'undo-too-late' });
  const open = { state: 'open' as const, outcome: null, note: null, doneBy: null, doneAt: null };
  const written = await commit(
    db,
    [
      guardTask(db, task),
      changeTask(db, task, open),
      endAttempt(db, task, { state: 'allowed', sentAt: null, content: '' }),
    ],
    [{ topic: 'call-task', id: task.id }],
  );
  return written.ok ? ok(null) : refuse({ code: 'conflict' });
}
