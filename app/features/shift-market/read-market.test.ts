import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { openShiftWorld } from '#tests/setup/test-shifts.ts';
import { offerShift } from './offer-shift.ts';
import { readMarket, readSwapChoices } from './read-market.ts';

test('what may be taken is offered; what may not stands apart, each with the rule against it', async () => {
  const world = await openShiftWorld();
  const desk = (userId: string) => world.desk(world.actorOf(userId));
  const [own, free] = [
    await world.place('agent-1', '2026-05-05'),
    await world.place('agent-3', '2026-05-07'),
  ];
  await world.place('agent-2', '2026-05-04', '18:00', 360);
  await world.publish();
  for (const [by, shiftId] of [
    ['agent-1', own],
    ['agent-3', free],
  ] as const)
    await offerShift(desk(by), { id: uuid(), shiftId, wantedShiftId: null, reason: '' });
  const market = await readMarket(desk('agent-2'));
  expect(market.offers.map(({ shift }) => shift.id)).toEqual([free]);
  expect(market.barred).toMatchObject([{ shift: { id: own }, rules: ['rest-between'] }]);
});

test('of shifts to swap for those are listed that the law lets through, and of the others what bars them', async () => {
  const world = await openShiftWorld();
  const desk = world.desk(world.actorOf('agent-1'));
  const own = await world.place('agent-1', '2026-05-05');
  const fit = await world.place('agent-2', '2026-05-05', '10:00');
  await world.place('agent-3', '2026-05-04', '18:00', 360);
  await world.place('agent-3', '2026-05-06', '18:00', 360);
  await world.publish();
  const found = await readSwapChoices(desk, own);
  expect(found?.choices.map(({ id }) => id)).toContain(fit);
  expect(found?.barred).toContainEqual({ rule: 'rest-between', shifts: 1 });
  expect(await readSwapChoices(world.desk(world.actorOf('agent-2')), own)).toBeNull();
});
