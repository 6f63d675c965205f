import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, test } from 'vitest';
import type { PastCharge } from './replay-charges.ts';
import { scorecard } from './scorecard.ts';
import { trainNonpayment } from './train-nonpayment.ts';

const dayMs = 86_400_000;
const dateOf = (day: number) => new Date(Date.UTC(2025, 0, 1) + day * dayMs).toISOString().slice(0, 10);

/** Eighteen months of subscribers who each pay late by a habit of their own. */
function draw(receivables: number, seed: number, more: { kopecks?: number } = {}): PastCharge[][] {
  const generator = xoroshiro128plus(seed);
  return Array.from({ length: receivables }, () => {
    const habit = uniformFloat64(generator) ** 2;
    return Array.from({ length: 18 }, (_, month): PastCharge => {
      const isLate = uniformFloat64(generator) < habit;
      const due = month * 30 + 20;
      const days = isLate
        ? 1 + Math.floor(uniformFloat64(generator) * 20)
        : -Math.floor(uniformFloat64(generator) * 10);
      const kopecks = (more.kopecks ?? 50_000) + Math.floor(uniformFloat64(generator) * 20_000);
      return { issuedOn: dateOf(month * 30), dueOn: dateOf(due), settledOn: dateOf(due + days), kopecks };
    });
  });
}
const until = '2026-07-01';
const cold = { parameters: scorecard, card: { training: null } };

test('what is learnt beats the scorecard and says what it was made from', () => {
  const { trained, rows, drift } = trainNonpayment({ histories: draw(120, 1), until, inForce: cold });
  expect(rows).toBe(120 * 18);
  expect(drift).toEqual([]);
  expect(trained?.isBetter).toBe(true);
  const { card, parameters } = trained ?? {};
  expect(parameters?.kind).not.toBe('scorecard');
  expect(card).toMatchObject({ subjects: 120, rows: 2160, from: '2025-01-01', until, heldOut: 432 });
  expect(card?.auc).toBeGreaterThan(0.75);
  expect(card?.calibrationError).toBeLessThan(0.06);
  expect(card?.rungs.map(({ kind }) => kind)).toEqual(['scorecard', 'logistic', 'additive']);
  expect(card?.beaten).toMatchObject({ kind: 'scorecard' });
  expect(card?.weights[0]?.name).toMatch(/late|Late|Days/);
  expect(JSON.stringify(parameters).length).toBeLessThan(5120);
});

test('a second training on the same charges does not beat the first', () => {
  const input = { histories: draw(120, 1), until };
  const first = trainNonpayment({ ...input, inForce: cold }).trained;
  if (!first) throw new Error('The first was not trained.');
  const inForce = { parameters: first.parameters, card: { training: first.card } };
  expect(trainNonpayment({ ...input, inForce }).trained?.isBetter).toBe(false);
});

test.each<[string, PastCharge[][]]>([
  ['few charges', draw(10, 2)],
  ['nobody ever late', draw(60, 3).map((own) => own.map((one) => ({ ...one, settledOn: one.issuedOn })))],
  ['nothing', []],
])('%s: too little to learn from', (_, histories) => {
  expect(trainNonpayment({ histories, until, inForce: cold }).trained).toBeNull();
});

test('drift is told of a feature that moved, and of no other', () => {
  const first = trainNonpayment({ histories: draw(120, 1), until: '2026-03-01', inForce: cold }).trained;
  if (!first) throw new Error('The first was not trained.');
  const inForce = { parameters: first.parameters, card: { training: first.card } };
  const dearer = draw(120, 1, { kopecks: 500_000 });
  const { drift } = trainNonpayment({ histories: dearer, until, inForce });
  const indexOf = (name: string) => drift.find((one) => one.name === name)?.index;
  expect(indexOf('amount')).toBeGreaterThan(0.25);
  expect(indexOf('lateShare')).toBeLessThan(0.25);
});
