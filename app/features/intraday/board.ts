import { overlap, type PlannedShift, type PresenceSpan, type Span } from '../adherence/adherence.ts';
import { serve } from './serve.ts';

/** A person of today's plan. `skills`: bit mask over the skills of the requirement. */
export type Planned = {
  userId: string;
  skills: number;
  shifts: readonly (PlannedShift & { id: string })[];
  /** Sickness and leave: he is not planned then. */
  away: readonly Span[];
  presence: readonly PresenceSpan[];
};

export type BoardSlot = Span & {
  needs: number[];
  /** Of what is needed, served by the plan. */
  planned: number[];
  /** Of it, served by those who will be there; of what is over, by those who were planned. */
  expected: number[];
  /** What those can do who will be there. */
  masks: number[];
  /** People of the plan at work. */
  plannedHeads: number;
  /** People who were at work, on average over what has passed of it, in tenths; null: it is still to come. */
  thereTenths: number | null;
};

export type Gap = Span & {
  /** Its place in the requirement. */
  skill: number;
  /** The most people missing at once. */
  most: number;
  personSlots: number;
};

/** Who is later than this is missing until he is seen, ms. */
const graceMs = 10 * 60_000;

/** What each half hour needs, what the plan gives it, and who is really there. */
export function boardOf(
  slots: readonly (Span & { needs: number[] })[],
  people: readonly Planned[],
  now: number,
): BoardSlot[] {
  const missing = new Set(people.filter((person) => isMissing(person, now)).map(({ userId }) => userId));
  return slots.map((slot) => {
    const working = people.filter((person) => worksIn(person, slot));
    const coming = slot.to > now ? working.filter(({ userId }) => !missing.has(userId)) : working;
    return {
      ...slot,
      planned: serve(slot.needs, masksOf(working)),
      expected: serve(slot.needs, masksOf(coming)),
      masks: masksOf(coming),
      plannedHeads: working.length,
      thereTenths: slot.from < now ? thereIn(people, { from: slot.from, to: Math.min(slot.to, now) }) : null,
    };
  });
}

/** The half hours to come in which fewer are expected than are needed, as long as they follow each other. */
export function gapsOf(board: readonly BoardSlot[], now: number): Gap[] {
  const gaps: Gap[] = [];
  for (const { from, to, needs, expected } of board.filter((slot) => slot.to > now)) {
    for (const [skill, need] of needs.entries()) {
      const short = need - (expected[skill] ?? 0);
      if (short <= 0) continue;
      const open = gaps.find((gap) => gap.skill === skill && gap.to === from);
      if (!open) gaps.push({ from, to, skill, most: short, personSlots: short });
      else
        Object.assign(open, { to, most: Math.max(open.most, short), personSlots: open.personSlots + short });
    }
  }
  return gaps.sort((a, b) => a.from - b.from || b.personSlots - a.personSlots);
}

/** His shift has begun, he is not excused, and he is neither at work nor on a pause. */
export function isMissing({ shifts, away, presence }: Planned, now: number): boolean {
  const isOn = (span: Span) => span.from <= now && now < span.to;
  const isDue = shifts.some(({ from, to }) => from + graceMs <= now && now < to) && !away.some(isOn);
  return isDue && !presence.some((span) => span.state !== 'offline' && isOn(span));
}

/** Whether he works the better half of a slot. */
export function worksIn({ shifts, away }: Pick<Planned, 'shifts' | 'away'>, slot: Span): boolean {
  const worked = shifts.reduce((sum, shift) => {
    const paused = shift.breaks.reduce((ms, one) => ms + overlap(one, slot), 0);
    return sum + overlap(shift, slot) - paused;
  }, 0);
  const gone = away.reduce((ms, span) => ms + overlap(span, slot), 0);
  return worked - gone >= (slot.to - slot.from) / 2;
}

function thereIn(people: readonly Planned[], past: Span): number {
  const working = people.flatMap(({ presence }) =>
    presence.filter(({ state }) => state === 'online' || state === 'busy'),
  );
  const ms = working.reduce((sum, span) => sum + overlap(span, past), 0);
  return Math.round((10 * ms) / (past.to - past.from));
}

function masksOf(people: readonly Planned[]): number[] {
  return people.map(({ skills }) => skills);
}
