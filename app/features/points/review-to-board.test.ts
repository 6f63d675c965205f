import { afterEach, expect, test } from 'vitest';
import { readBoard } from '#app/features/board/read-board.ts';
import { submitReview } from '#app/features/review/submit-review.ts';
import { storeDefaultCard } from '#app/features/scorecard/store-default-card.ts';
import { commit } from '#db/commit.ts';
import { memberships, users } from '#db/control/schema.ts';
import type { Change } from '#db/open.ts';
import { pointRules, seasons } from '#db/tenant/schema/quality.ts';
import { reviewTasks } from '#db/tenant/schema/review.ts';
import { seededLine } from '#tests/setup/seeded-line.ts';
import { lead, openWorld } from '#tests/setup/world.ts';

let world: Awaited<ReturnType<typeof openWorld>>;
afterEach(() => world.close());

test('a review that is given is on the board within a second, and the pages are told', async () => {
  world = await openWorld('mts', { lines: [await seededLine('mts', 1)] });
  const { db, services } = world;
  const told: Change[] = [];
  Object.assign(db, { committed: (changes: Change[]) => told.push(...changes) });
  const at = services.now();
  const from = new Date('2026-01-01T00:00:00Z');
  const rule = { title: 'Оценка', event: 'review-scored' as const, points: 40, isOn: true };
  const work = { subjectType: 'contact', subjectId: 'call', agentId: 'anna', queue: 'call' } as const;
  const how = { selection: 'random', isBlind: true, state: 'open', cardId: 'card' } as const;
  await commit(db, [
    ...storeDefaultCard(db, { id: 'card', by: 'manager', at: from }),
    db.insert(seasons).values({ id: 's', name: 'Весна', from: '2026-01-01', openedBy: 'm', openedAt: from }),
    db.insert(pointRules).values({ id: 'r', version: 1, ...rule, from, setBy: 'm' }),
    db
      .insert(reviewTasks)
      .values({ id: 't', ...work, ...how, occurredAt: at, createdBy: 'm', createdAt: at }),
  ]);
  const { control } = services.databases;
  const person = { id: 'anna', createdAt: at };
  await commit(control, [
    control.insert(users).values({ ...person, email: 'anna@example.com', name: 'Анна' }),
    control.insert(memberships).values({ ...person, userId: 'anna', tenantId: db.tenantId, role: 'agent' }),
  ]);
  const answers = { smile: 5, emotion: 4, 'no-script': 3, answer: 1, promise: 1, needs: 4, data: 1 };
  const given = await submitReview({ db, actor: lead, now: at }, 't', { answers, notes: [] });
  expect(given.ok).toBe(true);
  await world.settle(1000);
  expect(told).toContainEqual({ topic: 'points', id: 'anna' });
  const reader = { db, control, now: services.now(), timeZone: 'Europe/Moscow', userId: 'anna' };
  expect((await readBoard(reader, 'day'))?.lines).toMatchObject([{ points: 40, isOwn: true }]);
});
