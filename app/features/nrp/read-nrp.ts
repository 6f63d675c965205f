import type { NrpCover, NrpPerson, NrpProblem, NrpShift, NrpWish } from './nrp.ts';

type Section = { name: string; rows: string[][] };

/** Reads a file of the published set. Throws with the line that is not as its section asks. */
export function readNrp(text: string): NrpProblem {
  const sections = new Map(splitSections(text).map(({ name, rows }) => [name, rows]));
  const rowsOf = (name: string) => {
    const rows = sections.get(name);
    if (!rows) throw new Error(`The file has no section ${name}.`);
    return rows;
  };
  const days = whole(rowsOf('HORIZON')[0]?.[0], 'the horizon');
  const shifts = readShifts(rowsOf('SHIFTS'));
  const shift = (id: string | undefined) => placeOf(shifts, id, 'shift');
  const people = rowsOf('STAFF').map((row) => readPerson(row, shifts));
  const person = (id: string | undefined) => placeOf(people, id, 'person');
  const wishes = (name: string) =>
    (sections.get(name) ?? []).map(([id, day, kind, weight]) => ({
      person: person(id),
      day: dayIn(days, day),
      shift: shift(kind),
      weight: whole(weight, 'a weight'),
    }));
  const [on, off] = [wishes('SHIFT_ON_REQUESTS'), wishes('SHIFT_OFF_REQUESTS')];
  const daysOff = (sections.get('DAYS_OFF') ?? []).map(([id, ...list]) => ({
    person: person(id),
    list: list.filter((cell) => cell !== '').map((cell) => dayIn(days, cell)),
  }));
  const own = (list: readonly (NrpWish & { person: number })[], place: number): NrpWish[] =>
    list.filter((wish) => wish.person === place).map(({ person: _, ...wish }) => wish);
  return {
    days,
    shifts,
    people: people.map((one, place) => ({
      ...one,
      wantsOn: own(on, place),
      wantsOff: own(off, place),
      daysOff: new Set(daysOff.flatMap(({ person, list }) => (person === place ? list : []))),
    })),
    cover: rowsOf('COVER').map(
      ([day, kind, wanted, under, over]): NrpCover => ({
        day: dayIn(days, day),
        shift: shift(kind),
        wanted: whole(wanted, 'a requirement'),
        under: whole(under, 'a weight'),
        over: whole(over, 'a weight'),
      }),
    ),
  };
}

function splitSections(text: string): Section[] {
  const sections: Section[] = [];
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const name = /^SECTION_(\w+)$/.exec(line)?.[1];
    if (name) sections.push({ name, rows: [] });
    else if (sections.length === 0) throw new Error(`"${line}" stands before the first section.`);
    else sections.at(-1)?.rows.push(line.split(',').map((cell) => cell.trim()));
  }
  return sections;
}

function readShifts(rows: readonly string[][]): NrpShift[] {
  const ids = rows.map(([id = '']) => id);
  const forbids = rows.map(([, , after = '']) => after.split('|').filter((id) => id !== ''));
  return rows.map(([id = '', minutes]) => ({
    id,
    minutes: whole(minutes, `the length of ${id}`),
    notAfter: ids.flatMap((_, before) => (forbids[before]?.includes(id) ? [before] : [])),
  }));
}

function readPerson(
  [id = '', most = '', max, min, maxRun, minRun, minDaysOff, maxWeekends]: string[],
  shifts: readonly NrpShift[],
): NrpPerson {
  const limits = new Map(most.split('|').map((part) => part.split('=') as [string, string]));
  return {
    id,
    mostOf: shifts.map((shift) => whole(limits.get(shift.id), `the most of ${shift.id} for ${id}`)),
    maxMinutes: whole(max, `the most minutes of ${id}`),
    minMinutes: whole(min, `the fewest minutes of ${id}`),
    maxRun: whole(maxRun, `the longest run of ${id}`),
    minRun: whole(minRun, `the shortest run of ${id}`),
    minDaysOff: whole(minDaysOff, `the fewest days off of ${id}`),
    maxWeekends: whole(maxWeekends, `the most weekends of ${id}`),
    daysOff: new Set(),
    wantsOn: [],
    wantsOff: [],
  };
}

function whole(cell: string | undefined, what: string): number {
  if (cell === undefined || !/^\d{1,9}$/.test(cell)) throw new Error(`"${cell ?? ''}" is not ${what}.`);
  return Number(cell);
}

function dayIn(days: number, cell: string | undefined): number {
  const day = whole(cell, 'a day');
  if (day >= days) throw new Error(`Day ${day} is beyond the horizon of ${days} days.`);
  return day;
}

function placeOf(list: readonly { id: string }[], id: string | undefined, what: string): number {
  const place = list.findIndex((one) => one.id === id);
  if (place < 0) throw new Error(`There is no ${what} "${id ?? ''}".`);
  return place;
}
