import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BookableKind, owedBy, postingsOf, reversalOf } from './journal.ts';

const kinds: BookableKind[] = ['charge', 'payment', 'adjustment', 'write_off'];

test.each([
  ['charge', 50_000, 50_000],
  ['payment', 50_000, -50_000],
  ['write_off', 1, -1],
  ['adjustment', 700, 700],
  ['adjustment', -700, -700],
] as const)('a %s of %d changes what is owed by %d', (kind, amount, kopecks) => {
  expect(owedBy(kind, amount)).toEqual({ ok: true, value: kopecks });
});

test.each([
  ['payment', -100, 'not-positive'],
  ['charge', -100, 'not-positive'],
  ['write_off', 0, 'not-positive'],
  ['adjustment', 0, 'not-positive'],
  ['payment', 10.5, 'not-whole'],
  ['payment', Number.NaN, 'not-whole'],
  ['adjustment', 2e12, 'not-whole'],
] as const)('a %s of %d is refused: %s', (kind, amount, code) => {
  expect(owedBy(kind, amount)).toEqual({ ok: false, error: { code } });
});

test('the two sides of any entry and of its reversal sum to zero, and both together leave nothing', () => {
  const amounts = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).filter((one) => one !== 0);
  fc.assert(
    fc.property(fc.constantFrom(...kinds), amounts, (kind, kopecks) => {
      const postings = postingsOf(kind, kopecks);
      const back = reversalOf(postings);
      const sum = (all: { kopecks: number }[]) => all.reduce((total, one) => total + one.kopecks, 0);
      expect(sum(postings)).toBe(0);
      expect(sum(back)).toBe(0);
      for (const { book, kopecks: posted } of postings) {
        expect(sum(back.filter((one) => one.book === book)) + posted).toBe(0);
      }
    }),
  );
});
