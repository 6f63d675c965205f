import { expect, test } from 'vitest';
import { type PointFact, type PointRule, rawPoints, rulesFor } from './points.ts';

const at = (day: number) => new Date(Date.UTC(2026, 2, day));
const rule: PointRule = {
  id: 'solved',
  version: 1,
  title: 'Решено',
  event: 'case-solved',
  points: 10,
  cap: null,
  isOn: true,
  control: null,
  from: at(1),
};
const fact = { event: 'case-solved', occurredAt: at(10), agentId: 'anna' } as const;

test.each<[string, Partial<PointRule>[], number[]]>([
  ['holds from its instant on', [{ from: at(10) }], [1]],
  ['does not reach back', [{ from: at(11) }], []],
  ['pays for its own event only', [{ event: 'request-done' }], []],
  ['switched off pays nothing', [{ isOn: false }], []],
  ['leaves its control group out', [{ control: ['anna'] }], []],
  ['rewards those beside its control group', [{ control: ['boris'] }], [1]],
  ['is followed by its next version, in whatever order they come', [{ version: 2 }, { version: 1 }], [2]],
  ['holds until its next version does', [{}, { version: 2, from: at(11) }], [1]],
  ['is over when its next version is switched off', [{}, { version: 2, isOn: false }], []],
])('a rule %s', (_what, rules, versions) => {
  const found = rulesFor(
    rules.map((over) => ({ ...rule, ...over })),
    fact,
  );
  expect(found.map(({ version }) => version)).toEqual(versions);
});

test.each<[Partial<PointFact>, number]>([
  [{}, 10],
  [{ share: 0.84 }, 8],
  [{ share: 1.5 }, 10],
  [{ share: -1 }, 0],
  [{ weightPercent: 150 }, 15],
  [{ share: 0.5, weightPercent: 50 }, 3],
])('%j of a rule of ten points is %i', (given, points) => {
  expect(rawPoints(rule, { share: 1, weightPercent: 100, ...given })).toBe(points);
});
