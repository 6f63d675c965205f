import { expect, test } from 'vitest';
import { difficultyKey, weighDifficulty, workWeight } from './difficulty.ts';

const worked = (count: number, channel: string, steps: number) =>
  Array.from({ length: count }, () => ({ channel, topicId: 'sim', steps }));

test('what takes more steps is harder; of few cases little is made, and nothing goes to extremes', () => {
  const weights = weighDifficulty([
    ...worked(400, 'call', 2),
    ...worked(400, 'email', 4),
    ...worked(1, 'web', 90),
    ...worked(400, 'chat', 0),
  ]);
  expect(weights).toEqual({ 'call sim': 97, 'email sim': 189, 'web sim': 200, 'chat sim': 50 });
  expect(weighDifficulty([])).toEqual({});
});

test('a case without a topic has a kind of its own', () => {
  expect(difficultyKey({ channel: 'call', topicId: null })).toBe('call ');
});

test.each([
  [100, 8, 100],
  [100, 4, 200],
  [150, 12, 100],
  [200, 1, 300],
  [50, 24, 30],
])('work of %i percent in a shift of %i hours weighs %i', (difficulty, hours, weight) => {
  expect(workWeight(difficulty, hours)).toBe(weight);
});
