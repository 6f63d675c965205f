import type { BreakPlan, Presence } from '#app/features/shift/shift.ts';

const lunch = (earliest: number, latest: number): BreakPlan => ({
  minutes: 30,
  isPaid: false,
  earliest,
  latest,
});
const short: Presence = { minutes: 270, breaks: [] };
const eight: Presence = { minutes: 510, breaks: [lunch(180, 300)] };
const eleven: Presence = { minutes: 720, breaks: [lunch(180, 300), lunch(420, 570)] };
/** An hour shorter than by day (article 96). */
const night: Presence = { minutes: 660, breaks: [lunch(180, 300), lunch(420, 510)] };

const hours = (...starts: number[]) => starts.map((hour) => 60 * hour);

export const demoTemplates = [
  { name: 'Утро', starts: hours(7, 8, 9), presences: [eight] },
  { name: 'День', starts: hours(10, 11, 12, 13), presences: [eight] },
  { name: 'Вечер', starts: hours(14, 15), presences: [eight] },
  { name: 'Долгий день', starts: hours(8, 9, 10), presences: [eleven] },
  { name: 'Ночь', starts: hours(20, 21), presences: [night] },
  { name: 'Полсмены', starts: hours(9, 12, 17), presences: [short] },
];

const usual = {
  timeZone: 'Europe/Moscow',
  weekMinutesMin: 2160,
  weekMinutesMax: 2400,
  accountingMonths: 3,
  maxDayMinutes: 660,
  protections: [],
  nightConsent: false,
  available: [],
  hiredOn: '2024-03-01',
  endsOn: null,
};

/** Most work whole weeks; of the rest one studies, one has a small child, one lives in Vladivostok. */
export function demoTermsOf(place: number) {
  if (place === 3) {
    const available = [
      { weekdays: [1, 2, 3, 4, 5], from: '14:00', to: '23:00' },
      { weekdays: [6, 7], from: '08:00', to: '22:00' },
    ];
    return { ...usual, weekMinutesMin: 1080, weekMinutesMax: 1200, accountingMonths: 0, available };
  }
  if (place === 4) {
    const document = 'Свидетельство о рождении от 12.05.2025';
    return {
      ...usual,
      accountingMonths: 0,
      protections: [{ kind: 'child-under-3' as const, until: '2028-05-12', document }],
    };
  }
  return place === 5 ? { ...usual, timeZone: 'Asia/Vladivostok' } : usual;
}
