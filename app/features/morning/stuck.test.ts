import { expect, test } from 'vitest';
import { stuckByCarrier } from './stuck.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 22, hour));
const row = (carrier: string, state: Parameters<typeof stuckByCarrier>[0][number]['state'], more = {}) => ({
  carrier,
  state,
  requests: 3,
  old: 0,
  since: at(9),
  ...more,
});

test.each([
  ['what waits for a person, however new', [row('mts', 'manual')], [{ manual: 3, unconfirmed: 0, slow: 0 }]],
  ['of what is on its way only what is old', [row('mts', 'accepted', { old: 1 })], [{ slow: 1 }]],
  ['what is on its way and new is not', [row('mts', 'accepted'), row('mts', 'queued')], []],
  ['what waits for its date is not', [row('mts', 'scheduled', { old: 3 })], []],
  ['nothing', [], []],
])('stuck: %s', (_, rows, told) => {
  expect(stuckByCarrier(rows)).toMatchObject(told);
  expect(stuckByCarrier(rows)).toHaveLength(told.length);
});

test('the carrier with the most comes first, with the longest of what is stuck', () => {
  const rows = [
    row('beeline', 'unconfirmed'),
    row('mts', 'manual', { requests: 4, since: at(7) }),
    row('mts', 'accepted', { since: at(1) }),
    row('mts', 'sending', { old: 1, since: at(5) }),
  ];
  expect(stuckByCarrier(rows)).toEqual([
    { carrier: 'mts', manual: 4, unconfirmed: 0, slow: 1, since: at(5) },
    { carrier: 'beeline', manual: 0, unconfirmed: 3, slow: 0, since: at(9) },
  ]);
});
