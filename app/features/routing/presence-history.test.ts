import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import type { TenantDb } from '#db/open.ts';
import { presenceSpans } from '#db/tenant/schema/shift-life.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import type { PresenceState } from './routing.ts';
import { noteSeen, noteSilent, setPresence } from './set-presence.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 2, 9, minutes));
let db: TenantDb;
beforeAll(async () => {
  db = (await openTestTenant()).db;
});

const actorOf = (userId: string): Actor => ({ userId, name: 'Олег', roles: ['agent'] });
const say = (userId: string, state: PresenceState, minutes: number) =>
  setPresence({ db, actor: actorOf(userId), now: at(minutes) }, state);
async function historyOf(userId: string) {
  const rows = await db.select().from(presenceSpans);
  const own = rows.filter((row) => row.userId === userId).sort((a, b) => +a.fromAt - +b.fromAt);
  return own.map(({ state, fromAt, toAt }) => [state, fromAt.getUTCMinutes(), toAt?.getUTCMinutes() ?? null]);
}

test('each state ends where the next begins; who has gone leaves none open', async () => {
  await say('one', 'online', 0);
  await say('one', 'online', 3);
  await say('one', 'away', 10);
  await say('one', 'busy', 15);
  expect(await historyOf('one')).toEqual([
    ['online', 0, 10],
    ['away', 10, 15],
    ['busy', 15, null],
  ]);
  await say('one', 'offline', 20);
  await say('one', 'offline', 21);
  expect((await historyOf('one')).at(-1)).toEqual(['busy', 15, 20]);
  await say('one', 'online', 30);
  expect(await historyOf('one')).toHaveLength(4);
});

test('who fell silent was here until he was last heard of; who is heard of stays', async () => {
  await say('two', 'online', 0);
  await noteSeen(db, 'two', at(5));
  await noteSilent(db, 'two', at(7));
  expect(await historyOf('two')).toEqual([['online', 0, null]]);
  await noteSilent(db, 'two', at(30));
  expect(await historyOf('two')).toEqual([['online', 0, 5]]);
});

test('said twice at once, one state is open', async () => {
  await Promise.all([say('three', 'online', 0), say('three', 'busy', 0), say('three', 'away', 0)]);
  const open = (await historyOf('three')).filter(([, , to]) => to === null);
  expect(open).toHaveLength(1);
});
