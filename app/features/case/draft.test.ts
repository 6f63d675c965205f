import { expect, test } from 'vitest';
import { newestDraft, restOf, withTakenBack } from './draft.ts';

const at = (savedAt: number, body: string) => ({ body, savedAt });

test.each([
  [null, null, ''],
  [at(1, 'здесь'), null, 'здесь'],
  [null, at(1, 'там'), 'там'],
  [at(1, 'здесь'), at(2, 'там'), 'там'],
  [at(2, 'здесь'), at(1, 'там'), 'здесь'],
  [at(2, 'здесь'), at(2, 'там'), 'здесь'],
  [at(2, ''), at(1, 'там'), ''],
])('of %o here and %o on the server goes on %s', (here, server, body) => {
  expect(newestDraft(here, server)).toBe(body);
});

test.each([
  ['Да', 'Да', ''],
  ['Да  \n', 'Да', ''],
  ['Да\nИ ещё', 'Да', 'И ещё'],
  ['Другое', 'Да', 'Другое'],
  ['', 'Да', ''],
])('of %j, once %j has gone, %j is left', (body, sent, rest) => {
  expect(restOf(body, sent)).toBe(rest);
});

test.each([
  ['', 'Да', 'Да'],
  ['Да', 'Да', 'Да'],
  ['Да\nИ ещё', 'Да', 'Да\nИ ещё'],
  ['Другое', 'Да', 'Да\n\nДругое'],
])('to %j comes back %j: %j', (body, sent, whole) => {
  expect(withTakenBack(body, sent)).toBe(whole);
});
