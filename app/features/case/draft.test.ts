import { expect, test } from 'vitest';
import { newestDraft } from './draft.ts';

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
