/** How long ago, in the one unit that says it best. */
export type Age = { unit: 'minutes' | 'hours' | 'days'; n: number };

const minuteMs = 60_000;

export function ageOf(from: Date, now: Date): Age {
  const minutes = Math.max(0, Math.floor((now.getTime() - from.getTime()) / minuteMs));
  if (minutes < 60) return { unit: 'minutes', n: minutes };
  return minutes < 48 * 60
    ? { unit: 'hours', n: Math.floor(minutes / 60) }
    : { unit: 'days', n: Math.floor(minutes / 1440) };
}
