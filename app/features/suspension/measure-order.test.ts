import { expect, test } from 'vitest';
import { Payload } from '#app/features/request/request.ts';
import { measureOrder } from './measure-order.ts';

test.each([
  ['suspension', 'block', { kind: 'line.block', reason: 'wish' }],
  ['suspension', 'unblock', { kind: 'line.unblock' }],
  ['restriction', 'block', { kind: 'other', task: expect.stringContaining('включите запрет') }],
  ['restriction', 'unblock', { kind: 'other', task: expect.stringContaining('снимите запрет') }],
  ['ending', 'block', { kind: 'other', task: expect.stringContaining('126-ФЗ') }],
] as const)('%s, %s', (measure, what, order) => {
  const asked = measureOrder(measure, what);
  expect(asked).toEqual(order);
  expect(Payload.parse(asked)).toEqual(asked);
});
