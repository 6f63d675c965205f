import type { SendWindow } from '#carriers/send-windows.ts';

const line = /^(\d{1,7})\s*(?:за|per|\/|in)\s*(\d{1,5}(?:[.,]\d)?)\s*(?:с|сек|s|sec)?\.?$/iu;

/** One limit a line, `3 за 1 с` or `60 per 60 s`; `null` when a line cannot be read. */
export function parseSendWindows(text: string): SendWindow[] | null {
  const lines = text.split('\n').map((each) => each.trim());
  const windows: SendWindow[] = [];
  for (const each of lines.filter((one) => one !== '')) {
    const [, max, seconds] = line.exec(each) ?? [];
    if (!max || !seconds) return null;
    windows.push({ max: Number(max), windowMs: Math.round(Number(seconds.replace(',', '.')) * 1000) });
  }
  return windows;
}

export function writeSendWindows(windows: readonly SendWindow[], locale: 'ru' | 'en'): string {
  const words = locale === 'ru' ? { per: 'за', second: 'с' } : { per: 'per', second: 's' };
  return windows
    .map(({ max, windowMs }) => `${max} ${words.per} ${windowMs / 1000} ${words.second}`)
    .join('\n');
}
