import { expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { commit } from '#db/commit.ts';
import { callTasks, promises } from '#db/tenant/schema/ladder.ts';
import { lines } from '#db/tenant/schema/subscriber.ts';
import { makeLine } from '#seeds/factories.ts';
import { addReceivable } from '#tests/setup/test-receivables.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { readCallList } from './read-call-list.ts';

const actor: Actor = { userId: 'agent-1', name: 'Олег Агентов', roles: ['agent'] };
const now = new Date('2026-03-02T09:00:00Z');

test('today’s calls stand in their order, with the number of one’s own and the promise that was broken', async () => {
  const { db, databases } = await openTestTenant();
  const task = { on: '2026-03-02', state: 'open' as const, version: 1, createdAt: now };
  const broken = { state: 'broken' as const, via: 'desk' as const, madeBy: 'agent-1', madeAt: now };
  await addReceivable(db, 'small', [{ dueOn: '2026-02-20', kopecks: 100 }]);
  await addReceivable(db, 'large', [{ dueOn: '2026-02-10', kopecks: 900 }]);
  await addReceivable(db, 'later', [{ dueOn: '2026-02-10', kopecks: 900 }]);
  await commit(db, [
    db.insert(lines).values(makeLine(1, { subscriberId: 's-small' })),
    db.insert(callTasks).values([
      { id: 't-large', receivableId: 'large', ...task },
      { id: 't-small', receivableId: 'small', ...task, takenBy: 'agent-1', takenAt: now },
      { id: 't-later', receivableId: 'later', ...task, on: '2026-03-03' },
    ]),
    db.insert(promises).values(
      ['2026-02-25', '2025-05-01'].map((lastOn) => ({
        id: lastOn,
        receivableId: lastOn > '2026' ? 'large' : 'small',
        formToken: lastOn,
        lastOn,
        parts: [{ on: lastOn, kopecks: 900 }],
        kopecks: 900,
        ...broken,
      })),
    ),
  ]);
  const reader = { db, control: databases.control, actor, now, timeZone: 'Europe/Moscow' };
  const { calls, total } = await readCallList(reader);
  expect(total).toBe(2);
  expect(calls).toMatchObject([
    { id: 't-small', isMine: true, days: 10, lineId: makeLine(1).id, broken: null },
    { id: 't-large', isMine: false, days: 20, lineId: null, broken: { lastOn: '2026-02-25' } },
  ]);
});
