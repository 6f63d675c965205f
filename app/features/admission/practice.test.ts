import { expect, test } from 'vitest';
import { exerciseAt, nextExercise } from './practice.ts';

test('refused and done come in no order that can be guessed from the last one', () => {
  const states: string[] = [];
  for (let n = 0, at = 0; n < 100; n++, at = nextExercise(at)) states.push(exerciseAt(at).state);
  const after = (state: string) => new Set(states.filter((_, n) => states[n - 1] === state));
  expect(after('done')).toEqual(new Set(['done', 'refused']));
  expect(states.filter((state) => state === 'refused')).toHaveLength(40);
});

test('one comes to many different requests before the first returns', () => {
  const seen = new Set<string>();
  for (let n = 0, at = 0; n < 200; n++, at = nextExercise(at)) seen.add(JSON.stringify(exerciseAt(at)));
  expect(seen.size).toBeGreaterThan(100);
});
