import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawFrom } from '#app/features/roster/seeded-draw.ts';
import { tourFinder } from './best-nrp-tour.ts';
import { checkNrp } from './check-nrp.ts';
import type { NrpPerson, NrpProblem } from './nrp.ts';
import { nrpPlan, nrpTours } from './nrp-tours.ts';
import { readNrp } from './read-nrp.ts';
import { solveTours } from './solve-tours.ts';

const text = `# two weeks of two people
SECTION_HORIZON
14

SECTION_SHIFTS
E,480,
L,480,E

SECTION_STAFF
A,E=14|L=2,4320,3360,5,2,2,1
B,E=14|L=14,4320,3360,5,2,2,1

SECTION_DAYS_OFF
A,0
B,5,6

SECTION_SHIFT_ON_REQUESTS
A,2,E,3

SECTION_SHIFT_OFF_REQUESTS
B,1,L,4

SECTION_COVER
0,E,1,100,1
1,L,1,100,1
`;

test('a file is read by its sections', () => {
  const problem = readNrp(text);
  expect(problem.days).toBe(14);
  expect(problem.shifts[1]).toEqual({ id: 'L', minutes: 480, notAfter: [] });
  expect(problem.shifts[0]).toEqual({ id: 'E', minutes: 480, notAfter: [1] });
  expect(problem.people[0]?.mostOf).toEqual([14, 2]);
  expect([...(problem.people[1]?.daysOff ?? [])]).toEqual([5, 6]);
  expect(problem.cover[1]).toEqual({ day: 1, shift: 1, wanted: 1, under: 100, over: 1 });
});

test.each([
  ['an unknown shift', text.replace('1,L,1,100,1', '1,N,1,100,1'), 'no shift "N"'],
  ['an unknown person', text.replace('A,2,E,3', 'C,2,E,3'), 'no person "C"'],
  ['a day too late', text.replace('B,1,L,4', 'B,14,L,4'), 'Day 14 is beyond'],
  ['no number', text.replace('0,E,1,100,1', '0,E,one,100,1'), '"one" is not a requirement'],
  ['no cover', text.slice(0, text.indexOf('SECTION_COVER')), 'no section COVER'],
  ['a line before all', `x\n${text}`, 'before the first section'],
])('%s is told', (_, wrong, words) => {
  expect(() => readNrp(wrong)).toThrow(words);
});

const easy: NrpPerson = {
  id: 'A',
  mostOf: [14, 14],
  minMinutes: 0,
  maxMinutes: 14 * 480,
  minRun: 2,
  maxRun: 3,
  minDaysOff: 2,
  maxWeekends: 1,
  daysOff: new Set(),
  wantsOn: [],
  wantsOff: [],
};
const frame = {
  days: 14,
  shifts: [
    { id: 'E', minutes: 480, notAfter: [1] },
    { id: 'L', minutes: 480, notAfter: [] },
  ],
  cover: [],
};
const tourOf = (word: string) => Int8Array.from(word, (letter) => '.EL'.indexOf(letter) - 1);

test.each([
  ['EE..EE..EE....', []],
  ['..EE..EE..E...', ['only 1 days in a row']],
  ['E...EE..EE....', []],
  ['EE.EE.........', ['only 1 days off']],
  ['..E...........', ['only 1 days in a row']],
  ['EEEE..........', ['4 days in a row']],
  ['LE............', ['E after L']],
  ['....EE.....EE.', ['2 weekends']],
  ['..............', ['0 minutes']],
])('%s', (word, faults) => {
  const person = faults.includes('0 minutes') ? { ...easy, minMinutes: 480 } : easy;
  const found = checkNrp({ ...frame, people: [person] }, [tourOf(word)]).faults;
  expect(found).toHaveLength(faults.length);
  for (const [place, fault] of faults.entries()) expect(found[place]).toContain(fault);
});

test('wishes and cover are reckoned by their weights', () => {
  const problem: NrpProblem = {
    ...frame,
    people: [
      { ...easy, wantsOn: [{ day: 0, shift: 1, weight: 5 }], wantsOff: [{ day: 1, shift: 0, weight: 7 }] },
    ],
    cover: [
      { day: 0, shift: 0, wanted: 3, under: 100, over: 1 },
      { day: 1, shift: 0, wanted: 0, under: 100, over: 1 },
    ],
  };
  expect(checkNrp(problem, [tourOf('EE............')])).toMatchObject({ wishes: 12, cover: 201, cost: 213 });
});

const person = fc.record({
  id: fc.constant('A'),
  mostOf: fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 3 })),
  minMinutes: fc.integer({ min: 0, max: 3 }).map((count) => count * 480),
  maxMinutes: fc.integer({ min: 3, max: 8 }).map((count) => count * 480),
  minRun: fc.integer({ min: 1, max: 2 }),
  maxRun: fc.integer({ min: 2, max: 4 }),
  minDaysOff: fc.integer({ min: 1, max: 3 }),
  maxWeekends: fc.integer({ min: 0, max: 1 }),
  daysOff: fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { maxLength: 3 }).map((days) => new Set(days)),
  wantsOn: fc.constant([]),
  wantsOff: fc.constant([]),
});
const eight = { ...frame, days: 8 };

test('the tour found is legal, and of all legal ones there is none cheaper', () => {
  const all = Array.from({ length: 3 ** eight.days }, (_, number) =>
    Int8Array.from({ length: eight.days }, (_day, day) => (Math.floor(number / 3 ** day) % 3) - 1),
  );
  const prices = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(person, prices, (someone, costs) => {
      const problem = { ...eight, people: [someone] };
      const costOf = (tour: Int8Array) =>
        tour.reduce((sum, shift, day) => sum + (shift < 0 ? 0 : (costs[2 * day + shift] ?? 0)), 0);
      const found = tourFinder(problem, someone)(Float64Array.from(costs));
      const legal = all.filter((tour) => checkNrp(problem, [tour]).faults.length === 0);
      if (legal.length === 0) expect(found).toBeNull();
      else {
        if (!found) throw new Error('There is a legal tour.');
        expect(checkNrp(problem, [found.tour]).faults).toEqual([]);
        expect(costOf(found.tour)).toBe(found.cost);
        expect(found.cost).toBe(Math.min(...legal.map(costOf)));
      }
    }),
    { numRuns: 12 },
  );
});

test('a plan is legal, costs what is told, and no less than its bound', async () => {
  const problem = readNrp(text);
  const people = Array.from({ length: 4 }, (_, place) => ({
    ...(problem.people[place % 2] ?? easy),
    id: `P${place}`,
  }));
  const cover = Array.from({ length: 28 }, (_, cell) => ({
    day: cell >> 1,
    shift: cell & 1,
    wanted: 1,
    under: 100,
    over: 1,
  }));
  const larger = { ...problem, people, cover };
  let looks = 0;
  const solved = await solveTours(nrpTours(larger), {
    isOver: () => {
      looks += 1;
      return looks > 400;
    },
    draw: drawFrom(3),
  });
  const verdict = checkNrp(larger, nrpPlan(solved.plan));
  expect(verdict.faults).toEqual([]);
  expect(verdict.cost).toBeCloseTo(solved.cost, 6);
  expect(solved.bound).toBeLessThanOrEqual(solved.cost + 1e-6);
  expect(solved.cost - solved.bound).toBeLessThan(0.1 * solved.cost);
});

test('who can keep no rule is named', async () => {
  const problem = readNrp(text.replace('4320,3360', '4320,4800'));
  await expect(solveTours(nrpTours(problem), { isOver: () => false, draw: drawFrom(1) })).rejects.toThrow(
    'Person 0',
  );
});
