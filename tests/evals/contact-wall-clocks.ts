import { isFreeDay } from './free-days.ts';

/** The zones of Russia by the hour that each is ahead of Kaliningrad (107-FZ, art. 5). */
export const articleZones = [
  'Europe/Kaliningrad',
  'Europe/Moscow',
  'Europe/Samara',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Krasnoyarsk',
  'Asia/Irkutsk',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Magadan',
  'Asia/Kamchatka',
];

const hourMs = 3_600_000;
const firstHour = Date.parse('2014-01-01T00:00:00Z') / hourMs;
const hours = 20 * 366 * 24;

/** Every hour of twenty years as one wall clock shows it: days counted from 01.01.1970. */
export type WallClock = {
  /** Minutes after midnight. */
  clockAt(at: number): number;
  dayAt(at: number): number;
};
const clocks = new Map<string, WallClock>();

/** Asks Intl for every hour once: the zones of Russia differ from UTC by whole hours. */
export function wallClockOf(timeZone: string): WallClock {
  const known = clocks.get(timeZone);
  if (known) return known;
  // 2026-11-18 12:00
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  /** The hour of day 01.01.1970 is 1: nought is what was not asked for yet. */
  const table = new Int32Array(hours);
  const localHour = (at: number) => {
    const index = Math.floor(at / hourMs) - firstHour;
    const found =
      table[index] || 1 + Math.floor(Date.parse(`${format.format(at).replace(' ', 'T')}Z`) / hourMs);
    table[index] = found;
    return found - 1;
  };
  const clock = {
    clockAt: (at: number) => (localHour(at) % 24) * 60 + Math.floor((at % hourMs) / 60_000),
    dayAt: (at: number) => Math.floor(localHour(at) / 24),
  };
  clocks.set(timeZone, clock);
  return clock;
}

const kindsOfDays = new Map<number, { date: string; isFree: boolean; month: number }>();

export function dayOf(day: number): { date: string; isFree: boolean; month: number } {
  const known = kindsOfDays.get(day);
  if (known) return known;
  const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
  const [year = 0, month = 0] = date.split('-').map(Number);
  const kind = { date, isFree: isFreeDay(date), month: year * 12 + month };
  kindsOfDays.set(day, kind);
  return kind;
}
