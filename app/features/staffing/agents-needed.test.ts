import { expect, test } from 'vitest';
import { agentsNeeded, rosteredFor } from './agents-needed.ts';

const halfHour = { periodS: 1800, patienceS: null, atOnce: 1 };
const eighty = { withinTarget: { share: 0.8, targetS: 20 } };

/** The second: 250 contacts an hour of 330 s, 80 % in 30 s need 28 (jonesthenet.com); the first and third as published. */
test.each([
  ['100 of 180 s', { contacts: 100, handlingS: 180 }, eighty, 14],
  [
    '250 an hour of 330 s',
    { contacts: 125, handlingS: 330 },
    { withinTarget: { share: 0.8, targetS: 30 } },
    28,
  ],
  ['360 of 240 s', { contacts: 360, handlingS: 240 }, eighty, 54],
  ['a mean wait of 40 s', { contacts: 250, handlingS: 210 }, { meanWaitS: 40 }, 32],
  ['an occupancy of 85 %', { contacts: 100, handlingS: 180 }, { ...eighty, occupancy: 0.7 }, 15],
  ['nobody calls', { contacts: 0, handlingS: 180 }, eighty, 0],
])('%s', (_, work, promised, agents) => {
  expect(agentsNeeded({ ...halfHour, ...work }, promised).agents).toBe(agents);
});

test('three chats at once need a third of the agents, not a third of the wait', () => {
  const work = { ...halfHour, contacts: 100, handlingS: 540 };
  const one = agentsNeeded(work, eighty);
  const three = agentsNeeded({ ...work, atOnce: 3 }, eighty);
  expect(three.agents).toBe(Math.ceil(one.agents / 3));
});

test('the impatient need fewer, for some go', () => {
  const work = { ...halfHour, contacts: 360, handlingS: 240 };
  expect(agentsNeeded({ ...work, patienceS: 90 }, eighty).agents).toBeLessThan(54);
});

test.each([
  [14, 0.3, 20],
  [10, 0, 10],
  [7, 0.3, 10],
  [0, 0.3, 0],
])('%i at work with %f away are %i on the roster', (agents, shrinkage, rostered) => {
  expect(rosteredFor(agents, shrinkage)).toBe(rostered);
});

test.each([
  ['nothing', () => agentsNeeded({ ...halfHour, contacts: 1, handlingS: 1 }, {})],
  [
    'everybody in time',
    () =>
      agentsNeeded({ ...halfHour, contacts: 1, handlingS: 1 }, { withinTarget: { share: 1, targetS: 1 } }),
  ],
  ['no wait at all', () => agentsNeeded({ ...halfHour, contacts: 1, handlingS: 1 }, { meanWaitS: 0 })],
  [
    'an occupancy of nothing',
    () => agentsNeeded({ ...halfHour, contacts: 1, handlingS: 1 }, { occupancy: 0 }),
  ],
  ['everybody away', () => rosteredFor(1, 1)],
])('%s cannot be promised', (_, ask) => {
  expect(ask).toThrow(RangeError);
});

test('of contacts that nobody knows no agents are reckoned', () => {
  const unknown = { contacts: Number.NaN, handlingS: 200, periodS: 1800, patienceS: 60, atOnce: 1 };
  expect(() => agentsNeeded(unknown, { occupancy: 0.8 })).toThrow(RangeError);
});
