import fc from 'fast-check';
import { expect, test } from 'vitest';
import { familyAccuracy } from './family-accuracy.ts';
import { meanScore, scoreAnswers } from './score-answers.ts';
import {
  type Answers,
  CardContent,
  type CardItem,
  errorFamilies,
  findAnswerFault,
  findCardFault,
  type Scale,
  scales,
} from './scorecard.ts';

type Critical = NonNullable<CardItem['critical']>;
const item = (
  id: string,
  scale: Scale = 'yes-no',
  weight = 1,
  critical: Critical | null = null,
): CardItem => {
  return { id, title: id, hint: '', scale, weight, critical };
};
const card = (...sections: [weight: number, items: CardItem[]][]): CardContent => ({
  sections: sections.map(([weight, items], index) => ({ id: `s${index}`, title: 's', weight, items })),
  capPercent: 50,
});
const percentOf = (content: CardContent, answers: Answers) => scoreAnswers(content, answers).percent;

test.each<[Scale, number[]]>([
  ['yes-no', [0, 100]],
  ['points-3', [0, 50, 100]],
  ['points-4', [0, 100 / 3, 200 / 3, 100]],
  ['points-5', [0, 25, 50, 75, 100]],
])('the marks of %s are worth %j', (scale, expected) => {
  const first = scale === 'yes-no' ? 0 : 1;
  const one = card([7, [item('a', scale, 3)]]);
  expect(expected.map((_, index) => percentOf(one, { a: first + index }))).toEqual(expected);
});

test('groups weigh their points: 1 of 2 at 40 and 1 of 1 at 20 are 60 %', () => {
  const content = card([40, [item('a'), item('b')]], [20, [item('c')]]);
  expect(percentOf(content, { a: 1, b: 0, c: 1 })).toBe(60);
});

test('ten items of five points with one "no" are 90 %', () => {
  const ids = Array.from({ length: 10 }, (_, index) => `i${index}`);
  const content = card([1, ids.map((id) => item(id, 'yes-no', 5))]);
  expect(percentOf(content, Object.fromEntries(ids.map((id, index) => [id, index === 4 ? 0 : 1])))).toBe(90);
});

test('every review counts once: 100, 9.91, 63.96, 90.99 and 0 are 52.97 %', () => {
  const percents = [100, 9.91, null, 63.96, 90.99, 0];
  expect(meanScore(percents.map((percent) => ({ percent })))?.toFixed(2)).toBe('52.97');
  expect(meanScore([{ percent: null }])).toBeNull();
});

test('what does not apply leaves the denominator, and when nothing applies there is no score', () => {
  const content = card([1, [item('a'), item('b', 'points-5', 9)]]);
  expect(percentOf(content, { a: 1, b: null })).toBe(100);
  expect(scoreAnswers(content, { a: null, b: null })).toMatchObject({
    percent: null,
    families: {},
    errors: [],
  });
});

const critical = (effect: Critical['effect'], family: Critical['family'] = 'customer') => ({
  family,
  effect,
});
test.each([
  ['zero', 0],
  ['cap', 50],
  ['flag', 90],
] as const)('an error of the effect %s leaves %i %%', (effect, expected) => {
  const content = card([1, [item('a', 'yes-no', 1, critical(effect)), item('b', 'yes-no', 9)]]);
  const score = scoreAnswers(content, { a: 0, b: 1 });
  expect(score).toEqual({
    percent: expected,
    percentBeforeErrors: 90,
    families: { customer: false },
    errors: ['a'],
  });
  expect(percentOf(content, { a: 1, b: 0 })).toBe(10);
});

test('a mark below the half of its scale is an error, the half is none', () => {
  const content = card([1, [item('a', 'points-5', 1, critical('zero'))]]);
  expect([1, 2, 3, 4].map((a) => percentOf(content, { a }))).toEqual([0, 0, 50, 75]);
});

test('the accuracy of a family counts reviews to which it applied', () => {
  const content = card([
    1,
    [
      item('a', 'yes-no', 1, critical('flag', 'business')),
      item('b', 'yes-no', 1, critical('flag', 'business')),
      item('c', 'yes-no', 1, critical('flag', 'compliance')),
    ],
  ]);
  const reviews: Answers[] = [
    { a: 1, b: 0, c: null },
    { a: 1, b: 1, c: 1 },
    { a: null, b: 1, c: 1 },
    { a: null, b: null, c: 0 },
  ];
  const accuracy = familyAccuracy(reviews.map((answers) => scoreAnswers(content, answers)));
  expect(accuracy.business).toMatchObject({ n: 3, share: 2 / 3 });
  expect(accuracy.compliance).toMatchObject({ n: 3, share: 2 / 3 });
  expect(accuracy.customer).toEqual({ n: 0, share: null, interval: { low: 0, high: 1 } });
  expect(accuracy.business.interval.low).toBeCloseTo(0.20766, 4);
});

test.each([
  ['a weight of zero', { weight: 0 }],
  ['a broken weight', { weight: 1.5 }],
  ['no title', { title: ' ' }],
  ['an unknown scale', { scale: 'points-6' }],
])('%s is refused', (_what, over) => {
  const content = card([1, [item('a')]]);
  expect(CardContent.safeParse(content).success).toBe(true);
  const wrong = { ...content, sections: [{ ...content.sections[0], items: [{ ...item('a'), ...over }] }] };
  expect(CardContent.safeParse(wrong).success).toBe(false);
  expect(CardContent.safeParse(card([0, [item('a')]])).success).toBe(false);
});

test('ids are not shared, even across sections', () => {
  expect(findCardFault(card([1, [item('a')]], [1, [item('b')]]))).toBeUndefined();
  expect(findCardFault(card([1, [item('a')]], [1, [item('a')]]))).toEqual({ code: 'id-twice', id: 'a' });
});

test.each([
  [{ a: 1, b: 5 }, undefined],
  [{ a: null, b: null }, undefined],
  [{ a: 1 }, { code: 'item-unanswered', id: 'b' }],
  [
    { a: 2, b: 1 },
    { code: 'mark-off-scale', id: 'a', mark: 2 },
  ],
  [
    { a: 1, b: 0 },
    { code: 'mark-off-scale', id: 'b', mark: 0 },
  ],
  [
    { a: 1, b: 2.5 },
    { code: 'mark-off-scale', id: 'b', mark: 2.5 },
  ],
  [
    { a: 1, b: 2, c: 1 },
    { code: 'item-unknown', id: 'c' },
  ],
])('the fault of %j is %j', (answers, fault) => {
  const content = card([1, [item('a'), item('b', 'points-5')]]);
  expect(findAnswerFault(content, answers as Answers)).toEqual(fault);
});

const anyItem = fc.record({
  scale: fc.constantFrom(...scales),
  weight: fc.integer({ min: 1, max: 100 }),
  critical: fc.option(
    fc.record({
      family: fc.constantFrom(...errorFamilies),
      effect: fc.constantFrom<Critical['effect']>('zero', 'cap', 'flag'),
    }),
  ),
  share: fc.option(fc.nat(4)),
});

test('whatever the card, the score is within 0…100, and a better mark never lowers it', () => {
  fc.assert(
    fc.property(fc.array(anyItem, { minLength: 1, maxLength: 12 }), fc.nat(), (drawn, at) => {
      const items = drawn.map((one, index) => item(`i${index}`, one.scale, one.weight, one.critical));
      const most = (scale: Scale) => (scale === 'yes-no' ? 1 : Number(scale.at(-1)));
      const least = (scale: Scale) => (scale === 'yes-no' ? 0 : 1);
      const marks = drawn.map(({ scale, share }) =>
        share === null ? null : Math.min(most(scale), least(scale) + share),
      );
      const score = (changed: (number | null)[]) =>
        percentOf(card([3, items]), Object.fromEntries(changed.map((mark, index) => [`i${index}`, mark])));
      const percent = score(marks);
      expect(percent === null).toBe(marks.every((mark) => mark === null));
      if (percent === null) return;
      expect(percent).toBeGreaterThanOrEqual(0);
      expect(percent).toBeLessThanOrEqual(100);
      const index = at % drawn.length;
      const best = marks.map((mark, i) =>
        i === index && mark !== null ? most(drawn[i]?.scale ?? 'yes-no') : mark,
      );
      expect(score(best)).toBeGreaterThanOrEqual(percent);
    }),
  );
});
