/** A calendar day of the branch, as `YYYY-MM-DD`. */
export function branchDay(now: Date, timeZone: string, plusDays = 0): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(now);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  return new Date(Date.UTC(part('year'), part('month') - 1, part('day') + plusDays))
    .toISOString()
    .slice(0, 10);
}

/** `2026-11-22` -> `22.11.2026`, the only form of a date that the cabinet knows. */
export function toWireDay(day: string): string {
  return day.split('-').reverse().join('.');
}

/** `22.11.2026` or `22.11.2026 00:00:00` -> `2026-11-22`; `null` for anything else, and for "for ever". */
export function fromWireDay(text: string): string | null {
  const [, day, month, year] = /^\s*(\d{2})\.(\d{2})\.(\d{4})(?:\s+\d{2}:\d{2}:\d{2})?\s*$/.exec(text) ?? [];
  if (!day || !month || !year || Number(year) >= 2037) return null;
  const iso = `${year}-${month}-${day}`;
  return Number.isNaN(Date.parse(iso)) ? null : iso;
}
