import { expect, test } from 'vitest';
import { openShiftWorld, planner, rosterId } from '#tests/setup/test-shifts.ts';
import { readShiftReasons } from './read-shift-reasons.ts';

test('says why a shift is there and what keeps the others from it', async () => {
  const world = await openShiftWorld();
  const id = await world.place('agent-1', '2026-05-04');
  await world.place('agent-2', '2026-05-04', '12:00');
  const view = await readShiftReasons(world.desk(planner), rosterId, id);
  expect(view).toEqual({
    reasons: [{ code: 'pinned' }],
    others: [
      { code: 'on-shift', people: 1 },
      { code: 'needed-elsewhere', people: 1 },
    ],
  });
  expect(await readShiftReasons(world.desk(planner), rosterId, 'nobody')).toBeNull();
});
