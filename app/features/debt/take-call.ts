import { eq, sql } from 'drizzle-orm';
import { type Actor, can } from '#app/features/access/can.ts';
import { findBar } from '#app/features/admission/find-bar.ts';
import { askGate } from '#app/features/outreach/ask-gate.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { isHeld, isOverdue } from '#app/features/suspension/overdue.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { type CallTaskRow, getCallTask, getLineToCall } from '#db/tenant/queries/call-tasks.ts';
import { getDebtFacts } from '#db/tenant/queries/suspensions.ts';
import { callTasks } from '#db/tenant/schema/ladder.ts';
import { outreachAttempts } from '#db/tenant/schema/outreach.ts';
import { holderOf } from './call-task.ts';
import type { DebtRefusal } from './debt-refusal.ts';

export type CallDesk = { db: TenantDb; actor: Actor; now: Date; timeZone: string };

/**
 * Gives a call to one agent. The gate is asked before he dials: the call counts from here, and two agents cannot
 * have it at once. A task that is taken anew is another call.
 */
export async function takeCall(desk: CallDesk, taskId: string): Promise<Result<null, DebtRefusal>> {
  const { db, actor, now } = desk;
  const found = await findOpenCall(desk, taskId);
  if (!found.ok) return found;
  const task = found.value;
  if (holderOf(task, now) === actor.userId) return ok(null);
  const fault = await faultOf(desk, task);
  if (fault) return refuse(fault);
  const line = await getLineToCall(db, task.receivableId);
  if (!line) return refuse({ code: 'no-number' });
  const bar = await findBar(desk, line);
  if (bar) return refuse(bar);
  const taken = { takenBy: actor.userId, takenAt: now, version: task.version + 1 };
  const asked = await askGate(
    db,
    {
      sendKey: sendKeyOf({ ...task, ...taken }),
      purpose: 'collection',
      channel: 'call',
      by: actor.userId,
      subscriberId: line.subscriberId,
      lineId: line.id,
      receivableId: task.receivableId,
      address: line.msisdn,
      content: '',
    },
    now,
  );
  if (!asked.verdict.ok) return refusedByGate(db, asked.verdict.error, asked.statements);
  const written = await commit(
    db,
    [guardTask(db, task), changeTask(db, task, taken), ...asked.statements],
    [{ topic: 'call-task', id: task.id }],
  );
  return written.ok ? ok(null) : refuse({ code: 'conflict' });
}

type GateError = Extract<Awaited<ReturnType<typeof askGate>>['verdict'], { ok: false }>['error'];

async function refusedByGate(db: TenantDb, error: GateError, statements: Statement[]) {
  if (statements.length > 0) await commit(db, statements);
  if (error.code !== 'contact-refused') return refuse({ code: 'conflict' as const });
  return refuse({ code: 'call-refused' as const, rule: error.rule, until: error.until });
}

async function faultOf({ db, now, timeZone }: CallDesk, { receivableId }: CallTaskRow) {
  const debt = await getDebtFacts(db, receivableId);
  if (!debt || !isOverdue(debt, dateAt(now.getTime(), timeZone))) return { code: 'nothing-overdue' as const };
  return isHeld(debt) ? { code: 'debt-held' as const } : null;
}

/** An open call that no colleague has. */
export async function findOpenCall(
  { db, actor, now }: CallDesk,
  taskId: string,
): Promise<Result<CallTaskRow, DebtRefusal>> {
  if (!can(actor, 'debt:promise')) return refuse({ code: 'forbidden', action: 'debt:promise' });
  const task = await getCallTask(db, taskId);
  if (!task) return refuse({ code: 'call-not-found' });
  if (task.state !== 'open') return refuse({ code: 'call-over' });
  const holder = holderOf(task, now);
  return holder && holder !== actor.userId ? refuse({ code: 'call-taken' }) : ok(task);
}

/** Puts a call back that was not made: it counts against nobody's limits. */
export async function releaseCall(desk: CallDesk, taskId: string): Promise<Result<null, DebtRefusal>> {
  const { db, actor, now } = desk;
  const found = await findOpenCall(desk, taskId);
  if (!found.ok) return found;
  const task = found.value;
  if (holderOf(task, now) !== actor.userId) return ok(null);
  const free = { takenBy: null, takenAt: null, version: task.version + 1 };
  const written = await commit(
    db,
    [
      guardTask(db, task),
      changeTask(db, task, free),
      endAttempt(db, task, { state: 'failed', failure: 'not-called' }),
    ],
    [{ topic: 'call-task', id: task.id }],
  );
  return written.ok ? ok(null) : refuse({ code: 'conflict' });
}

/**
 * Fails the batch on the task's own key when somebody has changed it since it was read: without it the gate would
 * count a call that nobody has.
 */
export function guardTask(db: TenantDb, { id, version }: CallTaskRow): Statement {
  return db
    .insert(callTasks)
    .select(sql`select * from call_tasks where id = ${id} and version <> ${version}`);
}

export function changeTask(db: TenantDb, task: CallTaskRow, set: Partial<CallTaskRow>): Statement {
  return db
    .update(callTasks)
    .set({ ...set, version: task.version + 1 })
    .where(eq(callTasks.id, task.id));
}

/** The gate's name of the call that was taken in this moment. */
function sendKeyOf({ id, takenAt }: Pick<CallTaskRow, 'id' | 'takenAt'>): string {
  return `call-${id}-${takenAt?.getTime() ?? 0}`;
}

export function endAttempt(
  db: TenantDb,
  task: CallTaskRow,
  set: Partial<typeof outreachAttempts.$inferInsert>,
): Statement {
  return db
    .update(outreachAttempts)
    .set(set)
    .where(eq(outreachAttempts.sendKey, sendKeyOf(task)));
}
