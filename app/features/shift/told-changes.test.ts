import { expect, test } from 'vitest';
import { compareWithTold } from './compare-published.ts';
import type { ShiftFacts } from './shift.ts';
import { toldChanges } from './told-changes.ts';

const shift = (id: string, day: string, change: Partial<ShiftFacts> = {}): ShiftFacts => ({
  id,
  userId: 'anna',
  date: day,
  breaks: [],
  skill: null,
  templateId: null,
  startsAt: new Date(`${day}T06:00Z`),
  endsAt: new Date(`${day}T15:00Z`),
  ...change,
});
const first = shift('s1', '2026-05-04');
const later = shift('s1', '2026-05-04', { endsAt: new Date('2026-05-04T16:00Z') });
const next = shift('s2', '2026-06-04');

test.each([
  ['nothing', [first], [first], []],
  ['a new shift', [], [next], ['anna: — → 06-04']],
  ['one too near', [], [first], ['anna: — → 05-04 consent']],
  ['a longer one', [first], [later], ['anna: 05-04 → 05-04 consent']],
  ['one taken away', [first], [], ['anna: 05-04 → —']],
  [
    'one handed over',
    [first],
    [{ ...first, userId: 'boris' }],
    ['anna: 05-04 → —', 'boris: — → 05-04 consent'],
  ],
  ['several, by date', [first], [next], ['anna: 05-04 → —', 'anna: — → 06-04']],
])('%s is told to whom it concerns', (_, told, drafted, words) => {
  const changes = toldChanges(compareWithTold(drafted, told), told, ({ date }) => date < '2026-06-01');
  const day = (one: ShiftFacts | null) => one?.date.slice(5) ?? '—';
  expect(
    changes.map(
      ({ userId, before, after, needsConsent }) =>
        `${userId}: ${day(before)} → ${day(after)}${needsConsent ? ' consent' : ''}`,
    ),
  ).toEqual(words);
});
