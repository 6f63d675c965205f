import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawQuestions } from './draw-questions.ts';

const topics = ['Роуминг', 'Тарифы', 'Правила'];
const bankOf = (size: number) =>
  Array.from({ length: size }, (_, n) => ({
    id: `q${String(n).padStart(3, '0')}`,
    version: 1 + (n % 3),
    topic: topics[n % topics.length] ?? '',
    options: ['а', 'б', 'в', 'г'].slice(0, n % 5),
  }));

test('the same seed draws the same, in whatever order the bank comes; another seed draws another', () => {
  const parts = [{ topic: 'Роуминг', count: 5 }];
  const drawn = drawQuestions(parts, bankOf(90), 42);
  expect(drawQuestions(parts, bankOf(90).reverse(), 42)).toEqual(drawn);
  expect(drawQuestions(parts, bankOf(90), 43)).not.toEqual(drawn);
});

test('a topic with too few questions is named', () => {
  const parts = [
    { topic: 'Роуминг', count: 1 },
    { topic: 'Тарифы', count: 4 },
  ];
  expect(drawQuestions(parts, bankOf(9), 1)).toEqual({ ok: false, short: 'Тарифы' });
});

test('whatever is asked for: no question twice, as many of a topic as said, every option shown once', () => {
  const counts = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(counts, fc.integer({ min: 0, max: 2 ** 31 - 1 }), (wanted, seed) => {
      const bank = bankOf(30);
      const parts = wanted.map((count, n) => ({ topic: topics[n] ?? '', count }));
      const draw = drawQuestions(parts, bank, seed);
      if (!draw.ok) throw new Error(draw.short);
      expect(new Set(draw.drawn.map(({ questionId }) => questionId)).size).toBe(draw.drawn.length);
      for (const { topic, count } of parts) {
        const ofTopic = draw.drawn.filter(
          ({ questionId }) => bank.find(({ id }) => id === questionId)?.topic === topic,
        );
        expect(ofTopic).toHaveLength(count);
      }
      for (const { questionId, version, optionOrder } of draw.drawn) {
        const question = bank.find(({ id }) => id === questionId);
        expect(version).toBe(question?.version);
        expect(optionOrder.toSorted()).toEqual([...(question?.options.keys() ?? [])]);
      }
    }),
  );
});
