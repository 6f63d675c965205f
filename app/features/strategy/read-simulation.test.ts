import { expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { addReceivable } from '#tests/setup/test-receivables.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { createStrategy } from './change-strategy.ts';
import { defaultStrategy } from './default-strategy.ts';
import { putInForce } from './put-in-force.ts';
import { readSimulation } from './read-simulation.ts';

const actor: Actor = { userId: 'manager-1', name: 'Пётр Менеджеров', roles: ['manager'] };
const now = new Date('2026-03-10T09:00:00Z');
const rules = { ...defaultStrategy, steps: defaultStrategy.steps.slice(1, 2) };

test('a draft is walked over the charges and payments of last month, beside what is in force', async () => {
  const { db } = await openTestTenant();
  const desk = { db, actor, now, timeZone: 'Europe/Moscow' };
  await createStrategy(desk, { id: 's1', name: 'Мягкая', from: null });
  await addReceivable(db, 'r1', [{ dueOn: '2026-02-10', kopecks: 50_000, paid: [['2026-02-14', 50_000]] }]);
  await addReceivable(db, 'r2', [{ dueOn: '2026-02-15', kopecks: 70_000 }]);
  await addReceivable(db, 'r3', [{ dueOn: '2025-09-10', kopecks: 50_000, paid: [['2025-09-14', 50_000]] }]);
  const first = await readSimulation(desk, 's1', { rules, page: 0 });
  expect(first).toMatchObject({
    value: { pages: 1, base: 3, from: '2026-02-01', until: '2026-03-01', inForce: null },
  });
  expect(first).toMatchObject({ value: { asked: { entered: 2, paid: 1, contacts: { sms: [0, 1, 1] } } } });
  await putInForce(desk, 's1', { seen: now, moves: 'no' });
  expect(await readSimulation(desk, 's1', { rules, page: 0 })).toMatchObject({
    value: { inForce: { name: 'Мягкая', simulation: { contacts: { call: [0, 0, 0, 1] } } } },
  });
  expect(await readSimulation(desk, 'x', { rules, page: 0 })).toMatchObject({
    error: { code: 'strategy-not-found' },
  });
  const lead = { ...desk, actor: { ...actor, roles: ['lead' as const] } };
  expect(await readSimulation(lead, 's1', { rules, page: 0 })).toMatchObject({
    error: { code: 'forbidden' },
  });
});
