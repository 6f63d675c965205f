import fc from 'fast-check';
import { expect, test } from 'vitest';
import { erlangA } from './erlang-a.ts';
import { erlangB, erlangC } from './erlang-c.ts';

const periodS = 1800;

/** Octave's queueing package 1.2.7, qsmmm. Contacts in half an hour, handling, agents, target; then what comes of it. */
test.each([
  [100, 180, 11, 20, 0.6821182, 0.38961381, 122.781277, 0.90909091],
  [100, 180, 14, 20, 0.17413193, 0.88835002, 7.835937, 0.71428571],
  [250, 210, 30, 20, 0.82798688, 0.23518634, 208.652693, 0.97222222],
  [360, 240, 55, 20, 0.23870094, 0.86679649, 8.184032, 0.87272727],
  [6, 60, 1, 20, 0.2, 0.84681433, 15, 0.2],
  [1000, 240, 137, 20, 0.66381338, 0.51095941, 43.449603, 0.97323601],
  [3600, 240, 500, 20, 0.26651252, 0.94966229, 3.19815, 0.96],
])(
  'Erlang C: %i contacts of %i s for %i',
  (contacts, handlingS, agents, targetS, waits, within, wait, busy) => {
    const level = erlangC({ contacts, periodS, handlingS }, agents, targetS);
    expect(level.waits).toBeCloseTo(waits, 7);
    expect(level.withinTarget).toBeCloseTo(within, 7);
    expect(level.meanWaitS).toBeCloseTo(wait, 5);
    expect(level.occupancy).toBeCloseTo(busy, 7);
  },
);

/** Octave: steady state of the chain, and its matrix exponential for a tagged contact. Patience after the agents. */
test.each([
  [1440, 60, 50, 120, 0.46777407, 0.03091225, 0.94301895, 3.70947, 0.93032424],
  [126, 120, 12, 60, 0.12737228, 0.02967891, 0.94526958, 1.780734, 0.67922477],
  [360, 240, 44, 90, 0.58483141, 0.12204203, 0.68571291, 10.983783, 0.95777233],
  [100, 180, 10, 60, 0.42341767, 0.15752687, 0.71801019, 9.451612, 0.84247313],
  [20, 300, 5, 180, 0.22466508, 0.07574599, 0.81267062, 13.634278, 0.61616934],
  [1000, 240, 140, 60, 0.20405943, 0.02361092, 0.96993743, 1.416655, 0.92989437],
])(
  'Erlang A: %i contacts of %i s for %i',
  (contacts, handlingS, agents, patienceS, waits, lost, within, wait, busy) => {
    const level = erlangA({ contacts, periodS, handlingS, patienceS }, agents, 20);
    expect(level.waits).toBeCloseTo(waits, 7);
    expect(level.abandons).toBeCloseTo(lost, 7);
    expect(level.withinTarget).toBeCloseTo(within, 7);
    expect(level.meanWaitS).toBeCloseTo(wait, 5);
    expect(level.occupancy).toBeCloseTo(busy, 7);
  },
);

test.each([
  [2, 5, 0.0367],
  [10, 14, 0.0568],
  [5, 10, 0.0184],
])('Erlang B: %i erlangs at %i lines', (load, lines, blocked) => {
  expect(erlangB(load, lines)).toBeCloseTo(blocked, 4);
});

const offered = fc.record({
  contacts: fc.integer({ min: 1, max: 3000 }),
  periodS: fc.constant(periodS),
  handlingS: fc.integer({ min: 10, max: 900 }),
});
const agents = fc.integer({ min: 1, max: 600 });

test('who is patient without end waits as in Erlang C', () => {
  fc.assert(
    fc.property(offered, fc.double({ min: 0.05, max: 0.9, noNaN: true }), (work, share) => {
      const enough = Math.ceil((work.contacts * work.handlingS) / periodS / share) + 1;
      const [patient, endless] = [
        erlangA({ ...work, patienceS: 1e9 }, enough, 20),
        erlangC(work, enough, 20),
      ];
      expect(patient.waits).toBeCloseTo(endless.waits, 4);
      expect(patient.withinTarget).toBeCloseTo(endless.withinTarget, 4);
    }),
  );
});

test('one agent more never makes it worse, and all shares are shares', () => {
  fc.assert(
    fc.property(offered, agents, fc.integer({ min: 5, max: 3600 }), (work, count, patienceS) => {
      const [less, more] = [count, count + 1].map((some) => erlangA({ ...work, patienceS }, some, 20));
      if (!less || !more) throw new Error('Two are compared.');
      for (const share of [less.waits, less.abandons, less.withinTarget]) {
        expect(share).toBeGreaterThanOrEqual(-1e-9);
        expect(share).toBeLessThanOrEqual(1 + 1e-9);
      }
      expect(more.waits).toBeLessThanOrEqual(less.waits + 1e-9);
      expect(more.abandons).toBeLessThanOrEqual(less.abandons + 1e-9);
      expect(more.withinTarget).toBeGreaterThanOrEqual(less.withinTarget - 1e-9);
    }),
  );
});
