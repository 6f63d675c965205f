import type { Locale } from './i18n.ts';

const languageTags: Record<Locale, string> = { ru: 'ru-RU', en: 'en-GB' };

export type Format = ReturnType<typeof createFormat>;

/** One for each language and zone there was: they are megabytes to make, and every row of a page asks for its own. */
const known = new Map<string, Format>();

/** How money and time are written for one person, in the client company's time zone. */
export function formatFor(locale: Locale, timeZone: string): Format {
  const key = `${locale} ${timeZone}`;
  const format = known.get(key) ?? createFormat(locale, timeZone);
  known.set(key, format);
  return format;
}

/** A minus as wide as a plus, where Intl writes a hyphen. */
const withMinus = (text: string) => text.replace('-', '−');

function createFormat(locale: Locale, timeZone: string) {
  const tag = languageTags[locale];
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { timeZone, ...options });
  const clock = dates({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  const minute = dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const day = dates({ day: 'numeric', month: 'long' });
  const shortDay = dates({ day: 'numeric', month: 'short' });
  const fullDay = dates({ day: 'numeric', month: 'long', year: 'numeric' });
  const dayKey = dates({ year: 'numeric', month: '2-digit', day: '2-digit' });
  const year = dates({ year: 'numeric' });
  const inCalendar = { timeZone: 'UTC', month: 'long', year: 'numeric' } as const;
  const wholeMonth = new Intl.DateTimeFormat(tag, inCalendar);
  const days = new Intl.DateTimeFormat(tag, { ...inCalendar, day: 'numeric' });
  const weekday = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', weekday: 'short' });
  const dayOfMonth = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', day: 'numeric', month: 'long' });
  // What rounds to nought has no sign: a page that is sent loses that of −0.
  const count = new Intl.NumberFormat(tag, { signDisplay: 'negative' });
  const currency = { style: 'currency', currency: 'RUB', currencyDisplay: 'narrowSymbol' } as const;
  const roubles = new Intl.NumberFormat(tag, { ...currency, maximumFractionDigits: 0 });
  const kopecksToo = new Intl.NumberFormat(tag, { ...currency, minimumFractionDigits: 2 });

  const unit = (name: string) =>
    new Intl.NumberFormat(tag, { style: 'unit', unit: name, maximumFractionDigits: 1 });
  const [kilobytes, megabytes] = [unit('kilobyte'), unit('megabyte')];

  /** What a file weighs: `12,5 кБ`, from a megabyte on `3,2 МБ`. */
  function size(bytes: number): string {
    const inMegabytes = bytes / 1024 / 1024;
    return inMegabytes < 1 ? kilobytes.format(bytes / 1024) : megabytes.format(inMegabytes);
  }

  function money(kopecks: number): string {
    return withMinus((kopecks % 100 === 0 ? roubles : kopecksToo).format(kopecks / 100));
  }

  /** As short as it stays clear at `now`: `14:02` today, `21 нояб.` this year, `21.11.2025` before that. */
  function stamp(at: Date, now: Date): string {
    if (dayKey.format(at) === dayKey.format(now)) return minute.format(at);
    return year.format(at) === year.format(now) ? shortDay.format(at) : dayKey.format(at);
  }

  /** Calendar days `YYYY-MM-DD`, both included: `август 2026`, when they make a month; else `1–28 августа 2026 г.` */
  function period(from: string, to: string): string {
    const [first, last] = [new Date(from), new Date(to)];
    const dayAfter = new Date(last.getTime() + 24 * 60 * 60_000);
    const isMonth = first.getUTCDate() === 1 && dayAfter.getUTCDate() === 1 && monthOf(from) === monthOf(to);
    if (isMonth) return wholeMonth.format(first).replace(/\s*г\.$/, '');
    if (from === to) return days.format(first);
    // Browser and server agree neither about the spaces around the dash nor about the one before «г.».
    return days
      .formatRange(first, last)
      .replace(/\s*–\s*/, ' – ')
      .replace(/\s/g, ' ');
  }

  /** A calendar day `YYYY-MM-DD` near to now: `пн, 23 ноября`. Put together by hand: Intl's comma differs by browser. */
  function date(on: string): string {
    return `${weekday.format(new Date(on))}, ${dayOfMonth.format(new Date(on))}`;
  }

  return {
    money,
    size,
    period,
    date,
    stamp,
    count: (n: number) => withMinus(count.format(n)),
    /** 14:02:11 */
    clock: (at: Date) => clock.format(at),
    /** 21 ноября */
    day: (at: Date) => day.format(at),
    fullDay: (at: Date) => fullDay.format(at),
    /** 21 ноября 2026 г., 14:02 */
    moment: (at: Date) => `${fullDay.format(at)}, ${minute.format(at)}`,
  };
}

function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** The instant of a wall clock reading `YYYY-MM-DDTHH:mm` in a time zone. `null`: it cannot be read. */
export function instantInZone(local: string, timeZone: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return null;
  const asUtc = Date.parse(`${local}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  const first = asUtc - offsetMs(asUtc, timeZone);
  return new Date(asUtc - offsetMs(first, timeZone));
}

/** How far the zone's wall clock is ahead of UTC at an instant. */
function offsetMs(instant: number, timeZone: string): number {
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return Date.parse(`${wall.format(instant).replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000;
}
