import { expect, test } from 'vitest';
import { exerciseAt, isServedWell, nextExercise, PracticeInput } from './practice.ts';

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

test.each([
  ['what was wished was sent and done', { isSent: true, isWished: true, wouldEnd: 'done' }, true],
  ['a person does it in the cabinet', { isSent: true, isWished: true, wouldEnd: 'person' }, true],
  ['something else was sent', { isSent: true, isWished: false, wouldEnd: 'done' }, false],
  ['it was sent though the carrier refuses', { isSent: true, isWished: true, wouldEnd: 'refused' }, false],
  [
    'it was explained, for the carrier refuses',
    { isSent: false, isWished: false, wouldEnd: 'refused' },
    true,
  ],
  ['it was not sent though it was possible', { isSent: false, isWished: false, wouldEnd: 'done' }, false],
] as const)('%s', (_what, did, isWell) => {
  expect(isServedWell(did)).toBe(isWell);
});

test.each([
  [{ step: 'decline' }, true],
  [{ step: 'send', kind: 'option.connect', itemCode: 'X', reason: null }, true],
  [{ step: 'send', kind: 'option.connect', itemCode: null, reason: null }, false],
  [{ step: 'preview', kind: 'line.block', itemCode: null, reason: null }, false],
  [{ step: 'preview', kind: 'line.block', itemCode: null, reason: 'theft' }, true],
  [{ step: 'send', kind: '', itemCode: null, reason: null }, false],
])('%o is taken: %s', (input, isTaken) => {
  expect(PracticeInput.safeParse(input).success).toBe(isTaken);
});
