import { expect, test } from 'vitest';
import { confirmSuspension } from '#app/features/suspension/decide-proposal.ts';
import { sumOtherDebts } from '#db/tenant/queries/other-debts.ts';
import { openContract } from './setup/contract-world.ts';

const hour = 3_600_000;
type Contract = Awaited<ReturnType<typeof openContract>>;

async function oweByItself({ three, book, night }: Contract): Promise<string> {
  const msisdn = three[0]?.msisdn ?? '';
  await book('charge', 30_000, msisdn);
  await night();
  return msisdn;
}

test('what was switched off for two debts works again when neither is owed', async () => {
  const contract = await openContract('mts', 'suspension');
  const { world } = contract;
  try {
    const msisdn = await oweByItself(contract);
    expect(await contract.states()).toEqual(['proposed', 'proposed', 'proposed']);
    const owed = await sumOtherDebts(world.db, '2999-01-01');
    expect(owed.map(({ kopecks }) => kopecks)).toEqual([30_000]);
    await contract.confirm();
    await world.settle(3 * hour);
    expect(contract.blocked()).toEqual(['wish', 'wish', 'wish']);
    await contract.pay();
    await contract.again(3);
    await world.settle(3 * hour);
    expect(contract.blocked()).toEqual(['wish', null, null]);
    const kept = (await contract.rows()).find(({ state }) => state === 'suspended');
    expect(kept).toMatchObject({ why: 'other-debt', restoreBy: null });
    world.pass(100 * hour);
    const paidAt = world.desk().now;
    await contract.book('payment', 30_000, msisdn);
    await world.settle(3 * hour);
    expect(contract.blocked()).toEqual([null, null, null]);
    const restored = (await contract.rows()).find(({ id }) => id === kept?.id);
    expect(restored).toMatchObject({ state: 'restored', why: null });
    expect(restored?.restoreBy?.getTime()).toBeGreaterThan(paidAt.getTime() + 72 * hour);
    expect(world.simulator.ledger()).toHaveLength(6);
  } finally {
    await world.close();
  }
});

test('a debt that asked after the yes keeps nothing off, and is decided on by a person', async () => {
  const contract = await openContract('mts', 'suspension');
  const { world } = contract;
  try {
    await contract.confirm();
    await world.settle(3 * hour);
    const msisdn = await oweByItself(contract);
    expect(await contract.rows()).toHaveLength(3);
    await contract.pay();
    await world.settle(3 * hour);
    expect(contract.blocked()).toEqual([null, null, null]);
    const [proposal, ...others] = (await contract.rows()).filter(({ state }) => state === 'proposed');
    expect(proposal).toMatchObject({ debtKopecks: 30_000, version: 1, decidedBy: null });
    expect(others).toEqual([]);
    const suspensionId = proposal?.id ?? '';
    expect(await confirmSuspension(contract.desk(), { suspensionId, version: 1 })).toMatchObject({
      ok: true,
    });
    await world.settle(3 * hour);
    expect(contract.blocked()).toEqual(['wish', null, null]);
    await contract.book('payment', 30_000, msisdn);
    await world.settle(3 * hour);
    expect(contract.blocked()).toEqual([null, null, null]);
  } finally {
    await world.close();
  }
});
