import { expect, test } from 'vitest';
import { levelWith } from './need-of-queue.ts';
import { needOfSkill } from './need-of-skill.ts';
import { type StaffingTerms, usualTerms } from './terms.ts';

const terms: StaffingTerms = { ...usualTerms.call, occupancy: null, patienceS: null, shrinkage: 0 };
const queue = (contacts: number[], own: Partial<StaffingTerms> = {}, handlingS = 180) => ({
  load: { contacts, handlingS: contacts.map(() => handlingS) },
  terms: { ...terms, ...own },
});

test.each([
  ['the published example', [queue([100])], [], [14]],
  ['thirty per cent away divide', [queue([100], { shrinkage: 0.3 })], [], [20]],
  ['nobody calls, two must be there', [queue([0, 100], { minimumAgents: 2 })], [], [2, 14]],
  ['two queues of one skill', [queue([100]), queue([0], { minimumAgents: 1 })], [], [15]],
  [
    'the least that was agreed is on the roster as it is, what is needed beside it divided',
    [queue([100], { shrinkage: 0.3 }), queue([0], { minimumAgents: 1, shrinkage: 0.1 })],
    [],
    [21],
  ],
  ['off-line work fits into idle time', [queue([100, 100])], [queue([10, 0])], [14, 14]],
  [
    'what idle time does not hold fills the valley',
    [queue([100, 0], { occupancy: 0.99 })],
    [queue([60, 0])],
    [14, 3],
  ],
  ['nothing is known', [], [], [0, 0]],
])('%s', (_, live, offLine, needed) => {
  expect(needOfSkill(live, offLine, [0, needed.length])).toEqual(needed);
});

test('off-line work is done before it is due', () => {
  const night = Array<number>(48).fill(0);
  const morning = night.map((_, slot) => (slot === 16 ? 48 : 0));
  const needed = (dueMinutes: number) => needOfSkill([], [queue(morning, { dueMinutes }, 1800)], [0, 48]);
  expect(needed(240).slice(15, 25)).toEqual([0, 6, 6, 6, 6, 6, 6, 6, 6, 0]);
  expect(Math.max(...needed(30))).toBe(48);
});

test('a second week has valleys of its own', () => {
  const contacts = Array.from({ length: 672 }, (_, slot) => (slot < 336 ? 0 : 10));
  const needed = needOfSkill([], [queue(contacts, { dueMinutes: 1440 }, 1800)], [0, 336, 672]);
  expect(Math.max(...needed.slice(0, 336))).toBe(0);
  expect(Math.max(...needed.slice(336))).toBeGreaterThanOrEqual(10);
});

test('one agent less answers fewer in time', () => {
  const of = { contacts: 100, handlingS: 180 };
  expect(levelWith(14, of, terms).withinTarget).toBeGreaterThanOrEqual(0.8);
  expect(levelWith(13, of, terms).withinTarget).toBeLessThan(0.8);
});
