import { expect, test } from 'vitest';
import { midnightOf, wallClock } from './wall-clock.ts';

const span = { from: Date.parse('2026-01-01T00:00Z'), to: Date.parse('2027-01-01T00:00Z') };

test.each([
  ['a plain day', 'Europe/Moscow', '2026-11-20', 540, '2026-11-20T06:00Z'],
  ['half an hour of offset', 'Asia/Kolkata', '2026-11-20', 540, '2026-11-20T03:30Z'],
  ['winter time', 'Europe/Berlin', '2026-02-20', 540, '2026-02-20T08:00Z'],
  ['summer time', 'Europe/Berlin', '2026-07-20', 540, '2026-07-20T07:00Z'],
  ['an hour that is skipped', 'Europe/Berlin', '2026-03-29', 150, '2026-03-29T01:30Z'],
  ['an hour that comes twice', 'Europe/Berlin', '2026-10-25', 150, '2026-10-25T00:30Z'],
  ['after the repeated hour', 'Europe/Berlin', '2026-10-25', 240, '2026-10-25T03:00Z'],
  ['a midnight that is skipped', 'America/Santiago', '2026-09-06', 0, '2026-09-06T04:00Z'],
  ['the day after', 'Europe/Moscow', '2026-12-31', 24 * 60, '2026-12-31T21:00Z'],
])('%s in %s', (_what, zone, date, minutes, instant) => {
  expect(wallClock(zone, span)(date, minutes)).toBe(Date.parse(instant));
});

test('near a change and far from it the same day is read alike', () => {
  const far = wallClock('Europe/Berlin', span);
  for (let day = 1; day < 365; day++) {
    const date = new Date(span.from + day * 86_400_000).toISOString().slice(0, 10);
    expect(far(date, 0)).toBe(midnightOf(date, 'Europe/Berlin'));
  }
});
