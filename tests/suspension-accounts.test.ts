import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { confirmAccount } from '#app/features/suspension/confirm-account.ts';
import { confirmSuspension, declineSuspension } from '#app/features/suspension/decide-proposal.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listLinesToStop } from '#db/tenant/queries/suspensions.ts';
import { callTasks, suspensions } from '#db/tenant/schema/ladder.ts';
import { billingAccounts, receivables } from '#db/tenant/schema/receivable.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { openContract } from './setup/contract-world.ts';
import { lead } from './setup/world.ts';

const hour = 3_600_000;

describe.each(['mts', 'megafon', 'beeline'])('three lines of a contract at %s', (carrier) => {
  test('one yes suspends each once, and money brings all of them back within the term', async () => {
    const contract = await openContract(carrier, 'suspension');
    const { world } = contract;
    try {
      expect(await contract.states()).toEqual(['proposed', 'proposed', 'proposed']);
      expect(await world.db.select().from(callTasks)).toEqual([]);
      const both = await Promise.all([contract.confirm(), contract.confirm()]);
      expect(both.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { confirmed: 3, dropped: 0 } }]);
      await contract.again(3);
      await world.settle(3 * hour);
      expect(contract.blocked()).toEqual(['wish', 'wish', 'wish']);
      expect(await contract.states()).toEqual(['suspended', 'suspended', 'suspended']);
      await contract.pay(50_000);
      await world.settle(hour);
      expect(await contract.states()).toEqual(['suspended', 'suspended', 'suspended']);
      await contract.pay(40_000);
      await contract.again(3);
      await world.settle(3 * hour);
      expect(contract.blocked()).toEqual([null, null, null]);
      const rows = await contract.rows();
      expect(rows.map(({ state }) => state)).toEqual(['restored', 'restored', 'restored']);
      for (const { restoredAt, restoreBy } of rows)
        expect(restoredAt?.getTime()).toBeLessThan(restoreBy?.getTime() ?? 0);
      expect(world.simulator.ledger()).toHaveLength(6);
    } finally {
      await world.close();
    }
  });

  test('money between the yes and the sending takes all of them back', async () => {
    const contract = await openContract(carrier, 'suspension');
    try {
      await contract.confirm();
      await contract.pay();
      await contract.world.settle(3 * hour);
      expect(await contract.states()).toEqual(['cancelled', 'cancelled', 'cancelled']);
      expect(contract.world.simulator.ledger()).toEqual([]);
    } finally {
      await contract.world.close();
    }
  });
});

test('what fails for one line is told of that line, and the others go on', async () => {
  const contract = await openContract('mts', 'suspension');
  const { world, three } = contract;
  try {
    await commit(world.db, [
      world.db
        .update(lines)
        .set({ blockedBy: 'operator' })
        .where(eq(lines.msisdn, three[0]?.msisdn ?? '')),
    ]);
    const [first, second] = three.map(({ msisdn }) => world.simulator.line(msisdn));
    for (const line of [first, second]) if (line) line.blocked = 'operator';
    expect(await contract.confirm()).toEqual({ ok: true, value: { confirmed: 2, dropped: 1 } });
    await world.settle(3 * hour);
    expect(await contract.rows()).toMatchObject([
      { state: 'cancelled', why: 'blocked-by-operator', blockRequestId: null },
      {
        state: 'cancelled',
        why: expect.stringMatching(/blocked-by-operator|carrier-refuses|request-refused/),
      },
      { state: 'suspended', why: null },
    ]);
    expect(world.simulator.ledger()).toHaveLength(1);
  } finally {
    await world.close();
  }
});

test('who has not seen all lines looks again, and whoever paid or may not is refused', async () => {
  const contract = await openContract('mts', 'suspension');
  const { world, receivableId, desk } = contract;
  const asked = { receivableId, measure: 'suspension' as const, lines: 3 };
  try {
    expect(await contract.confirm(2)).toMatchObject({ error: { code: 'conflict' } });
    const agent = { ...desk(), actor: { ...lead, roles: ['agent' as const] } };
    expect(await confirmAccount(agent, asked)).toMatchObject({ error: { code: 'forbidden' } });
    const [first] = await contract.rows();
    const no = { suspensionId: first?.id ?? '', version: 1, why: 'Номер скорой помощи' };
    expect((await declineSuspension(desk(), no)).ok).toBe(true);
    expect(await contract.confirm(3)).toMatchObject({ error: { code: 'conflict' } });
    await contract.pay();
    expect(await contract.confirm(2)).toMatchObject({ error: { code: 'nothing-overdue' } });
    await world.settle(0);
    expect(await contract.confirm(2)).toMatchObject({ error: { code: 'suspension-not-found' } });
    expect(await contract.states()).toEqual(['declined', 'cancelled', 'cancelled']);
  } finally {
    await world.close();
  }
});

test('a restriction lies with people, line by line, and is lifted by people when it is paid', async () => {
  const contract = await openContract('megafon', 'restriction');
  try {
    await contract.confirm();
    await contract.again(2);
    expect(await contract.orders()).toEqual(['other manual', 'other manual', 'other manual']);
    await contract.fulfil();
    expect(await contract.states()).toEqual(['suspended', 'suspended', 'suspended']);
    await contract.pay();
    await contract.world.settle(hour);
    expect(await contract.states()).toEqual(['restoring', 'restoring', 'restoring']);
    expect((await contract.orders()).filter((order) => order === 'other manual')).toHaveLength(3);
    await contract.fulfil();
    expect(await contract.states()).toEqual(['restored', 'restored', 'restored']);
    expect(contract.world.simulator.ledger()).toEqual([]);
  } finally {
    await contract.world.close();
  }
});

test('money takes back a restriction that nobody has carried out yet', async () => {
  const contract = await openContract('mts', 'restriction');
  try {
    await contract.confirm();
    await contract.world.settle(0);
    await contract.pay();
    await contract.world.settle(hour);
    expect(await contract.orders()).toEqual(['other cancelled', 'other cancelled', 'other cancelled']);
    expect(await contract.states()).toEqual(['cancelled', 'cancelled', 'cancelled']);
  } finally {
    await contract.world.close();
  }
});

test('a contract that is over stays so, and nothing is brought back on its lines', async () => {
  const contract = await openContract('beeline', 'ending');
  const { world, receivableId } = contract;
  try {
    const [first] = await contract.rows();
    const suspended = { receivableId, lineId: first?.lineId ?? '', debtKopecks: 90_000, version: 1 };
    await commit(world.db, [
      world.db.update(lines).set({ blockedBy: 'wish' }),
      world.db
        .insert(suspensions)
        .values({ id: 'before', state: 'suspended', proposedAt: new Date(0), ...suspended }),
    ]);
    expect(await contract.confirm()).toEqual({ ok: true, value: { confirmed: 3, dropped: 0 } });
    await world.settle(0);
    expect(await contract.orders()).toEqual(['other manual', 'other manual', 'other manual']);
    await contract.fulfil();
    const rows = await contract.rows();
    expect(rows.filter(({ measure }) => measure === 'ending')).toMatchObject(
      Array.from({ length: 3 }, () => ({ state: 'concluded' })),
    );
    expect(rows.find(({ id }) => id === 'before')).toMatchObject({
      state: 'cancelled',
      why: 'contract-ended',
    });
    await contract.pay();
    await world.settle(hour);
    expect(await contract.orders()).toEqual(['other done', 'other done', 'other done']);
  } finally {
    await world.close();
  }
});

test('lines of another account of the same subscriber are left alone', async () => {
  const contract = await openContract('mts', 'suspension');
  const { world } = contract;
  try {
    const { db } = world;
    const [line] = await db.select().from(lines);
    const at = { createdAt: new Date(0) };
    await commit(db, [
      db.delete(suspensions),
      db
        .insert(billingAccounts)
        .values({ id: 'b2', subscriberId: line?.subscriberId ?? '', number: 'Б-2', ...at }),
      db.insert(receivables).values({
        id: 'r2',
        accountId: 'b2',
        lineId: line?.id ?? '',
        balanceKopecks: 0,
        version: 1,
        changedAt: new Date(0),
      }),
    ]);
    const found = await listLinesToStop(db, [contract.receivableId]);
    expect(found.map(({ lineId }) => lineId)).not.toContain(line?.id);
    expect(found).toHaveLength(2);
  } finally {
    await world.close();
  }
});

const blockFirst = (db: TenantDb) => [
  db.update(lines).set({ blockedBy: 'operator' }).where(eq(lines.msisdn, '+79161234567')),
];

test.each([
  ['restriction', 2],
  ['suspension', 2],
  ['ending', 3],
] as const)(
  'of a line that does not work no %s is proposed, but its contract may end',
  async (measure, proposed) => {
    const contract = await openContract('mts', measure, blockFirst);
    try {
      expect(await contract.states()).toHaveLength(proposed);
    } finally {
      await contract.world.close();
    }
  },
);

test('the contract of a line that does not work is ended by one yes, too', async () => {
  const contract = await openContract('mts', 'ending', blockFirst);
  try {
    for (const { id } of await contract.rows()) {
      const asked = { suspensionId: id, version: 1 };
      expect(await confirmSuspension(contract.desk(), asked)).toEqual({ ok: true, value: null });
    }
  } finally {
    await contract.world.close();
  }
});

test('of an account without a line a person is told', async () => {
  const away = {
    id: 'other',
    kind: 'person',
    name: 'Б',
    contractNumber: 'Д-0',
    createdAt: new Date(0),
  } as const;
  const contract = await openContract('mts', 'suspension', (db) => [
    db.insert(subscribers).values(away),
    db.update(lines).set({ subscriberId: 'other' }),
  ]);
  try {
    expect(await contract.states()).toEqual([]);
    expect(await contract.world.db.select().from(callTasks)).toMatchObject([{ state: 'open' }]);
  } finally {
    await contract.world.close();
  }
});
