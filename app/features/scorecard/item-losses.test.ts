import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultCard } from './default-card.ts';
import { itemLosses, totalLosses } from './item-losses.ts';
import { scoreAnswers } from './score-answers.ts';
import { itemsOf, marksOf } from './scorecard.ts';

const answers = fc.record(
  Object.fromEntries(
    itemsOf(defaultCard).map(({ id, scale }) => [id, fc.constantFrom(null, ...marksOf(scale))]),
  ),
);

test('whatever was marked, the score and what was lost make a hundred', () => {
  fc.assert(
    fc.property(answers, (given) => {
      const before = scoreAnswers(defaultCard, given).percentBeforeErrors;
      const lost = itemLosses(defaultCard, given).reduce((sum, one) => sum + one.lost, 0);
      expect(before === null ? 0 : before + lost).toBeCloseTo(before === null ? 0 : 100, 9);
    }),
  );
});

test('the item that cost most stands first, whichever applied', () => {
  const loss = (itemId: string, lost: number) => ({ itemId, title: itemId, mark: 1, weight: 50, lost });
  const totals = totalLosses([[loss('a', 10), loss('b', 40)], [loss('a', 20)], []]);
  expect(totals).toEqual([
    { itemId: 'b', title: 'b', n: 1, lost: 40, share: 40 / 70 },
    { itemId: 'a', title: 'a', n: 2, lost: 15, share: 30 / 70 },
  ]);
  expect(totalLosses([[loss('a', 0)]])).toMatchObject([{ share: 0 }]);
});
