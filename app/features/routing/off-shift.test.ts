import { beforeEach, expect, test } from 'vitest';
import { setShiftSettings } from '#app/features/my-shifts/set-shift-settings.ts';
import { commit } from '#db/commit.ts';
import { listCasesToHandOver } from '#db/tenant/queries/routing.ts';
import { publishedShifts, workTerms } from '#db/tenant/schema/shift.ts';
import { agent, colleague } from '#tests/setup/test-cases.ts';
import { openShiftWorld, planner } from '#tests/setup/test-shifts.ts';
import { handOverOffShift } from './hand-over-off-shift.ts';
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
const rule = (holdsOffShift: boolean, lastMinutes = 0) =>
  setShiftSettings(world.desk(planner), { holdsOffShift, approvesByRule: true, lastMinutes });
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

test.each([
  ['before it ends none comes by itself', '2026-05-05T14:45Z', 20, 0],
  ['until then it does', '2026-05-05T14:39Z', 20, 2],
  ['where the house wants it, to the last minute', '2026-05-05T14:59Z', 0, 2],
])('of the last minutes of a shift: %s', async (_, at, lastMinutes, given) => {
  await world.publish();
  await rule(true, lastMinutes);
  await comeAt(at);
  expect(await routeTwo()).toBe(given);
  await world.write('Три');
  expect(await takeNext(world.desk(agent))).toMatchObject({ ok: true });
});

async function heldAfter(at: string) {
  world.pass(Date.parse(at) - world.now().getTime());
  await handOverOffShift(world.db, world.now());
  return (await listCasesToHandOver(world.db, agent.userId, 10)).length;
}

test('what is still in hand when the shift is over is handed over, once there was time to end it', async () => {
  await world.publish();
  await rule(true);
  await comeAt('2026-05-05T14:50Z');
  expect(await routeTwo()).toBe(2);
  expect(await heldAfter('2026-05-05T15:09Z')).toBe(2);
  expect(await heldAfter('2026-05-05T15:10Z')).toBe(0);
});

test('a shift that was made longer keeps its work, and so does everybody where the roster does not rule', async () => {
  await world.publish();
  await rule(true);
  await comeAt('2026-05-05T14:50Z');
  expect(await routeTwo()).toBe(2);
  const longer = { endsAt: new Date('2026-05-05T16:00Z') };
  await commit(world.db, [world.db.update(publishedShifts).set(longer)]);
  expect(await heldAfter('2026-05-05T15:30Z')).toBe(2);
  await rule(false);
  expect(await heldAfter('2026-05-05T16:30Z')).toBe(2);
});
