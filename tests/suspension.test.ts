import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { makePromise } from '#app/features/promise/make-promise.ts';
import { bookEntries } from '#app/features/receivable/book-entries.ts';
import { orderChange } from '#app/features/request/order-change.ts';
import { confirmSuspension, declineSuspension } from '#app/features/suspension/decide-proposal.ts';
import { followSuspensions, type Orders } from '#app/features/suspension/follow-suspensions.ts';
import { callSuspensionReaction } from '#app/features/suspension/move-suspension.ts';
import { restoreLine } from '#app/features/suspension/restore-line.ts';
import { commit } from '#db/commit.ts';
import { memberships, users } from '#db/control/schema.ts';
import { getSuspension } from '#db/tenant/queries/suspensions.ts';
import { suspensions } from '#db/tenant/schema/ladder.ts';
import { notices } from '#db/tenant/schema/notice.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { receivables } from '#db/tenant/schema/receivable.ts';
import { requests } from '#db/tenant/schema/request.ts';
import { lines } from '#db/tenant/schema/subscriber.ts';
import { seededLine } from './setup/seeded-line.ts';
import { addLine, lead, openWorld } from './setup/world.ts';

const hour = 3_600_000;
type World = Awaited<ReturnType<typeof openWorld>>;

/** One line with an overdue debt and a proposal to suspend it, at one carrier. */
async function openDebt(carrier: string) {
  const line = await seededLine(carrier, 4567);
  const world = await openWorld(carrier, { lines: [line] });
  const lineId = await addLine(world, line, carrier);
  let booked = 0;
  async function book(kind: 'charge' | 'payment', amountKopecks: number) {
    booked += 1;
    const { now } = world.desk();
    const today = now.toISOString().slice(0, 10);
    const whose = { accountNumber: null, msisdn: line.msisdn };
    const dueOn = kind === 'charge' ? '2026-02-20' : null;
    const on = kind === 'charge' ? '2026-02-01' : today;
    const origin = { source: 'file', sourceKey: `${kind}-${booked}`, fileId: null, note: null } as const;
    const desk = { db: world.db, by: 'billing', at: now, today, lane: 'interactive' as const };
    await bookEntries(desk, [{ ...origin, kind, amountKopecks, on, dueOn, whose }]);
  }
  await book('charge', 90_000);
  const [receivable] = await world.db.select().from(receivables);
  if (!receivable) throw new Error('Nothing is owed.');
  const suspensionId = uuid();
  const proposal = { receivableId: receivable.id, lineId, debtKopecks: 90_000, version: 1 };
  await commit(world.db, [
    world.db
      .insert(suspensions)
      .values({ id: suspensionId, state: 'proposed', proposedAt: world.desk().now, ...proposal }),
  ]);
  const desk = (actor = lead) => ({ ...world.desk(actor), timeZone: 'Europe/Moscow' });
  return {
    world,
    line,
    receivableId: receivable.id,
    suspensionId,
    desk,
    pay: () => book('payment', 90_000),
    confirm: () => confirmSuspension(desk(), { suspensionId, version: 1 }),
    state: async () => (await getSuspension(world.db, suspensionId))?.state,
    orders: async () => (await world.db.select().from(requests)).map(({ kind, state }) => `${kind} ${state}`),
    again: (times: number) => askAgain(world, receivable.id, times),
  };
}

/** The same work delivered again and again, as a queue may. */
async function askAgain(world: World, receivableId: string, times: number) {
  const { now } = world.desk();
  const calls = Array.from({ length: times }, () =>
    callSuspensionReaction(world.db, receivableId, { dueAt: now, now }),
  );
  await commit(world.db, calls);
  await world.settle(0);
}

describe.each(['mts', 'megafon', 'beeline'])('%s', (carrier) => {
  test('a confirmed line is suspended, and restored after the payment, each once', async () => {
    const debt = await openDebt(carrier);
    try {
      expect((await debt.confirm()).ok).toBe(true);
      await debt.again(3);
      await debt.world.settle(2 * hour);
      expect(await debt.state()).toBe('suspended');
      expect(debt.world.simulator.line(debt.line.msisdn)?.blocked).toBe('wish');
      await debt.pay();
      await debt.again(3);
      await debt.world.settle(2 * hour);
      expect(await debt.state()).toBe('restored');
      expect(debt.world.simulator.line(debt.line.msisdn)?.blocked).toBeNull();
      expect(debt.world.simulator.ledger()).toHaveLength(2);
      expect(await debt.orders()).toEqual(['line.block done', 'line.unblock done']);
    } finally {
      await debt.world.close();
    }
  });

  test('a payment before the request left takes it back', async () => {
    const debt = await openDebt(carrier);
    try {
      await debt.confirm();
      await debt.pay();
      await debt.world.settle(2 * hour);
      expect(await debt.state()).toBe('cancelled');
      expect(debt.world.simulator.ledger()).toEqual([]);
    } finally {
      await debt.world.close();
    }
  });

  test('a payment while the carrier is at it brings the line back at once', async () => {
    const debt = await openDebt(carrier);
    try {
      await debt.confirm();
      await debt.world.settle(0);
      expect(await debt.orders()).not.toEqual(['line.block cancelled']);
      await debt.pay();
      await debt.world.settle(2 * hour);
      expect(await debt.state()).toBe('restored');
      expect(debt.world.simulator.line(debt.line.msisdn)?.blocked).toBeNull();
      expect(debt.world.simulator.ledger()).toHaveLength(2);
    } finally {
      await debt.world.close();
    }
  });
});

test('what the carrier blocks meanwhile is shown, kept asking for and never called restored', async () => {
  const debt = await openDebt('mts');
  try {
    await debt.confirm();
    await debt.world.settle(2 * hour);
    const line = debt.world.simulator.line(debt.line.msisdn);
    if (line) line.blocked = 'operator';
    await debt.pay();
    await debt.world.settle(2 * hour);
    const row = await getSuspension(debt.world.db, debt.suspensionId);
    expect(row).toMatchObject({ state: 'restoring', why: 'blocked-by-operator', unblockRequestId: null });
    if (line) line.blocked = 'wish';
    await debt.world.settle(2 * hour);
    expect(await debt.state()).toBe('restored');
  } finally {
    await debt.world.close();
  }
});

test.each(['block', 'unblock'])(
  'killed between the %s and its note, the same request is found again',
  async (what) => {
    const debt = await openDebt('mts');
    const { world } = debt;
    try {
      await debt.confirm();
      if (what === 'unblock') {
        await world.settle(2 * hour);
        await debt.pay();
      }
      const killed: Orders = {
        async order(input) {
          await orderChange(world.desk(), input);
          throw new Error('killed');
        },
        recall: () => Promise.reject(new Error('Nothing was to be taken back.')),
      };
      const desk = { ...debt.desk(), control: world.databases.control, orders: killed };
      await expect(followSuspensions(desk, debt.receivableId)).rejects.toThrow('killed');
      await world.settle(2 * hour);
      expect(await debt.state()).toBe(what === 'block' ? 'suspended' : 'restored');
      expect(world.simulator.ledger()).toHaveLength(what === 'block' ? 1 : 2);
    } finally {
      await world.close();
    }
  },
);

test('the term begins the day after the payment and ends with its last day', async () => {
  const debt = await openDebt('mts');
  try {
    await debt.confirm();
    await debt.world.settle(2 * hour);
    await debt.pay();
    await debt.world.settle(2 * hour);
    const row = await getSuspension(debt.world.db, debt.suspensionId);
    expect(row?.restoreBy?.toISOString()).toBe('2026-03-05T21:00:00.000Z');
    expect(row?.paidAt).not.toBeNull();
  } finally {
    await debt.world.close();
  }
});

test('leads hear of a paid line a day before its term ends and when it has, once each', async () => {
  const debt = await openDebt('mts');
  const { world } = debt;
  const { control } = world.databases;
  try {
    await commit(control, [
      control
        .insert(users)
        .values({ id: 'lead-1', email: 'l@example.com', name: 'Вера', createdAt: new Date(0) }),
      control
        .insert(memberships)
        .values({ id: 'm1', userId: 'lead-1', tenantId: 't1', role: 'lead', createdAt: new Date(0) }),
    ]);
    await debt.confirm();
    await world.settle(2 * hour);
    const line = world.simulator.line(debt.line.msisdn);
    if (line) line.blocked = 'operator';
    await debt.pay();
    const told = async () =>
      (await world.db.select().from(notices)).map(({ source }) => source.split(' ')[1]);
    await world.settle(50 * hour);
    expect(await told()).toEqual([]);
    await world.settle(20 * hour);
    await debt.again(2);
    expect(await told()).toEqual(['due']);
    await world.settle(24 * hour);
    expect(await told()).toEqual(['due', 'missed']);
    if (line) line.blocked = 'wish';
    await world.settle(2 * hour);
    expect(await debt.state()).toBe('restored');
    expect((await world.db.select().from(notices)).every(({ readAt }) => readAt)).toBe(true);
  } finally {
    await world.close();
  }
});

test('a lead brings a line back before it is paid, and asks again where the carrier said no', async () => {
  const debt = await openDebt('mts');
  const { world, suspensionId, desk } = debt;
  const restore = async () =>
    restoreLine(desk(), {
      suspensionId,
      version: (await getSuspension(world.db, suspensionId))?.version ?? 0,
    });
  try {
    expect(await restore()).toMatchObject({ error: { code: 'suspension-move-not-allowed' } });
    await debt.confirm();
    await world.settle(2 * hour);
    expect((await restore()).ok).toBe(true);
    await commit(world.db, [world.db.delete(outbox).where(eq(outbox.queue, 'suspension-react'))]);
    await debt.again(1);
    expect(await restore()).toMatchObject({ error: { code: 'suspension-move-not-allowed' } });
    const row = await getSuspension(world.db, suspensionId);
    const unblock = row?.unblockRequestId ?? '';
    await commit(world.db, [
      world.db.delete(outbox),
      world.db.update(requests).set({ state: 'refused' }).where(eq(requests.id, unblock)),
    ]);
    const line = world.simulator.line(debt.line.msisdn);
    if (line) line.blocked = 'wish';
    expect((await restore()).ok).toBe(true);
    await world.settle(2 * hour);
    expect(await debt.state()).toBe('restored');
    expect(await debt.orders()).toEqual(['line.block done', 'line.unblock refused', 'line.unblock done']);
  } finally {
    await world.close();
  }
});

test('who may say yes, to what and once', async () => {
  const debt = await openDebt('mts');
  const { world, suspensionId, desk } = debt;
  const asked = { suspensionId, version: 1 };
  try {
    const agent = desk({ ...lead, roles: ['agent'] });
    expect(await confirmSuspension(agent, asked)).toMatchObject({ error: { code: 'forbidden' } });
    expect(await confirmSuspension(desk(), { ...asked, version: 2 })).toMatchObject({
      error: { code: 'conflict' },
    });
    await commit(world.db, [world.db.update(lines).set({ blockedBy: 'operator' })]);
    expect(await debt.confirm()).toMatchObject({ error: { code: 'line-blocked', by: 'operator' } });
    await commit(world.db, [world.db.update(lines).set({ blockedBy: null })]);
    const both = await Promise.all([debt.confirm(), debt.confirm()]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const declined = await declineSuspension(desk(), { suspensionId, version: 2, why: 'Платит завтра' });
    expect(declined).toMatchObject({ error: { code: 'suspension-move-not-allowed', state: 'confirmed' } });
  } finally {
    await world.close();
  }
});

test('a paid or a promised debt is not suspended, and its proposal goes by itself', async () => {
  const debt = await openDebt('mts');
  const { world, receivableId, desk } = debt;
  try {
    const parts = [{ on: '2026-03-04', kopecks: 90_000 }];
    const form = { formToken: uuid(), receivableId, parts, replaces: null };
    expect((await makePromise(desk(), form)).ok).toBe(true);
    expect(await debt.confirm()).toMatchObject({ error: { code: 'debt-held' } });
    await world.settle(0);
    expect(await debt.state()).toBe('cancelled');
    await debt.pay();
    await askAgain(world, receivableId, 2);
    expect(await debt.orders()).toEqual([]);
  } finally {
    await world.close();
  }
});
