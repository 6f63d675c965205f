import { expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listCardVersions, listScorecards } from '#db/tenant/queries/scorecards.ts';
import { seasons } from '#db/tenant/schema/quality.ts';
import { reviews, reviewTasks } from '#db/tenant/schema/review.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { createScorecard, draftCard, letCardHold } from './change-scorecard.ts';
import { defaultCard } from './default-card.ts';

const manager: Actor = { userId: 'manager-1', name: 'Пётр Менеджеров', roles: ['manager'] };
const lead: Actor = { userId: 'lead-1', name: 'Зоя Старшая', roles: ['lead'] };
const now = new Date('2026-03-10T09:00:00Z');

async function openDesk() {
  const { db } = await openTestTenant();
  await createScorecard({ db, actor: manager, now }, { id: 'card-1', title: 'Звонки' });
  return { db, actor: manager, now, timeZone: 'Europe/Moscow' };
}

async function review(db: TenantDb) {
  const of = {
    subjectType: 'contact',
    subjectId: 'c',
    agentId: 'a',
    cardId: 'card-1',
    queue: 'call',
  } as const;
  const how = { selection: 'random', isBlind: false, occurredAt: now } as const;
  const made = { createdBy: 'worker', createdAt: now };
  await commit(db, [
    db.insert(reviewTasks).values({ id: 't', ...of, ...how, ...made, state: 'reviewed' }),
    db.insert(reviews).values({
      id: 'r',
      taskId: 't',
      revision: 1,
      ...of,
      ...how,
      reviewerId: 'lead-1',
      cardVersion: 1,
      answers: {},
      reviewedAt: now,
    }),
  ]);
}

test('what holds is locked: an edit makes the next version, which is a draft until it holds', async () => {
  const desk = await openDesk();
  expect(await letCardHold(desk, 'card-1', 'now')).toEqual({ ok: true, value: { holdsFrom: now } });
  expect(await letCardHold(desk, 'card-1', 'now')).toMatchObject({ error: { code: 'nothing-drafted' } });
  const changed = { ...defaultCard, capPercent: 40 };
  expect(await draftCard(desk, 'card-1', changed)).toEqual({ ok: true, value: { version: 2 } });
  expect(await draftCard(desk, 'card-1', { ...changed, capPercent: 30 })).toEqual({
    ok: true,
    value: { version: 2 },
  });
  const versions = await listCardVersions(desk.db, 'card-1');
  expect(versions.map(({ content, holdsFrom }) => [content.capPercent, holdsFrom])).toEqual([
    [60, now],
    [30, null],
  ]);
});

test('a card that was used in the season holds anew with the next one only', async () => {
  const desk = await openDesk();
  await letCardHold(desk, 'card-1', 'now');
  const opened = { openedBy: 'manager-1', openedAt: now };
  const season = (id: string, from: string) =>
    desk.db.insert(seasons).values({ id, name: id, from, ...opened });
  await commit(desk.db, [season('spring', '2026-03-01')]);
  await review(desk.db);
  await draftCard(desk, 'card-1', { ...defaultCard, capPercent: 40 });
  expect(await letCardHold(desk, 'card-1', 'now')).toMatchObject({ error: { code: 'card-mid-season' } });
  expect(await letCardHold(desk, 'card-1', 'next-season')).toMatchObject({
    error: { code: 'no-next-season' },
  });
  await commit(desk.db, [season('summer', '2026-06-01')]);
  const held = await letCardHold(desk, 'card-1', 'next-season');
  expect(held).toEqual({ ok: true, value: { holdsFrom: new Date('2026-05-31T21:00:00Z') } });
});

test('a lead changes no card, and two people make no two drafts', async () => {
  const desk = await openDesk();
  expect(await draftCard({ ...desk, actor: lead }, 'card-1', defaultCard)).toMatchObject({
    error: { code: 'forbidden' },
  });
  expect(await draftCard(desk, 'nothing', defaultCard)).toMatchObject({ error: { code: 'card-not-found' } });
  await letCardHold(desk, 'card-1', 'now');
  const both = await Promise.all([1, 2].map(() => draftCard(desk, 'card-1', defaultCard)));
  expect(both.map((one) => (one.ok ? one.value.version : one.error.code))).toEqual([2, 'conflict']);
  expect(await createScorecard(desk, { id: 'card-2', title: 'Звонки' })).toMatchObject({
    error: { code: 'card-title-taken' },
  });
  expect((await listScorecards(desk.db)).map(({ id }) => id)).toEqual(['card-1']);
});
