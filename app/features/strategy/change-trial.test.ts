import { expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { listTrials } from '#db/tenant/queries/strategies.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { createStrategy, retireStrategy } from './change-strategy.ts';
import { endTrial, startTrial } from './change-trial.ts';
import { putInForce } from './put-in-force.ts';

const manager: Actor = { userId: 'manager-1', name: 'Пётр Менеджеров', roles: ['manager'] };
const now = new Date('2026-03-10T09:00:00Z');
const trial = { championId: 'a', challengerId: 'b', challengerPercent: 30, controlPercent: 10 };
const ids = { id: 't1', salt: 'соль' };

async function openDesk() {
  const { db } = await openTestTenant();
  const desk = { db, actor: manager, now };
  for (const id of ['a', 'b', 'draft']) {
    await createStrategy(desk, { id, name: id, from: null });
    if (id !== 'draft') await putInForce(desk, id, { seen: now, moves: 'no' });
  }
  return desk;
}

test('one trial runs at a time, and another after it has ended', async () => {
  const desk = await openDesk();
  const both = await Promise.all([
    startTrial(desk, ids, trial),
    startTrial(desk, { ...ids, id: 't2' }, trial),
  ]);
  expect(both).toMatchObject([{ ok: true }, { error: { code: 'trial-runs' } }]);
  expect(await endTrial(desk, 't1')).toMatchObject({ ok: true });
  expect(await endTrial(desk, 't1')).toMatchObject({ error: { code: 'trial-not-found' } });
  expect(await startTrial(desk, { ...ids, id: 't3' }, trial)).toMatchObject({ ok: true });
  expect(await listTrials(desk.db)).toMatchObject([{ salt: 'соль' }, { salt: 'соль' }]);
});

test.each([
  ['itself', { challengerId: 'a' }, 'trial-same-strategy'],
  ['nobody drawn', { challengerId: null, challengerPercent: 0, controlPercent: 0 }, 'trial-shares'],
  ['a challenger without a share', { challengerPercent: 0 }, 'trial-shares'],
  ['a share without a challenger', { challengerId: null }, 'trial-shares'],
  ['one that is not there', { challengerId: 'x' }, 'strategy-not-found'],
  ['a draft', { challengerId: 'draft' }, 'strategy-not-in-force'],
])('no trial of %s', async (_, part, code) => {
  const desk = await openDesk();
  expect(await startTrial(desk, ids, { ...trial, ...part })).toMatchObject({ error: { code } });
});

test('no trial of what nobody enters any more, and none by a lead', async () => {
  const desk = await openDesk();
  await retireStrategy(desk, 'b');
  expect(await startTrial(desk, ids, trial)).toMatchObject({ error: { code: 'strategy-retired' } });
  const asLead = { ...desk, actor: { ...manager, roles: ['lead' as const] } };
  expect(await startTrial(asLead, ids, trial)).toMatchObject({ error: { code: 'forbidden' } });
  expect(await endTrial(asLead, 't1')).toMatchObject({ error: { code: 'forbidden' } });
});
