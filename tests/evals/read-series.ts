import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Series } from '#app/features/workload/series.ts';

type Reading = { on: string; minute: number; value: number };

const dayMinutes = 1440;
const halfHour = 30;
const stamp = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2}))?/;
/** The data set `calls` of the R package fpp2 names its rows so: date and which five minutes from 7:00. */
const bankName = /^X(\d{1,2})\.(\d{1,2})\.(\d{4})(\d{1,3})$/;

/**
 * A CSV of times and values, with or without a heading, other columns passed over. Times are the centre's wall clock.
 * Values are added up to half hours, or kept by hour or day where the file knows no finer; a slot that holds fewer values
 * than it does on other days is not known.
 */
export function readSeries(path: string): Series {
  const rows: string[][] = parse(readFileSync(path), { bom: true, trim: true, skip_empty_lines: true });
  const readings = rows.flatMap((cells) => readRow(cells) ?? []);
  const wrong = rows.length - readings.length;
  if (readings.length === 0 || wrong > 1 + rows.length / 100)
    throw new Error(`${wrong} of ${rows.length} rows of ${path} are not a time and a number.`);
  return gather(readings);
}

function readRow([time = '', value = '']: string[]): Reading | null {
  const number = Number(value);
  if (value === '' || !Number.isFinite(number)) return null;
  const bank = bankName.exec(time);
  if (bank) {
    const [, day = '', month = '', year = '', place = ''] = bank;
    const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return { on, minute: 7 * 60 + 5 * (Number(place) - 1), value: number };
  }
  const [, on, hour = '0', minute = '0'] = stamp.exec(time) ?? [];
  return on ? { on, minute: 60 * Number(hour) + Number(minute), value: number } : null;
}

function gather(readings: readonly Reading[]): Series {
  const step = stepOf(readings);
  const slotsADay = dayMinutes / step;
  const dates = readings.map(({ on }) => on).sort();
  const firstOn = dates[0] ?? '';
  const day = (on: string) => (Date.parse(on) - Date.parse(firstOn)) / 86_400_000;
  const slots = (day(dates.at(-1) ?? firstOn) + 1) * slotsADay;
  const [sums, counts] = [new Float64Array(slots), new Uint16Array(slots)];
  for (const { on, minute, value } of readings) {
    const place = day(on) * slotsADay + Math.floor(minute / step);
    sums[place] = (sums[place] ?? 0) + value;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const full = Array.from({ length: slotsADay }, (_, slot) =>
    counts.reduce((most, count, place) => (place % slotsADay === slot ? Math.max(most, count) : most), 0),
  );
  const values = sums.map((sum, place) =>
    counts[place] !== 0 && counts[place] === full[place % slotsADay] ? sum : Number.NaN,
  );
  return { firstOn, slotsADay, values };
}

/** Half hours; where the file is coarser, its own step, if whole steps fill a day. */
function stepOf(readings: readonly Reading[]): number {
  const minutes = [...new Set(readings.map(({ minute }) => minute))].sort((a, b) => a - b);
  const gaps = minutes.slice(1).map((minute, place) => minute - (minutes[place] ?? 0));
  const finest = gaps.length === 0 ? dayMinutes : Math.min(...gaps);
  const step = Math.max(halfHour, finest);
  if (dayMinutes % step !== 0) throw new Error(`Steps of ${step} minutes do not fill a day.`);
  return step;
}
