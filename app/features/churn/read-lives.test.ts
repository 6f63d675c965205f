import { expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { caseEvents, cases } from '#db/tenant/schema/case.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeCase, makeLine, makeSubscriber } from '#seeds/factories.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { readLives } from './read-lives.ts';

const opened = new Date('2026-06-01T09:00:00Z');
const later = (hours: number) => new Date(opened.getTime() + hours * 3_600_000);

test('he waited until it was solved, not until it was closed a week later', async () => {
  const { db } = await openTestTenant();
  const [line, own] = [
    makeLine(1),
    makeCase(1, { state: 'closed', createdAt: opened, changedAt: later(170) }),
  ];
  const event = { caseId: own.id, event: 'moved', actor: 'a' };
  await commit(db, [
    db.insert(subscribers).values(makeSubscriber(1)),
    db.insert(lines).values(line),
    db.insert(cases).values(own),
    db.insert(caseEvents).values([
      { ...event, version: 1, fromState: 'new', toState: 'open', at: later(1) },
      { ...event, version: 2, fromState: 'open', toState: 'solved', at: later(2) },
      { ...event, version: 3, fromState: 'solved', toState: 'closed', at: later(170) },
    ]),
  ]);
  const asOf = { on: '2026-06-20', at: Date.parse('2026-06-19T21:00:00Z') };
  const [life] = await readLives(db, [line.id], asOf, 'Europe/Moscow');
  expect(life?.cases).toEqual([[opened.getTime(), later(2).getTime(), 0]]);
});
