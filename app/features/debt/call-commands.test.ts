import { setImmediate } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { lawfulLimits } from '#app/features/outreach/contact-sources.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getCallTask } from '#db/tenant/queries/call-tasks.ts';
import { callTasks } from '#db/tenant/schema/ladder.ts';
import { contactRules, outreachAttempts, outreachRefusals } from '#db/tenant/schema/outreach.ts';
import { receivables } from '#db/tenant/schema/receivable.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine } from '#seeds/factories.ts';
import { askForPass } from '#tests/setup/test-admission.ts';
import { addReceivable } from '#tests/setup/test-receivables.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { callUndoMs } from './call-task.ts';
import { recordCall, undoCall } from './record-call.ts';
import { releaseCall, takeCall } from './take-call.ts';

const agent: Actor = { userId: 'agent-1', name: 'Олег Агентов', roles: ['agent'] };
const colleague: Actor = { ...agent, userId: 'agent-2' };
const noon = new Date('2026-03-02T09:00:00Z');
let db: TenantDb;
let made = 0;
beforeAll(async () => {
  db = (await openTestTenant()).db;
  await commit(db, [
    db.insert(contactRules).values({
      id: 'rules',
      from: new Date(0),
      mode: 'creditor',
      limits: lawfulLimits,
      creditorName: 'Волна',
      creditorPhone: '+74950000000',
      callLabel: 'Волна',
      setBy: 'm',
      setAt: noon,
    }),
  ]);
});

const desk = (actor = agent, now = noon) => ({ db, actor, now, timeZone: 'Europe/Moscow' });
const later = (ms: number) => new Date(noon.getTime() + ms);
async function task() {
  made += 1;
  const [id, receivableId] = [uuid(), `r-${made}`];
  await addReceivable(db, receivableId, [{ dueOn: '2026-02-20', kopecks: 100 }]);
  await commit(db, [
    db
      .insert(lines)
      .values(makeLine(made, { subscriberId: `s-${receivableId}`, msisdn: `+7916000000${made}` })),
    db
      .insert(callTasks)
      .values({ id, receivableId, on: '2026-03-02', state: 'open', version: 1, createdAt: noon }),
  ]);
  return { id, receivableId };
}
const attemptsOf = (receivableId: string) =>
  db.select().from(outreachAttempts).where(eq(outreachAttempts.receivableId, receivableId)).all();

test('of two agents one has the call, and the gate has counted it once', async () => {
  const { id, receivableId } = await task();
  const both = await Promise.all([takeCall(desk(), id), takeCall(desk(colleague), id)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await attemptsOf(receivableId)).toMatchObject([{ state: 'allowed', channel: 'call' }]);
});

/** Each question takes a turn of the event loop, as at a server: others come in between. */
async function atADistance<T>(act: () => Promise<T>): Promise<T> {
  const { execute } = db.$client;
  db.$client.execute = async (...asked: Parameters<typeof execute>) => {
    await setImmediate();
    return execute.apply(db.$client, asked);
  };
  try {
    return await act();
  } finally {
    db.$client.execute = execute;
  }
}

test.each(Array.from({ length: 12 }, (_, turns) => turns))(
  'whoever is slower by %i turns of the event loop leaves no call behind that nobody has',
  async (turns) => {
    const { id, receivableId } = await task();
    // A company's debt has no caps: the gate alone would let both through.
    await commit(db, [
      db
        .update(subscribers)
        .set({ kind: 'company' })
        .where(eq(subscribers.id, `s-${receivableId}`)),
    ]);
    const slower = async () => {
      for (let turn = 0; turn < turns; turn++) await setImmediate();
      return takeCall(desk(colleague, later(1)), id);
    };
    const both = await atADistance(() => Promise.all([takeCall(desk(), id), slower()]));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await attemptsOf(receivableId)).toHaveLength(1);
  },
);

test('a call that was taken is told by its holder only, and once', async () => {
  const { id, receivableId } = await task();
  await takeCall(desk(), id);
  const told = { taskId: id, outcome: 'no-answer' as const, note: '' };
  expect(await recordCall(desk(colleague), told)).toMatchObject({ error: { code: 'call-taken' } });
  expect((await recordCall(desk(), told)).ok).toBe(true);
  expect(await recordCall(desk(), told)).toMatchObject({ error: { code: 'call-over' } });
  expect(await attemptsOf(receivableId)).toMatchObject([{ state: 'sent', content: 'no-answer' }]);
});

test('an outcome is taken back for some seconds, by whoever told it', async () => {
  const { id } = await task();
  await takeCall(desk(), id);
  await recordCall(desk(), { taskId: id, outcome: 'paid', note: 'Вчера' });
  expect(await undoCall(desk(colleague), id)).toMatchObject({ error: { code: 'undo-too-late' } });
  expect(await undoCall(desk(agent, later(callUndoMs + 1)), id)).toMatchObject({
    error: { code: 'undo-too-late' },
  });
  expect((await undoCall(desk(agent, later(callUndoMs)), id)).ok).toBe(true);
  expect(await getCallTask(db, id)).toMatchObject({ state: 'open', outcome: null, takenBy: agent.userId });
});

test('a call that was put back counts against nobody', async () => {
  const { id, receivableId } = await task();
  await takeCall(desk(), id);
  expect((await releaseCall(desk(), id)).ok).toBe(true);
  expect(await attemptsOf(receivableId)).toMatchObject([{ state: 'failed' }]);
  expect((await takeCall(desk(colleague, later(1000)), id)).ok).toBe(true);
});

test('at night nobody is called, and that is kept with its rule', async () => {
  const { id, receivableId } = await task();
  const night = new Date('2026-03-02T20:00:00Z');
  const refused = await takeCall(desk(agent, night), id);
  expect(refused).toMatchObject({ error: { code: 'call-refused', rule: 'hours' } });
  const kept = await db
    .select()
    .from(outreachRefusals)
    .where(eq(outreachRefusals.receivableId, receivableId));
  expect(kept).toHaveLength(1);
  expect(await getCallTask(db, id)).toMatchObject({ takenBy: null });
});

test('who has paid is not called', async () => {
  const { id, receivableId } = await task();
  const paid = { balanceKopecks: 0, oldestDueOn: null };
  await commit(db, [db.update(receivables).set(paid).where(eq(receivables.id, receivableId))]);
  expect(await takeCall(desk(), id)).toMatchObject({ error: { code: 'nothing-overdue' } });
});

test('without a pass for its carrier nobody is given a call', async () => {
  const { id } = await task();
  await askForPass(db, 'mts', noon);
  const refused = { ok: false, error: { code: 'not-admitted', carrier: 'mts' } };
  expect(await takeCall(desk(), id)).toEqual(refused);
});
