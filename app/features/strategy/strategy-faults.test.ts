import { expect, test } from 'vitest';
import type { StrategyStep } from '#app/features/ladder/strategy.ts';
import { findStrategyFaults } from './strategy-faults.ts';

const caps = { calls: { day: 1, week: 2, month: 8 }, messages: { day: 2, week: 4, month: 16 } };
const signed = '{creditor}, {phone}: {sum}';
const step = (day: number, action: StrategyStep['action'], text = signed): StrategyStep => ({
  day,
  action,
  text,
});
const codesOf = (...steps: StrategyStep[]) =>
  findStrategyFaults({ steps }, caps).map(({ code, step: at }) => `${code} ${at}`);

test.each([
  ['nothing', [step(-3, 'sms', 'Скоро платёж {sum}'), step(3, 'sms'), step(30, 'suspension', '')], []],
  ['days that go back', [step(5, 'sms'), step(3, 'email')], ['days-out-of-order 1']],
  ['one channel twice a day', [step(5, 'sms'), step(5, 'sms')], ['same-day-channel 1']],
  ['two channels a day', [step(5, 'sms'), step(5, 'email')], []],
  ['a stop on the due date', [step(-3, 'sms'), step(0, 'suspension', '')], ['stop-before-due 1']],
  ['a stop without a word', [step(20, 'suspension', ''), step(21, 'sms')], ['stop-unannounced 0']],
  ['an end without a stop', [step(3, 'sms'), step(200, 'ending', '')], ['ending-without-suspension 1']],
  [
    'an end sooner than six months',
    [step(3, 'sms'), step(30, 'suspension', ''), step(100, 'ending', '')],
    ['ending-early 2'],
  ],
  ['a message without a text', [step(3, 'sms', '')], ['text-missing 0']],
  ['a call without a text', [step(3, 'call', '')], []],
  ['a variable that is not known', [step(-3, 'sms', '{summ}')], ['unknown-variable 0']],
  ['collection without who and where', [step(1, 'sms', '{sum}')], ['creditor-missing 0', 'phone-missing 0']],
  ['service without who and where', [step(0, 'sms', '{sum}')], []],
])('tells %s', (_, steps, faults) => {
  expect(codesOf(...steps)).toEqual(faults);
});

test('contacts above a cap are told from the first that is too many; service is not counted', () => {
  expect(codesOf(step(-1, 'call', ''), step(1, 'call', ''), step(4, 'robot'), step(7, 'call', ''))).toEqual([
    'calls-above-cap 3',
  ]);
  expect(codesOf(step(1, 'call', ''), step(4, 'robot'), step(8, 'call', ''))).toEqual([]);
  const five = [1, 2, 3, 4, 5].map((day) => step(day, 'sms'));
  expect(findStrategyFaults({ steps: five }, caps)).toEqual([
    { code: 'messages-above-cap', level: 'warning', step: 4, word: '4' },
  ]);
});
