import ICAL from 'ical.js';

export type IcalShift = {
  id: string;
  version: number;
  startsAt: Date;
  endsAt: Date;
  breaks: readonly { startsAt: number; endsAt: number }[];
  cancelledAt: Date | null;
  publishedAt: Date;
};
export type IcalWords = { title: string; summary: string; breaks(spans: { from: Date; to: Date }[]): string };

/**
 * Shifts as a calendar (RFC 5545): one event a shift, in UTC, which a program shows by its own clock. A shift that was
 * moved keeps its UID and gets a higher SEQUENCE; one that was cancelled says so. Names nobody.
 */
export function writeIcal(shifts: readonly IcalShift[], words: IcalWords): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Pult//Shifts//EN');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  calendar.addPropertyWithValue('x-wr-calname', words.title);
  calendar.addPropertyWithValue('refresh-interval', ICAL.Duration.fromSeconds(3600));
  for (const shift of shifts) calendar.addSubcomponent(eventOf(shift, words));
  return `${calendar.toString()}\r\n`;
}

function eventOf(shift: IcalShift, words: IcalWords): ICAL.Component {
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', `${shift.id}@pult`);
  event.addPropertyWithValue('dtstamp', timeOf(shift.cancelledAt ?? shift.publishedAt));
  event.addPropertyWithValue('dtstart', timeOf(shift.startsAt));
  event.addPropertyWithValue('dtend', timeOf(shift.endsAt));
  event.addPropertyWithValue('sequence', shift.version);
  event.addPropertyWithValue('summary', words.summary);
  event.addPropertyWithValue('status', shift.cancelledAt ? 'CANCELLED' : 'CONFIRMED');
  const spans = shift.breaks.map(({ startsAt, endsAt }) => ({
    from: new Date(startsAt),
    to: new Date(endsAt),
  }));
  if (spans.length > 0) event.addPropertyWithValue('description', words.breaks(spans));
  return event;
}

function timeOf(at: Date): ICAL.Time {
  return ICAL.Time.fromJSDate(at, true);
}
