import { expect, test } from 'vitest';
import { limitsOf } from './person-limits.ts';
import type { ProtectionKind } from './shift.ts';

const whole = { weekMinutesMin: 2160, weekMinutesMax: 2400, maxDayMinutes: 660, nightConsent: false };
const under = (kind: ProtectionKind, until: string | null = null) => ({
  ...whole,
  protections: [{ kind, until, document: 'справка' }],
});

test.each([
  ['pregnant', { mayNight: false, mayWeekend: false, mayHoliday: false }],
  [
    'under18',
    { mayNight: false, mayWeekend: false, maxDayMinutes: 420, weekMinutes: { min: 2100, max: 2100 } },
  ],
  ['under16', { maxDayMinutes: 300, weekMinutes: { min: 1440, max: 1440 } }],
  ['child-under-3', { mayNight: false, mayWeekend: false, mayHoliday: false }],
  ['disabled', { mayNight: false, mayWeekend: true, weekMinutes: { min: 2100, max: 2100 } }],
  ['three-children', { mayNight: false, mayWeekend: true, weekMinutes: { min: 2160, max: 2400 } }],
] as const)('%s: %o', (kind, limits) => {
  expect(limitsOf(under(kind), '2026-11-23')).toMatchObject(limits);
});

test('consent in writing opens nights to a parent, never to the pregnant', () => {
  expect(limitsOf({ ...under('carer'), nightConsent: true }, '2026-11-23').mayNight).toBe(true);
  expect(limitsOf({ ...under('pregnant'), nightConsent: true }, '2026-11-23').mayNight).toBe(false);
});

test('a paper that ran out before the plan protects no more, one that ends within it does', () => {
  expect(limitsOf(under('pregnant', '2026-11-22'), '2026-11-23').mayNight).toBe(true);
  expect(limitsOf(under('pregnant', '2026-11-23'), '2026-11-23').mayNight).toBe(false);
});
