import { expect, test } from 'vitest';
import { adviceFor } from './advice.ts';

test.each<[string[], string[]]>([
  [[], ['score']],
  [
    ['uses-less:40', 'pays-for-little-use', 'tariff'],
    ['score', 'watching'],
  ],
  [
    ['complained:2', 'pays-late:9', 'pays-more:20'],
    ['score', 'sell', 'debt'],
  ],
  [
    ['of-another-version', 'refusals:1'],
    ['score', 'blame-carrier'],
  ],
])('of %j', (reasons, advice) => {
  expect(adviceFor(reasons)).toEqual(advice);
});
