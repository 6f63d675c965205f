import { expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { commit } from '#db/commit.ts';
import { listPointRules, listSeasons } from '#db/tenant/queries/quality-points.ts';
import { caseEvents, cases } from '#db/tenant/schema/case.ts';
import { makeCase } from '#seeds/factories.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { addRule, openSeason, setRule } from './change-game.ts';
import type { RuleInput } from './points.ts';

const manager: Actor = { userId: 'manager-1', name: 'Пётр Менеджеров', roles: ['manager'] };
const agent: Actor = { userId: 'agent-1', name: 'Олег Агентов', roles: ['agent'] };
const rule: RuleInput = {
  title: 'Решено',
  event: 'case-solved',
  points: 10,
  cap: null,
  isOn: true,
  control: null,
};

async function openDesk() {
  const { db } = await openTestTenant();
  // In Vladivostok it is the second of March already.
  const desk = { db, now: new Date('2026-03-01T15:00:00Z'), timeZone: 'Asia/Vladivostok', actor: manager };
  return desk;
}

test('seasons begin on coming dates of the zone, the first one today at the earliest', async () => {
  const desk = await openDesk();
  const open = (from: string, actor = manager) =>
    openSeason({ ...desk, actor }, { id: from, name: 'Весна', from });
  expect(await open('2026-03-01')).toMatchObject({ error: { code: 'season-begun' } });
  expect(await open('2026-03-02', agent)).toMatchObject({ error: { code: 'forbidden' } });
  expect((await open('2026-03-02')).ok).toBe(true);
  expect(await open('2026-03-02')).toMatchObject({ error: { code: 'season-begun' } });
  expect(await open('2026-13-01')).toMatchObject({ error: { code: 'not-a-date' } });
  expect((await open('2026-06-01')).ok).toBe(true);
  expect(await openSeason(desk, { id: 'x', name: 'x', from: '2026-06-01' })).toMatchObject({
    error: { code: 'conflict' },
  });
  expect((await listSeasons(desk.db)).map(({ from }) => from)).toEqual(['2026-03-02', '2026-06-01']);
});

test('a rule is followed by its next version, and set by those who may', async () => {
  const desk = await openDesk();
  expect(await addRule({ ...desk, actor: agent }, 'solved', rule)).toMatchObject({
    error: { code: 'forbidden' },
  });
  expect(await addRule(desk, 'solved', rule)).toEqual({ ok: true, value: { version: 1 } });
  expect(await setRule(desk, 'unknown', rule)).toMatchObject({ error: { code: 'rule-not-found' } });
  const both = await Promise.all([1, 2].map((points) => setRule(desk, 'solved', { ...rule, points })));
  expect(both.map((one) => (one.ok ? one.value.version : one.error.code))).toEqual([2, 'conflict']);
  expect((await listPointRules(desk.db)).map(({ version, points }) => [version, points])).toEqual([
    [1, 10],
    [2, 1],
  ]);
});

test('a rule that is changed in the middle of a season holds from that instant', async () => {
  const desk = await openDesk();
  await addRule(desk, 'solved', rule);
  const later = new Date('2026-03-15T15:00:00Z');
  await setRule({ ...desk, now: later }, 'solved', { ...rule, points: 20 });
  expect((await listPointRules(desk.db)).map(({ from }) => from)).toEqual([desk.now, later]);
});

test('how hard work is, is counted when a season opens and stays until its end', async () => {
  const desk = await openDesk();
  const { db } = desk;
  const solve = (seed: number, channel: 'call' | 'email', steps: number) => {
    const row = makeCase(seed, { channel, state: 'solved', subscriberId: null });
    const move = { event: 'noted', fromState: 'open' as const, toState: 'open' as const, at: desk.now };
    const moves = Array.from({ length: steps }, (_, n) => ({ ...move, version: n + 2, actor: 'agent-1' }));
    return [
      db.insert(cases).values(row),
      db.insert(caseEvents).values(moves.map((one) => ({ caseId: row.id, ...one }))),
    ];
  };
  await commit(
    db,
    Array.from({ length: 20 }, (_, n) => [
      ...solve(n * 2, 'email', 1),
      ...solve(n * 2 + 1, 'call', 5),
    ]).flat(),
  );
  await openSeason(desk, { id: 's', name: 'Весна', from: '2026-03-02' });
  await commit(db, solve(100, 'email', 9));
  expect((await listSeasons(db))[0]?.difficulty).toEqual({ 'email ': 67, 'call ': 133 });
});
