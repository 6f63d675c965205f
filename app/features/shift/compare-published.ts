import { Temporal } from 'temporal-polyfill';
import type { ShiftFacts } from './shift.ts';

/** What people do not know yet: shifts that are new, differ from what they were told, or are gone. */
export type Unpublished<D extends ShiftFacts, T extends ShiftFacts> = {
  added: D[];
  changed: D[];
  cancelled: T[];
};

export function compareWithTold<D extends ShiftFacts, T extends ShiftFacts>(
  drafted: readonly D[],
  told: readonly T[],
): Unpublished<D, T> {
  const known = new Map(told.map((shift) => [shift.id, shift]));
  const kept = new Set(drafted.map(({ id }) => id));
  return {
    added: drafted.filter(({ id }) => !known.has(id)),
    changed: drafted.filter((shift) => {
      const before = known.get(shift.id);
      return before !== undefined && textOf(before) !== textOf(shift);
    }),
    cancelled: told.filter(({ id }) => !kept.has(id)),
  };
}

/** What a person is told of his shift. */
const textOf = ({ userId, startsAt, endsAt, breaks, skill }: ShiftFacts) =>
  JSON.stringify([
    userId,
    startsAt.getTime(),
    endsAt.getTime(),
    breaks.map((one) => [one.startsAt, one.endsAt, one.isPaid]),
    skill,
  ]);

/** A schedule is made known a month before it takes effect (article 103): of earlier dates a change needs consent. */
export function firstFreeDate(today: string): string {
  return Temporal.PlainDate.from(today).add({ months: 1 }).toString();
}
