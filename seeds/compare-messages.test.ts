import { expect, test } from 'vitest';
import { compareMessages } from './compare-messages.ts';

test.each([
  ['all there once', ['a', 'b'], ['b', 'a'], []],
  ['told twice, heard once', ['a', 'a'], ['a'], []],
  ['one is gone', ['a', 'b'], ['a'], ['lost']],
  ['one is doubled', ['a'], ['a', 'a'], ['duplicated']],
  ['one that nobody wrote', [], ['a'], ['mismatched']],
])('%s', (_name, known, found, kinds) => {
  expect(compareMessages('mail', known, found).map(({ kind }) => kind)).toEqual(kinds);
});
