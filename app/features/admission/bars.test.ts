import { expect, test } from 'vitest';
import { barsOf, isBarred } from './bars.ts';

const on = (carrier: string) => ({ carrier, isOn: true });
const off = (carrier: string) => ({ carrier, isOn: false });

test.each([
  ['no test, no bar', [], [], 'mts', false],
  ['no test, no bar without a carrier either', [], [], null, false],
  ['a test not passed', [on('mts')], [], 'mts', true],
  ['a test passed', [on('mts')], ['mts'], 'mts', false],
  ['another carrier passed', [on('mts'), on('beeline')], ['beeline'], 'mts', true],
  ['a carrier without a test', [on('mts')], [], 'megafon', false],
  ['a test switched off', [off('mts')], [], 'mts', false],
  ['no carrier, nothing passed', [on('mts')], [], null, true],
  ['no carrier, one of two passed', [on('mts'), on('beeline')], ['beeline'], null, false],
  ['no carrier, all tests off', [off('mts')], [], null, false],
] satisfies [string, ReturnType<typeof on>[], string[], string | null, boolean][])(
  '%s',
  (_rule, tests, passed, carrier, barred) => {
    expect(isBarred(barsOf(tests, new Set(passed)), carrier)).toBe(barred);
  },
);
