import { expect, test } from 'vitest';
import { fitModel } from '#app/features/prediction/fit-model.ts';
import { churnSamples } from './line-columns.ts';
import { featuresOfLine } from './line-features.ts';
import type { LineLife } from './line-life.ts';

const asOf = { on: '2026-06-01', at: Date.parse('2026-05-31T21:00:00Z') };
const empty: Omit<LineLife, 'lineId' | 'tariff' | 'tariffSince'> = {
  joinedOn: '2025-06-01',
  carrier: 'mts',
  usage: [],
  requests: [],
  cases: [],
  ratings: [],
  contacts: [],
  charges: [],
  balances: [],
  absences: [],
};

/** Half of them changed their tariff after the day: of these nobody left, they were still there to change it. */
const replayed = Array.from({ length: 2000 }, (_, index) => {
  const tariffSince = index % 2 === 0 ? asOf.at + 1 : null;
  const life = { ...empty, lineId: `l${index}`, tariff: index % 4 < 2 ? 'smart' : 'max', tariffSince };
  return { asOf: asOf.on, features: featuresOfLine(life, asOf), hasLeft: index % 2 === 1 && index % 5 === 0 };
});

test.each(['logistic', 'additive'] as const)(
  'that a tariff was changed later teaches a %s model nothing',
  (kind) => {
    const { terms } = fitModel(kind, churnSamples(replayed));
    const tariff = terms.find(({ name }) => name === 'tariff');
    if (tariff?.kind !== 'levels') throw new Error('A tariff is a category.');
    expect(tariff.missing).toBe(0);
    const [first = 0, second = 0] = tariff.values;
    expect(Math.abs(first)).toBeLessThan(0.1);
    expect(Math.abs(second)).toBeLessThan(0.1);
  },
);
