import { expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { commit } from '#db/commit.ts';
import { listStrategies, listStrategyVersions } from '#db/tenant/queries/strategies.ts';
import { strategyTrials } from '#db/tenant/schema/ladder.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { createStrategy, retireStrategy, saveDraft } from './change-strategy.ts';
import { defaultStrategy } from './default-strategy.ts';
import { putInForce } from './put-in-force.ts';

const manager: Actor = { userId: 'manager-1', name: 'Пётр Менеджеров', roles: ['manager'] };
const now = new Date('2026-03-10T09:00:00Z');
const later = new Date('2026-03-10T10:00:00Z');
const rules = { ...defaultStrategy, steps: defaultStrategy.steps.slice(0, 2) };

async function openDesk() {
  const { db } = await openTestTenant();
  const desk = { db, actor: manager, now };
  await createStrategy(desk, { id: 's1', name: 'Мягкая', from: null });
  return desk;
}

test('what is in force is locked: an edit makes the next version, which is a draft', async () => {
  const desk = await openDesk();
  expect(await putInForce(desk, 's1', { seen: now, moves: 'no' })).toEqual({
    ok: true,
    value: { version: 1 },
  });
  expect(await saveDraft({ ...desk, now: later }, 's1', { rules, seen: null })).toMatchObject({
    value: { version: 2 },
  });
  const versions = await listStrategyVersions(desk.db, 's1');
  expect(versions.map((one) => [one.rules.steps.length, one.inForceFrom])).toEqual([
    [defaultStrategy.steps.length, now],
    [2, null],
  ]);
});

test('who saves over what another saved meanwhile is told, and nothing is lost', async () => {
  const desk = await openDesk();
  const mine = await saveDraft({ ...desk, now: later }, 's1', { rules, seen: now });
  expect(mine).toMatchObject({ ok: true });
  const his = { rules: defaultStrategy, seen: now };
  expect(await saveDraft(desk, 's1', his)).toMatchObject({ error: { code: 'draft-changed' } });
  expect(await saveDraft(desk, 's1', { ...his, seen: null })).toMatchObject({
    error: { code: 'draft-changed' },
  });
  expect((await listStrategyVersions(desk.db, 's1'))[0]?.rules.steps).toHaveLength(2);
});

test('of two who save at once one is told', async () => {
  const desk = await openDesk();
  const both = await Promise.all([1, 2].map(() => saveDraft(desk, 's1', { rules, seen: now })));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});

test('a draft with errors, or one that changed since it was looked at, is not put in force', async () => {
  const desk = await openDesk();
  const faulty = { ...rules, steps: [{ day: 5, action: 'sms' as const, text: '' }] };
  const saved = await saveDraft(desk, 's1', { rules: faulty, seen: now });
  const seen = saved.ok ? saved.value.savedAt : now;
  expect(await putInForce(desk, 's1', { seen: now, moves: 'no' })).toMatchObject({
    error: { code: 'draft-changed' },
  });
  expect(await putInForce(desk, 's1', { seen, moves: 'no' })).toMatchObject({
    error: { code: 'strategy-faulty', faults: [{ code: 'text-missing', step: 0 }] },
  });
});

test('people are moved only when that was chosen', async () => {
  const desk = await openDesk();
  await putInForce(desk, 's1', { seen: now, moves: 'no' });
  expect(await desk.db.select().from(outbox)).toEqual([]);
  await saveDraft({ ...desk, now: later }, 's1', { rules, seen: null });
  await putInForce({ ...desk, now: later }, 's1', { seen: later, moves: 'yes' });
  expect(await desk.db.select().from(outbox)).toMatchObject([
    { queue: 'strategy-move', payload: { strategyId: 's1', version: 2 } },
  ]);
});

test('a strategy on trial is not retired; a retired one frees its name', async () => {
  const desk = await openDesk();
  const { db } = desk;
  await commit(db, [
    db.insert(strategyTrials).values({
      id: 't1',
      championId: 's1',
      challengerId: null,
      challengerPercent: 0,
      controlPercent: 10,
      salt: 'salt',
      startedBy: 'manager-1',
      startedAt: now,
    }),
  ]);
  expect(await retireStrategy(desk, 's1')).toMatchObject({ error: { code: 'strategy-on-trial' } });
  await commit(db, [db.update(strategyTrials).set({ endedAt: now })]);
  expect(await retireStrategy(desk, 's1')).toMatchObject({ ok: true });
  expect(await saveDraft(desk, 's1', { rules, seen: now })).toMatchObject({
    error: { code: 'strategy-retired' },
  });
  const again = { id: 's2', name: 'Мягкая', from: 's1' };
  expect(await createStrategy(desk, again)).toMatchObject({ ok: true });
  expect(await createStrategy(desk, { ...again, id: 's3' })).toMatchObject({
    error: { code: 'strategy-name-taken' },
  });
  expect(await listStrategies(db)).toMatchObject([{ id: 's2' }, { id: 's1' }]);
});

test('a lead changes no strategy', async () => {
  const desk = { ...(await openDesk()), actor: { ...manager, roles: ['lead' as const] } };
  for (const refused of [
    createStrategy(desk, { id: 's2', name: 'Другая', from: null }),
    saveDraft(desk, 's1', { rules, seen: now }),
    putInForce(desk, 's1', { seen: now, moves: 'no' }),
    retireStrategy(desk, 's1'),
  ]) {
    expect(await refused).toMatchObject({ error: { code: 'forbidden' } });
  }
});
