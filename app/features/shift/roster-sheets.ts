import type { RosterSheetFacts } from './read-roster-sheets.ts';

/** The words of the files, `shift:sheet`. */
export type SheetTexts = Record<
  'roster' | 'hours' | 'person' | 'shifts' | 'worked' | 'night' | 'holiday' | 'away',
  string
>;
/** A table for a file: texts and numbers, the first row its header. */
export type Sheet = { name: string; header: string[]; rows: (string | number)[][] };

/** People by days, as on the page; dates in the header, times in the cells. */
export function rosterSheet({ people, dates, shifts, absences }: RosterSheetFacts, texts: SheetTexts): Sheet {
  const cell = (userId: string, date: string) => {
    const shift = shifts.find((one) => one.userId === userId && one.date === date);
    if (shift) return `${shift.from}–${shift.to}`;
    const away = absences.find((one) => one.userId === userId && one.date === date);
    return away ? texts.away : '';
  };
  return {
    name: texts.roster,
    header: [texts.person, ...dates.map((date) => `${date.slice(8)}.${date.slice(5, 7)}`)],
    rows: people.map(({ userId, name }) => [name, ...dates.map((date) => cell(userId, date))]),
  };
}

/** Hours for payroll, a row a person. */
export function hoursSheet({ people, hours }: RosterSheetFacts, texts: SheetTexts): Sheet {
  const names = new Map(people.map(({ userId, name }) => [userId, name]));
  return {
    name: texts.hours,
    header: [texts.person, texts.shifts, texts.worked, texts.night, texts.holiday],
    rows: hours.map(({ userId, shifts, workedMinutes, nightMinutes, holidayMinutes }) => [
      names.get(userId) ?? userId,
      shifts,
      workedMinutes / 60,
      nightMinutes / 60,
      holidayMinutes / 60,
    ]),
  };
}
