import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { storeWorkDays } from '#db/tenant/queries/workload-night.ts';
import { contacts } from '#db/tenant/schema/contact.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { makeLine, makeSubscriber } from './factories.ts';
import { seedRecentCalls } from './seed-recent-calls.ts';
import { volna } from './volna.ts';

const now = new Date('2026-11-22T12:00:00Z');

test('there are as many calls as were imported, of today those before now, and some gave up', async () => {
  const { db } = await openTestTenant();
  const day = Array<number>(48).fill(2);
  await commit(db, [
    db.insert(subscribers).values(makeSubscriber(1)),
    db.insert(lines).values(makeLine(1, { carrier: 'mts' })),
    storeWorkDays(
      db,
      ['2026-11-21', '2026-11-22'].map((on) => ['call:mts', on, 'import', day, day, day]),
      now,
    ),
  ]);
  await seedRecentCalls(db, volna, ['olga', 'pyotr', 'anna'], now);
  const calls = await db.select().from(contacts).where(eq(contacts.channel, 'call'));
  const ended = calls.filter(({ startedAt }) => startedAt < new Date('2026-11-21T21:00:00Z'));
  expect(ended).toHaveLength(96);
  expect(calls.length).toBeGreaterThan(96 + 50);
  expect(Math.max(...calls.map(({ startedAt }) => startedAt.getTime()))).toBeLessThan(now.getTime());
  const lost = calls.filter(({ talkMs }) => talkMs === 0);
  expect(lost.length).toBeGreaterThan(0);
  expect(lost.every(({ agentId }) => agentId === null)).toBe(true);
});
