import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outOfLine, varianceWithin } from './out-of-line.ts';

const among = (means: readonly number[], n: number) =>
  means.map((mean, place) => ({ key: `p${place}`, n, mean }));
const terms = { within: 0.16, fewest: 30, least: 5 };
const peers = among([0.18, 0.2, 0.22, 0.2, 0.19, 0.21], 400);

describe('who is out of line', () => {
  test.each([
    ['nobody, where all are alike', peers, []],
    ['one far off, with much behind it', [...peers, { key: 'x', n: 400, mean: 0.45 }], ['x']],
    ['nobody with five contacts, however they went', [...peers, { key: 'x', n: 5, mean: 1 }], []],
    ['one far off to the good side too', [...peers, { key: 'x', n: 400, mean: 0.02 }], ['x']],
    ['nobody among three', peers.slice(0, 3), []],
    ['nobody at all', [], []],
  ])('%s', (_, all, keys) => {
    expect(outOfLine(all, terms).people.map(({ key }) => key)).toEqual(keys);
  });

  test.each([
    [3, []],
    [6, ['x']],
  ])('by %i contacts of a rare thing', (contacts, keys) => {
    const all = [...among([0, 0, 0, 0, 0], 250), { key: 'x', n: 250, mean: contacts / 250 }];
    expect(outOfLine(all, { ...terms, within: 0.002 }).people.map(({ key }) => key)).toEqual(keys);
  });

  test('few contacts draw an estimate to the mean of all more than many do', () => {
    const all = [...peers, { key: 'few', n: 40, mean: 0.5 }, { key: 'many', n: 4000, mean: 0.5 }];
    const { people } = outOfLine(all, terms);
    const of = (key: string) => people.find((one) => one.key === key)?.estimate ?? 0;
    expect(of('few')).toBeLessThan(of('many'));
    expect(of('many')).toBeLessThan(0.5);
  });

  test('an estimate lies between his own mean and that of all', () => {
    const observed = fc.record({
      key: fc.uuid(),
      n: fc.integer({ min: 1, max: 500 }),
      mean: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(observed, { maxLength: 30 }), (all) => {
        const { common, people } = outOfLine(all, terms);
        for (const { estimate, mean, n } of people) {
          expect(n).toBeGreaterThanOrEqual(30);
          expect(Math.abs(estimate - mean) + Math.abs(estimate - (common ?? 0))).toBeCloseTo(
            Math.abs(mean - (common ?? 0)),
            9,
          );
        }
      }),
    );
  });
});

test.each([
  ['nothing', [], 0],
  ['one day each', [[5], [9]], 0],
  ['two days of one', [[4, 6]], 2],
  ['each about his own mean', [[4, 6], [104, 106], [7]], 2],
])('the variance within, of %s', (_, days, variance) => {
  expect(varianceWithin(days)).toBe(variance);
});
