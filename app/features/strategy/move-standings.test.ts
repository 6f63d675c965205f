import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import type { Standing } from '#app/features/ladder/standing.ts';
import { commit } from '#db/commit.ts';
import { ladderMoves, standings } from '#db/tenant/schema/ladder.ts';
import { addReceivable } from '#tests/setup/test-receivables.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { createStrategy, saveDraft } from './change-strategy.ts';
import { defaultStrategy } from './default-strategy.ts';
import { moveStandings } from './move-standings.ts';
import { placeOnVersion } from './place-on-version.ts';
import { putInForce } from './put-in-force.ts';

const actor: Actor = { userId: 'manager-1', name: 'Пётр Менеджеров', roles: ['manager'] };
const [now, later] = [new Date('2026-03-10T09:00:00Z'), new Date('2026-03-11T09:00:00Z')];
const standing: Standing = {
  strategyId: 's1',
  strategyVersion: 1,
  arm: 'champion',
  debtSince: '2026-03-01',
  step: 2,
  nextOn: '2026-03-12',
  hold: null,
  leftOn: null,
  version: 3,
};
const step = (day: number) => ({ day, action: 'sms' as const, text: '{creditor} {phone}' });
const rules = { ...defaultStrategy, steps: [step(1), step(5), step(10), step(12)] };

test.each([
  ['2026-03-10', 2, '2026-03-11'],
  ['2026-03-11', 3, '2026-03-13'],
  ['2026-03-31', 4, null],
])('moved on %s he is behind %d steps, and the next is on %s', (on, behind, nextOn) => {
  const placed = placeOnVersion(standing, { number: 2, rules }, on);
  expect(placed).toMatchObject({ strategyVersion: 2, step: behind, nextOn, version: 4 });
});

test('who is held stays held', () => {
  const held = { ...standing, hold: 'promise' as const, nextOn: null };
  expect(placeOnVersion(held, { number: 2, rules }, '2026-03-10').nextOn).toBeNull();
});

test('everybody on an older version is moved once, with a move told; who has left is not', async () => {
  const { db } = await openTestTenant();
  const desk = { db, actor, now };
  await createStrategy(desk, { id: 's1', name: 'Мягкая', from: null });
  await putInForce(desk, 's1', { seen: now, moves: 'no' });
  for (const id of ['r1', 'r2', 'r3']) await addReceivable(db, id);
  const stand = (receivableId: string, part: Partial<Standing> = {}) =>
    db.insert(standings).values({ receivableId, ...standing, ...part, changedAt: now });
  await commit(db, [
    stand('r1'),
    stand('r2', { hold: 'dispute', nextOn: null }),
    stand('r3', { leftOn: '2026-03-05' }),
  ]);
  await saveDraft({ ...desk, now: later }, 's1', { rules, seen: null });
  await putInForce({ ...desk, now: later }, 's1', { seen: later, moves: 'yes' });
  const moving = { db, now: later, timeZone: 'Europe/Moscow' };
  expect(await moveStandings(moving, { strategyId: 's1', version: 1 })).toBe('outdated');
  expect(await moveStandings(moving, { strategyId: 's1', version: 2 })).toBe('more');
  expect(await moveStandings(moving, { strategyId: 's1', version: 2 })).toBe('done');
  expect(await db.select().from(standings).orderBy(asc(standings.receivableId))).toMatchObject([
    { strategyVersion: 2, step: 3, nextOn: '2026-03-13', version: 4 },
    { strategyVersion: 2, step: 3, nextOn: null, hold: 'dispute', version: 4 },
    { strategyVersion: 1, version: 3 },
  ]);
  expect(await db.select().from(ladderMoves).orderBy(asc(ladderMoves.receivableId))).toMatchObject([
    { receivableId: 'r1', move: 'moved', version: 4, why: '1 → 2' },
    { receivableId: 'r2', move: 'moved', version: 4, why: '1 → 2' },
  ]);
});
