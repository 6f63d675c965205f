import { beforeEach, expect, test } from 'vitest';
import { setShiftSettings } from '#app/features/my-shifts/set-shift-settings.ts';
import { commit } from '#db/commit.ts';
import { workTerms } from '#db/tenant/schema/shift.ts';
import { agent, colleague } from '#tests/setup/test-cases.ts';
import { openShiftWorld, planner } from '#tests/setup/test-shifts.ts';
import { routeCases } from './route-cases.ts';
import { saveProfile } from './save-profile.ts';
import { setPresence } from './set-presence.ts';
import { takeNext } from './take-next.ts';

const nothing = { carriers: [], kinds: [], languages: [] };
const profile = { ...nothing, saves: true, capacity: { rest: 5 }, isPushed: true };
let world: Awaited<ReturnType<typeof openShiftWorld>>;
/** Both are online and have room; the first has a shift from nine to eighteen of 5 May, the other has none. */
beforeEach(async () => {
  world = await openShiftWorld([agent.userId, colleague.userId]);
  await world.place(agent.userId, '2026-05-05');
  for (const { userId } of [agent, colleague])
    await saveProfile(world.desk({ ...planner, roles: ['lead'] }), { ...profile, userId });
});
const rule = (holdsOffShift: boolean) =>
  setShiftSettings(world.desk(planner), { holdsOffShift, approvesByRule: true });
async function comeAt(at: string) {
  world.pass(Date.parse(at) - world.now().getTime());
  for (const who of [agent, colleague]) await setPresence(world.desk(who), 'online');
}
async function routeTwo() {
  for (const body of ['Раз', 'Два']) await world.write(body);
  return routeCases(world.db, world.now(), world.services.databases.control);
}
const offShift = { ok: false, error: { code: 'off-shift' } };

test('who is off shift is given nothing and takes nothing', async () => {
  await world.publish();
  await rule(true);
  await comeAt('2026-05-05T07:00Z');
  expect(await routeTwo()).toBe(2);
  await world.write('Три');
  expect(await takeNext(world.desk(colleague))).toEqual(offShift);
  expect(await takeNext(world.desk(agent))).toMatchObject({ ok: true });
});

test('nobody is given work when the shift is over', async () => {
  await world.publish();
  await rule(true);
  await comeAt('2026-05-05T15:00Z');
  expect(await routeTwo()).toBe(0);
  expect(await takeNext(world.desk(agent))).toEqual(offShift);
});

test.each([
  ['the house does not want it', false, '2026-05-05T15:00Z'],
  ['no plan holds this day', true, '2026-05-19T07:00Z'],
])('the roster rules nobody where %s', async (_, holds, at) => {
  await world.publish();
  await rule(holds);
  await comeAt(at);
  expect(await routeTwo()).toBe(2);
});

test('a plan that nobody was told of, and people in no plan, are not ruled', async () => {
  await rule(true);
  await comeAt('2026-05-05T15:00Z');
  expect(await routeTwo()).toBe(2);
  await world.publish();
  await commit(world.db, [world.db.delete(workTerms)]);
  expect(await routeTwo()).toBe(2);
});
