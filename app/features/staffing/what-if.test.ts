import { expect, test } from 'vitest';
import { usualTerms } from './terms.ts';
import { tryOut } from './what-if.ts';

const terms = { ...usualTerms.call, occupancy: null, patienceS: null };
const load = { contacts: [0, 100, 20], handlingS: [180, 180, 180] };
const nothing = { agents: 0, handlingPercent: 0, volumePercent: 0 };

test('nothing changed, the promise is kept with the agents that are needed', () => {
  const same = tryOut(load, terms, nothing);
  expect(same.hoursThen).toBe(same.hoursNow);
  expect(same.withinTarget).toBeGreaterThanOrEqual(0.8);
  expect(same.worst?.withinTarget).toBeGreaterThanOrEqual(0.8);
});

test.each([
  ['one agent less', { ...nothing, agents: -1 }, 0],
  ['handling longer by a tenth', { ...nothing, handlingPercent: 10 }, 1],
  ['a fifth more contacts', { ...nothing, volumePercent: 20 }, 1],
])('%s: fewer are answered in time', (_, change, moreNeeded) => {
  const [same, other] = [tryOut(load, terms, nothing), tryOut(load, terms, change)];
  expect(other.withinTarget).toBeLessThan(same.withinTarget);
  expect(Math.sign(other.hoursThen - same.hoursNow)).toBe(moreNeeded);
});

test('too few for the work is told as a wait without end, nobody at all as nothing answered', () => {
  expect(tryOut(load, terms, { ...nothing, agents: -5 }).meanWaitS).toBe(Number.POSITIVE_INFINITY);
  expect(tryOut({ contacts: [], handlingS: [] }, terms, nothing).withinTarget).toBe(1);
});
