import { expect, test } from 'vitest';
import { payHoursOf } from './pay-hours.ts';

const shift = (
  from: string,
  to: string,
  breaks: { startsAt: number; endsAt: number; isPaid: boolean }[] = [],
) => ({
  userId: 'anna',
  startsAt: new Date(from),
  endsAt: new Date(to),
  breaks,
});
const hoursOf = (shifts: ReturnType<typeof shift>[], timeZone = 'Europe/Moscow') =>
  payHoursOf([{ userId: 'anna', timeZone }], shifts, 'Europe/Moscow')[0];

test('an unpaid break is no work, a paid one is', () => {
  const at = (time: string) => Date.parse(`2026-11-24T${time}Z`);
  const breaks = [
    { startsAt: at('09:00'), endsAt: at('09:30'), isPaid: false },
    { startsAt: at('11:00'), endsAt: at('11:30'), isPaid: true },
  ];
  expect(hoursOf([shift('2026-11-24T06:00Z', '2026-11-24T14:30Z', breaks)])).toMatchObject({
    shifts: 1,
    workedMinutes: 480,
    nightMinutes: 0,
    holidayMinutes: 0,
  });
});

test("a night over a month's end and into a holiday is split by the clock", () => {
  // 20:00 on 31 December to 08:00 on 1 January in Moscow.
  expect(hoursOf([shift('2026-12-31T17:00Z', '2027-01-01T05:00Z')])).toMatchObject({
    workedMinutes: 720,
    nightMinutes: 480,
    holidayMinutes: 480,
  });
});

test('his nights are those of where he lives, and the hour that comes twice is paid twice', () => {
  expect(hoursOf([shift('2026-11-24T15:00Z', '2026-11-24T20:00Z')], 'Asia/Vladivostok')?.nightMinutes).toBe(
    300,
  );
  expect(hoursOf([shift('2026-10-24T20:00Z', '2026-10-25T05:00Z')], 'Europe/Berlin')?.nightMinutes).toBe(540);
});
