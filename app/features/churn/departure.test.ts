import { describe, expect, test } from 'vitest';
import { decideDeparture, decideReturn, type KnownDeparture } from './departure.ts';

const today = '2026-06-30';
const known = (over: Partial<KnownDeparture> = {}): KnownDeparture => ({
  id: 'd1',
  kind: 'port-out',
  on: '2026-05-01',
  reason: 'price',
  note: null,
  returnedOn: null,
  ...over,
});
const told = { kind: 'port-out', on: '2026-05-03', reason: 'price' } as const;
const back = known({ returnedOn: '2026-05-20' });

describe('that a line left', () => {
  test.each([
    ['for the first time', [], told, { do: 'insert' }],
    ['again, long after it came back', [back], { ...told, on: '2026-06-01' }, { do: 'insert' }],
    ['on the day it came back', [back], { ...told, on: '2026-05-20' }, { do: 'insert' }],
    ['told twice', [known()], told, { do: 'nothing', id: 'd1' }],
    ['told twice, after it came back', [back], { ...told, on: '2026-05-01' }, { do: 'nothing', id: 'd1' }],
    [
      'with a reason that was not known',
      [known({ reason: 'unknown' })],
      told,
      { do: 'change', id: 'd1', set: { reason: 'price' } },
    ],
    [
      'how, where only silence was noticed',
      [known({ kind: 'silent', reason: 'unknown' })],
      { ...told, note: 'к родне' },
      { do: 'change', id: 'd1', set: { kind: 'port-out', reason: 'price', note: 'к родне' } },
    ],
    ['silently, where it is known how', [known()], { ...told, kind: 'silent' as const }, 'already-left'],
    ['while it was away', [back], { ...told, on: '2026-05-10' }, 'already-left'],
    ['before a later absence', [back], { ...told, on: '2026-04-10' }, 'already-left'],
    ['tomorrow', [], { ...told, on: '2026-07-01' }, 'departure-ahead'],
    ['before it was his', [], { ...told, on: '2025-12-31' }, 'departure-before-joined'],
  ])('%s', (_, departures, input, expected) => {
    const decided = decideDeparture(departures, '2026-01-01', input, today);
    if (typeof expected === 'string') expect(decided).toMatchObject({ fault: { code: expected } });
    else expect(decided).toEqual(expected);
  });
});

describe('that a line came back', () => {
  test.each([
    ['after it left', [back, known({ id: 'd2', on: '2026-06-01' })], '2026-06-10', 'd2'],
    ['on the day it left', [known()], '2026-05-01', 'd1'],
    ['before it left', [known()], '2026-04-30', 'return-before-departure'],
    ['though it never left', [], '2026-05-30', 'not-left'],
    ['twice', [back], '2026-05-30', 'not-left'],
    ['tomorrow', [known()], '2026-07-01', 'departure-ahead'],
  ])('%s', (_, departures, on, expected) => {
    const decided = decideReturn(departures, on, today);
    expect(decided.do === 'close' ? decided.id : decided.fault.code).toBe(expected);
  });
});
