import { expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { storeDefaultCard } from '#app/features/scorecard/store-default-card.ts';
import { commit } from '#db/commit.ts';
import { listOpenTasks } from '#db/tenant/queries/reviews.ts';
import { contacts } from '#db/tenant/schema/contact.ts';
import { sampleDraws } from '#db/tenant/schema/sample.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { drawDuePlans } from './draw-due-plans.ts';
import { planSample } from './plan-sample.ts';
import type { PlanRhythm } from './sample-plan.ts';

const lead: Actor = { userId: 'lead-1', name: 'Зоя', roles: ['lead'] };
// A Sunday; the tenant is in Moscow.
const now = new Date('2026-11-22T09:00:00Z');

/** A call a day of November. */
async function openPlanned(rhythm: PlanRhythm | null) {
  const { databases, db } = await openTestTenant();
  const days = Array.from({ length: 20 }, (_, index) => new Date(Date.UTC(2026, 10, 1 + index, 9)));
  const call = { channel: 'call' as const, direction: 'inbound' as const, agentId: 'anna', createdAt: now };
  await commit(db, [
    ...storeDefaultCard(db, { id: 'card', by: 'manager', at: now }),
    db.insert(contacts).values(days.map((startedAt, index) => ({ id: `call-${index}`, ...call, startedAt }))),
  ]);
  const filter = { subjectType: 'contact', channel: null, carrier: null, agentId: null } as const;
  const size = { by: 'count', count: 2 } as const;
  const plan = { id: 'plan', title: 'Звонки', selection: 'random', filter, size, cardId: 'card' } as const;
  await planSample({ db, actor: lead, now }, { ...plan, isBlind: true, rhythm });
  return { db, draw: (at = now) => drawDuePlans(db, at, databases.control) };
}

test('a weekly plan draws itself over the last whole week, once, however many try', async () => {
  const { db, draw } = await openPlanned('week');
  const drawn = await Promise.all([draw(), draw(), draw()]);
  expect(drawn.toSorted()).toEqual([0, 0, 1]);
  expect(await draw()).toBe(0);
  const [one] = await db.select().from(sampleDraws);
  expect(one).toMatchObject({ from: '2026-11-09', to: '2026-11-16', drawnCount: 2, drawnBy: 'worker' });
  expect(one?.candidates).toHaveLength(7);
  expect(await listOpenTasks(db, '', 10)).toHaveLength(2);
});

test('on the Monday after it draws the next week', async () => {
  const { db, draw } = await openPlanned('week');
  await draw();
  expect(await draw(new Date('2026-11-22T20:59:00Z'))).toBe(0);
  expect(await draw(new Date('2026-11-22T21:00:00Z'))).toBe(1);
  expect((await db.select().from(sampleDraws)).map(({ from }) => from)).toEqual(['2026-11-09', '2026-11-16']);
});

test('a plan without a rhythm waits for a person, and an empty period for work', async () => {
  expect(await (await openPlanned(null)).draw()).toBe(0);
  const { draw } = await openPlanned('month');
  expect(await draw()).toBe(0);
  expect(await draw(new Date('2026-12-01T09:00:00Z'))).toBe(1);
});
