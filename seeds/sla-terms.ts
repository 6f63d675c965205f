import {
  aroundTheClock,
  type CalendarHours,
  type Period,
  type SpecialDay,
} from '#app/features/sla/calendar.ts';
import type { ContractRule, ContractTerms } from '#app/features/sla/contract.ts';

const off: Period[] = [];
const office: Period[] = [{ from: '09:00', to: '18:00' }];
const short: Period[] = [{ from: '09:00', to: '17:00' }];

/** The Russian office calendar of 2026 with its moved and short days, and the fixed holidays of 2027. */
const officeDays: SpecialDay[] = [
  ...daysOf('2026-01', [1, 2, 5, 6, 7, 8], 'Новогодние каникулы'),
  ...daysOf('2026-01', [9], 'Перенос с 3 января'),
  ...daysOf('2026-02', [23], 'День защитника Отечества'),
  ...daysOf('2026-03', [9], 'Женский день, с воскресенья'),
  ...daysOf('2026-04', [30], 'Короткий день', short),
  ...daysOf('2026-05', [1], 'Праздник весны и труда'),
  ...daysOf('2026-05', [8], 'Короткий день', short),
  ...daysOf('2026-05', [11], 'День Победы, с субботы'),
  ...daysOf('2026-06', [11], 'Короткий день', short),
  ...daysOf('2026-06', [12], 'День России'),
  ...daysOf('2026-11', [3], 'Короткий день', short),
  ...daysOf('2026-11', [4], 'День народного единства'),
  ...daysOf('2026-12', [31], 'Перенос с 4 января'),
  ...daysOf('2027-01', [1, 4, 5, 6, 7, 8], 'Новогодние каникулы'),
];

function daysOf(month: string, dates: number[], name: string, periods: Period[] = off): SpecialDay[] {
  return dates.map((day) => ({ date: `${month}-${String(day).padStart(2, '0')}`, name, periods }));
}

export type SeededCalendar = 'always' | 'office' | 'evening';
export const calendarNames: Record<SeededCalendar, string> = {
  always: 'Круглосуточно',
  office: 'Будни',
  evening: 'Вечерняя смена',
};

export function hoursOf(calendar: SeededCalendar, timeZone: string): CalendarHours {
  if (calendar === 'always') return { timeZone, week: aroundTheClock, specialDays: [] };
  if (calendar === 'office') {
    return { timeZone, week: [office, office, office, office, office, off, off], specialDays: officeDays };
  }
  const evening: Period[] = [{ from: '18:00', to: '02:00' }];
  return { timeZone, week: Array.from({ length: 7 }, () => evening), specialDays: [] };
}

const any = { channels: [], kinds: [], priorities: [], segments: [] };
const silent = { firstResponse: null, nextResponse: null, resolution: null, carrier: null };
type Ids = Record<SeededCalendar, string>;

/** What is usual in the trade: minutes in chat, an hour in writing, three days for what a carrier must do. */
export function usualTerms(ids: Ids, resolution: number): ContractTerms {
  const rule = (
    id: string,
    match: Partial<ContractRule['match']>,
    calendar: SeededCalendar,
    minutes: Partial<ContractRule['minutes']>,
  ): ContractRule => ({
    id,
    match: { ...any, ...match },
    calendarId: ids[calendar],
    minutes: { ...silent, ...minutes },
  });
  return {
    rules: [
      rule('chat', { channels: ['chat', 'messenger'] }, 'always', { firstResponse: 1, nextResponse: 2 }),
      rule('voice', { channels: ['call', 'walkin'] }, 'always', { firstResponse: 1 }),
      rule('urgent', { priorities: ['urgent'] }, 'always', {
        firstResponse: 15,
        nextResponse: 30,
        resolution: 240,
      }),
      rule('complaint', { kinds: ['complaint'] }, 'always', {
        firstResponse: 60,
        nextResponse: 120,
        resolution: 1440,
      }),
      rule('fault', { kinds: ['fault'] }, 'always', {
        firstResponse: 30,
        nextResponse: 120,
        resolution: 720,
      }),
      rule('rest', {}, 'office', { firstResponse: 120, nextResponse: 240, resolution, carrier: 1440 }),
    ],
    exclusions: [
      { match: { ...any, kinds: ['personal-data'] }, reason: 'Сроки по закону о персональных данных' },
    ],
    warnAt: [0.75],
    escalations: [
      { level: 1, atShare: 1, to: 'lead', onShift: true },
      { level: 2, atShare: 1.5, to: 'manager', onShift: false },
    ],
    graceMinutes: 60,
  };
}

/** A contract that was signed and promises nothing yet. */
export const emptyTerms: ContractTerms = {
  rules: [],
  exclusions: [],
  warnAt: [],
  escalations: [],
  graceMinutes: 0,
};
