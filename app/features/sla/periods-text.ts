import type { Period } from './calendar.ts';

const period = /^(\d{1,2})(?:[:.](\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d{2}))?$/;

/**
 * Periods as people type them: `9-13, 14:00–18:00`, `22–6` for a night. Nothing is a day off, `24` all day.
 * `null`: it cannot be read.
 */
export function readPeriods(text: string): Period[] | null {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  if (/^24\s*(ч|h)?$/i.test(trimmed)) return [{ from: '00:00', to: '24:00' }];
  const periods = trimmed.split(/\s*[,;]\s*/).map(readPeriod);
  return periods.every((one) => one !== null) ? periods : null;
}

function readPeriod(text: string): Period | null {
  const [found, fromHour = '', fromMinute = '00', toHour = '', toMinute = '00'] = period.exec(text) ?? [];
  if (found === undefined) return null;
  const [from, to] = [clock(fromHour, fromMinute), clock(toHour, toMinute)];
  const isRead = from < '24:00' && to <= '24:00' && fromMinute < '60' && toMinute < '60';
  if (!isRead) return null;
  return { from, to: to === '00:00' ? '24:00' : to };
}

function clock(hour: string, minute: string): string {
  return `${hour.padStart(2, '0')}:${minute}`;
}

export function writePeriods(periods: readonly Period[]): string {
  return periods.map(({ from, to }) => `${from}–${to}`).join(', ');
}
