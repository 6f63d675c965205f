import { expect, test } from 'vitest';
import { addEdit, drawEdits, type PendingEdit } from './pending-edits.ts';
import type { ShownShift } from './read-roster.ts';

const startsAt = Date.parse('2026-05-04T06:00Z');
const shift: ShownShift = {
  id: 's1',
  userId: 'anna',
  date: '2026-05-04',
  from: '09:00',
  to: '18:00',
  minutes: 540,
  startsAt,
  endsAt: startsAt + 540 * 60_000,
  breaks: [],
  breaches: [],
  skill: null,
  note: null,
  isPinned: false,
  isNight: false,
  isUntold: false,
  version: 3,
};
const people = [
  { userId: 'anna', shifts: [shift] },
  { userId: 'boris', shifts: [] },
];
const times = { userId: 'anna', date: '2026-05-04', from: '09:30', minutes: 540, isPinned: true };
const move = (version: number, change = {}): PendingEdit & { kind: 'move' } => ({
  kind: 'move',
  id: 's1',
  version,
  times: { ...times, ...change },
});
const shown = (queue: PendingEdit[]) =>
  drawEdits(people, queue).map(({ userId, shifts }) =>
    [userId, ...shifts.map(({ date, from, to, version }) => `${date} ${from}–${to} v${version}`)].join(' '),
  );

test.each([
  ['nothing', [], ['anna 2026-05-04 09:00–18:00 v3', 'boris']],
  ['a move', [move(3)], ['anna 2026-05-04 09:30–18:30 v4', 'boris']],
  ['two moves', [move(3), move(4, { from: '23:00' })], ['anna 2026-05-04 23:00–08:00 v5', 'boris']],
  ['a move that is written already', [move(2)], ['anna 2026-05-04 09:00–18:00 v3', 'boris']],
  ['another owner', [move(3, { userId: 'boris' })], ['anna', 'boris 2026-05-04 09:30–18:30 v4']],
  ['a removal', [{ kind: 'remove', id: 's1', version: 3 }], ['anna', 'boris']],
  [
    'an undoing, which only the server can tell',
    [{ kind: 'undo' }],
    ['anna 2026-05-04 09:00–18:00 v3', 'boris'],
  ],
] satisfies [string, PendingEdit[], string[]][])('%s is drawn before it is answered', (_, queue, drawn) => {
  expect(shown(queue)).toEqual(drawn);
});

test('a shift moved to the next day begins a day later', () => {
  const [anna] = drawEdits(people, [move(3, { date: '2026-05-05' })]);
  expect(anna?.shifts[0]?.startsAt).toBe(startsAt + (24 * 60 + 30) * 60_000);
});

test('moves of one shift that wait are one, but not with the one on its way', () => {
  const [first, second, third] = [move(3), move(4, { from: '10:00' }), move(5, { from: '10:30' })];
  const onItsWay = addEdit([first], second, first);
  expect(onItsWay).toEqual([first, second]);
  expect(addEdit(onItsWay, third, first)).toEqual([first, { ...third, version: 4 }]);
  expect(addEdit([first], { kind: 'undo' }, null)).toEqual([first, { kind: 'undo' }]);
});
