import { expect, test } from 'vitest';
import { boardOf, gapsOf } from './board.ts';
import { type Helper, remediesFor } from './remedies.ts';

const at = (hours: number, minutes = 0) => (hours * 60 + minutes) * 60_000;
const slots = (needs: number[]) =>
  needs.map((need, index) => ({ from: at(12, index * 30), to: at(12, index * 30 + 30), needs: [need] }));
const span = (from: number, to: number) => ({ from: at(from), to: at(to) });

function helper(userId: string, over: Partial<Helper> = {}): Helper {
  return {
    userId,
    skills: 1,
    shifts: [],
    away: [],
    presence: [{ state: 'online', from: 0, to: at(48) }],
    breakWindows: new Map(),
    overtimeLeft: 240,
    restMs: at(12),
    lastEnd: null,
    nextStart: null,
    ...over,
  };
}
const onShift = (userId: string, from: number, to: number, over: Partial<Helper> = {}) =>
  helper(userId, { shifts: [{ id: `${userId}-shift`, ...span(from, to), breaks: [] }], ...over });
const withBreak = (window: ReturnType<typeof span> | null) =>
  helper('paused', {
    shifts: [{ id: 's', ...span(9, 18), breaks: [{ from: at(13), to: at(13, 30) }] }],
    breakWindows: new Map([['s', [window]]]),
  });

function remedies(needs: number[], helpers: Helper[], now = at(9)) {
  const board = boardOf(slots(needs), helpers, now);
  return gapsOf(board, now).flatMap((gap) => remediesFor(gap, board, helpers, now));
}

test('a break goes to the nearest place in its window that leaves no other gap', () => {
  const needs = [1, 1, 1, 0, 0, 1];
  expect(remedies(needs, [withBreak(span(12, 14))])).toMatchObject([
    { kind: 'move-break', shiftId: 's', place: 0, from: at(13, 30), to: at(14), gain: 1 },
  ]);
  expect(remedies(needs, [withBreak(span(12, 13))])).toEqual([]);
  expect(remedies(needs, [withBreak(null)])).toEqual([]);
  expect(remedies(needs, [withBreak(span(12, 14))], at(12, 50))).toEqual([]);
});

test.each<[string, Helper, unknown[]]>([
  [
    'who ends there stays, at most as long as the law lets him',
    onShift('a', 6, 14, { overtimeLeft: 60 }),
    [[14, 15]],
  ],
  ['all of the gap when it may be', onShift('a', 6, 14), [[14, 16]]],
  ['nobody to whom nothing is left', onShift('a', 6, 14, { overtimeLeft: 0 }), []],
  ['nobody whose rest before the next shift would be short', onShift('a', 6, 14, { nextStart: at(27) }), []],
  ['who begins after it comes sooner', onShift('a', 16, 22), [[14, 16]]],
  ['nobody whose rest since the last shift would be short', onShift('a', 16, 22, { lastEnd: at(3) }), []],
  ['nobody who ended long before', onShift('a', 3, 12), []],
  ['nobody without the skill', onShift('a', 6, 14, { skills: 2 }), []],
])('overtime: %s', (_, who, spans) => {
  const helpers = [who, onShift('b', 11, 14, { skills: 1, overtimeLeft: 0 })];
  const found = remedies([0, 0, 0, 0, 1, 1, 1, 1], helpers, at(11));
  expect(found.map(({ from, to }) => [from / at(1), to / at(1)])).toEqual(spans);
});

test.each<[string, Helper, unknown[]]>([
  ['who is free today, for four hours', helper('a'), [[14, 18]]],
  ['nobody who is away', helper('a', { away: [span(17, 40)] }), []],
  ['nobody who is not rested', helper('a', { lastEnd: at(3) }), []],
  ['nobody who could not rest after', helper('a', { nextStart: at(29) }), []],
])('call-in: %s', (_, who, spans) => {
  const found = remedies([0, 0, 0, 0, 1, 1, 1, 1], [who]);
  expect(found.map(({ kind, from, to }) => [kind, from / at(1), to / at(1)])).toEqual(
    spans.map((one) => ['call-in', ...(one as number[])]),
  );
});

test('what costs nothing comes first, then who agreed to less', () => {
  const tired = onShift('tired', 6, 13, { overtimeLeft: 60 });
  const fresh = onShift('fresh', 6, 13, { overtimeLeft: 200 });
  const found = remedies([3, 3, 4, 0, 0], [tired, helper('free'), withBreak(span(12, 14)), fresh]);
  expect(found.map(({ kind, userId }) => `${kind} ${userId}`)).toEqual([
    'move-break paused',
    'overtime fresh',
    'overtime tired',
    'call-in free',
  ]);
});
