import { expect, test } from 'vitest';
import { isAnswer, isEnough, isRight, QuestionInput, type QuestionKind } from './admission.ts';

test.each([
  ['one', [2], [2], true],
  ['one', [2], [1], false],
  ['several', [0, 2], [2, 0], true],
  ['several', [0, 2], [0], false],
  ['several', [0, 2], [0, 1, 2], false],
  ['number', [199, 0], [199], true],
  ['number', [199, 0], [199.5], false],
  ['number', [14, 1], [15], true],
  ['number', [14, 1], [], false],
  ['one', [0], [], false],
] satisfies [QuestionKind, number[], number[], boolean][])(
  '%s of %j answered by %j: %s',
  (kind, key, given, right) => {
    expect(isRight({ kind, key }, given)).toBe(right);
  },
);

test.each([
  ['one', ['а', 'б'], [1], true],
  ['one', ['а', 'б'], [0, 1], false],
  ['one', ['а', 'б'], [2], false],
  ['several', ['а', 'б'], [], true],
  ['several', ['а', 'б'], [1, 1], false],
  ['number', [], [-3.5], true],
  ['number', [], [Number.NaN], false],
  ['number', [], [], true],
] satisfies [QuestionKind, string[], number[], boolean][])(
  '%s of %j can be answered by %j: %s',
  (kind, options, given, fits) => {
    expect(isAnswer({ kind, options }, given)).toBe(fits);
  },
);

const question = {
  carrier: 'mts',
  topic: 'Роуминг',
  kind: 'one',
  body: 'Что предложить?',
  options: ['Да', 'Нет'],
  key: [0],
  explanation: 'Так в статье.',
  articleId: null,
};

test.each([
  ['a question', {}, null],
  ['one option', { options: ['Да'] }, 'two-options'],
  ['the same option twice', { options: ['Да', 'Да '] }, 'same-options'],
  ['no right option', { key: [] }, 'right-option'],
  ['two right of one', { key: [0, 1] }, 'right-option'],
  ['a right one that is not there', { key: [2] }, 'right-option'],
  ['several with none right', { kind: 'several', key: [] }, 'right-option'],
  ['a number', { kind: 'number', options: [], key: [30, 0] }, null],
  ['a number without a tolerance', { kind: 'number', options: [], key: [30] }, 'number'],
  ['a number with options', { kind: 'number', key: [30, 0] }, 'number'],
])('%s', (_what, over, fault) => {
  const read = QuestionInput.safeParse({ ...question, ...over });
  expect(read.success ? null : read.error.issues[0]?.message).toBe(fault);
});

test.each([
  [8, 10, 80, true],
  [7, 9, 78, false],
  [2, 3, 66, true],
  [2, 3, 67, false],
  [0, 0, 1, false],
])('%i of %i passes at %i per cent: %s', (earned, of, percent, passes) => {
  expect(isEnough(earned, of, percent)).toBe(passes);
});
