const parts =
  /^(?:(\d+)\s*(?:д|d)[а-яa-z]*\.?)?\s*(?:(\d+)\s*(?:ч|h)[а-яa-z]*\.?)?\s*(?:(\d+)\s*(?:м|m)[а-яa-z]*\.?)?$/i;

/**
 * Open time as people type it, in minutes: `30`, `30 м`, `4 ч`, `1 ч 30 м`, `1:30`, `3 д` (of 24 hours).
 * `null`: nothing; `undefined`: it cannot be read.
 */
export function readLength(text: string): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (/^\d+$/.test(trimmed)) return Number(trimmed);
  const [, hours, minutes] = /^(\d+):([0-5]\d)$/.exec(trimmed) ?? [];
  if (hours !== undefined) return Number(hours) * 60 + Number(minutes);
  const found = parts.exec(trimmed);
  if (!found) return undefined;
  const [, d = '0', h = '0', m = '0'] = found;
  return Number(d) * 1440 + Number(h) * 60 + Number(m);
}

export function writeMinutes(minutes: number | null, units: { h: string; m: string }): string {
  if (minutes === null) return '';
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  return [...(h > 0 ? [`${h} ${units.h}`] : []), ...(m > 0 || h === 0 ? [`${m} ${units.m}`] : [])].join(' ');
}
