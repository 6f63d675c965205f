import { expect, test } from 'vitest';
import { readUnknownNumber } from './unknown-number.ts';

test.each<[string, string[], ReturnType<typeof readUnknownNumber>]>([
  ['never said', [], null],
  ['said once', ['2026-06-01'], 'sign'],
  ['said twice on one day', ['2026-06-01', '2026-06-01'], 'sign'],
  ['said again the next day', ['2026-06-01', '2026-06-02'], { leftOn: '2026-06-01' }],
  ['said again after a month', ['2026-06-01', '2026-07-01'], { leftOn: '2026-06-01' }],
  ['said again much later', ['2026-06-01', '2026-08-01'], 'sign'],
])('%s', (_, toldOn, expected) => {
  expect(readUnknownNumber(toldOn)).toEqual(expected);
});
