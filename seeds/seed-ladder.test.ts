import { count, eq, isNull } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { openNight } from '#app/features/ladder/open-night.ts';
import { walkNight } from '#app/features/ladder/walk-night.ts';
import { openModelInForce } from '#app/features/prediction/open-model-in-force.ts';
import { listTriedDebts } from '#db/tenant/queries/debt-board.ts';
import { callTasks, ladderMoves, standings, suspensions } from '#db/tenant/schema/ladder.ts';
import { outreachAttempts } from '#db/tenant/schema/outreach.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { seedDebt } from './seed-debt.ts';
import { seedLadder } from './seed-ladder.ts';
import { seedPromises } from './seed-promises.ts';
import { seedTenant } from './seed-tenant.ts';
import { volna } from './volna.ts';

const now = new Date('2026-11-20T12:00:00Z');
const plan = { ...volna, lines: { mts: 80, beeline: 60, megafon: 60 }, requests: 50, openRequests: 0 };
let opened: Awaited<ReturnType<typeof openTestTenant>>;

beforeAll(async () => {
  opened = await openTestTenant();
  const { db } = opened;
  await seedTenant(db, plan, ['a']);
  await seedDebt(db, plan, 'm', now);
  await seedPromises(db, plan, { agents: ['a'], leadId: 'l' }, now);
  await seedLadder(db, plan, { managerId: 'm', agents: ['a'] }, now);
}, 60_000);

test('half a year of nights lies behind the debtors: every kind of move, on each arm', async () => {
  const { db } = opened;
  const kinds = await db
    .select({ move: ladderMoves.move, n: count() })
    .from(ladderMoves)
    .groupBy(ladderMoves.move);
  expect(kinds.map(({ move }) => move).toSorted()).toEqual([
    'entered',
    'held',
    'left',
    'released',
    'skipped',
    'step',
  ]);
  const tried = await listTriedDebts(db, { since: '2026-05-01', today: '2026-11-20' });
  expect(new Set(tried.map(({ arm }) => arm))).toEqual(new Set(['champion', 'challenger', 'control']));
  expect(tried.filter(({ arm }) => arm !== 'control').some(({ contacts }) => contacts !== '{}')).toBe(true);
});

test('each stands where his last move led him', async () => {
  const { db } = opened;
  const moves = await db.select().from(ladderMoves);
  const last = Map.groupBy(moves, ({ receivableId }) => receivableId);
  for (const { receivableId, version } of await db.select().from(standings)) {
    const own = (last.get(receivableId) ?? []).map((move) => move.version).toSorted((a, b) => a - b);
    expect(own).toEqual(Array.from({ length: version }, (_, place) => place + 1));
  }
});

test('contacts, calls and proposals hang on it', async () => {
  const { db } = opened;
  const attempts = await db.select().from(outreachAttempts);
  expect(attempts.length).toBeGreaterThan(50);
  expect(attempts.filter(({ content }) => /\{\w+\}/.test(content))).toEqual([]);
  expect((await db.select().from(callTasks).where(eq(callTasks.state, 'done'))).length).toBeGreaterThan(0);
  expect((await db.select().from(suspensions)).length).toBeGreaterThan(0);
});

test('the night of today goes on from there, and says nothing twice', async () => {
  const { db, databases } = opened;
  const before = await db.select({ n: count() }).from(standings).where(isNull(standings.leftOn));
  await openNight(db, now, databases.control);
  const tenant = { name: plan.name, timeZone: plan.timeZone };
  const night = { db, now: () => now, tenant, model: await openModelInForce(db, now) };
  expect(await walkNight(night, '2026-11-20')).toBe('over');
  const moves = await db.select().from(ladderMoves).where(eq(ladderMoves.on, '2026-11-20'));
  expect(moves.length).toBeLessThan((before[0]?.n ?? 0) * 3);
});
