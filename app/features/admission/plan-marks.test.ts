import fc from 'fast-check';
import { expect, test } from 'vitest';
import { earnedOf, type Mark, type MarkedItem, planMarks } from './plan-marks.ts';

const item = (over: Partial<MarkedItem> = {}): MarkedItem => ({
  position: 0,
  kind: 'one',
  key: [1],
  given: [1],
  isWithdrawn: false,
  standing: null,
  ...over,
});
const award = { position: 0, entry: 1, kind: 'award', reversesSeq: null };
const stands = (earned: number) => ({ seq: 7, entry: 1, earned });

test.each([
  ['a right answer', {}, [{ ...award, earned: 1, reason: 'answer' }]],
  ['a wrong answer', { given: [0] }, [{ ...award, earned: 0, reason: 'answer' }]],
  ['no answer', { given: null }, [{ ...award, earned: 0, reason: 'answer' }]],
  [
    'withdrawn while it was answered wrong',
    { given: [0], isWithdrawn: true },
    [{ ...award, earned: 1, reason: 'withdrawn' }],
  ],
  ['marked already', { standing: stands(1) }, []],
  [
    'withdrawn after it was marked wrong',
    { given: [0], isWithdrawn: true, standing: stands(0) },
    [
      { ...award, entry: 2, kind: 'reversal', reversesSeq: 7, earned: 0, reason: 'withdrawn' },
      { ...award, entry: 3, earned: 1, reason: 'withdrawn' },
    ],
  ],
  ['withdrawn after it was marked right', { isWithdrawn: true, standing: stands(1) }, []],
])('%s', (_what, over, marks) => {
  expect(planMarks([item(over)])).toEqual(marks);
});

/** The items as the marks left them. */
function after(items: MarkedItem[], marks: Mark[]): MarkedItem[] {
  return items.map((one) => {
    const index = marks.findLastIndex(({ position, kind }) => position === one.position && kind === 'award');
    const mark = marks[index];
    return mark ? { ...one, standing: { seq: 100 + index, entry: mark.entry, earned: mark.earned } } : one;
  });
}

const anyItems = fc
  .array(fc.record({ given: fc.option(fc.constantFrom([0], [1])), isWithdrawn: fc.boolean() }), {
    maxLength: 12,
  })
  .map((rows) => rows.map((row, position) => item({ ...row, position })));

test('marked twice is marked once, and a withdrawal only ever adds', () => {
  fc.assert(
    fc.property(anyItems, fc.nat(11), (items, withdrawn) => {
      const first = planMarks(items);
      const marked = after(items, first);
      expect(planMarks(marked)).toEqual([]);
      const later = marked.map((one) => (one.position === withdrawn ? { ...one, isWithdrawn: true } : one));
      const second = planMarks(later);
      const [before, now] = [earnedOf(marked, []), earnedOf(marked, second)];
      expect(now - before === 0 || now - before === 1).toBe(true);
      expect(earnedOf(after(later, second), [])).toBe(now);
      expect(planMarks(after(later, second))).toEqual([]);
    }),
  );
});
