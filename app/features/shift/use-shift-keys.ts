import type { KeyboardEvent } from 'react';
import { addDays } from '#app/features/sla/calendar-date.ts';
import type { RosterView, ShownShift } from './read-roster.ts';
import { stepTime } from './shift-steps.ts';
import type { RosterEdits } from './use-roster-edits.ts';

type Place = { person: number; day: number };
type Deeds = { view: Pick<RosterView, 'people' | 'dates'>; edits: RosterEdits; open(at: Place): void };
const steps: Record<string, Place> = {
  ArrowLeft: { person: 0, day: -1 },
  ArrowRight: { person: 0, day: 1 },
  ArrowUp: { person: -1, day: 0 },
  ArrowDown: { person: 1, day: 0 },
};

/**
 * The keys of a plan, physical ones. Arrows go to the next cell, with Shift they take the shift along; `,` `.` half an hour
 * earlier or later, `[` `]` shorter or longer, P pins, Delete removes, Enter opens, Z
 * undoes, with Shift does again.
 */
export function useShiftKeys({ view, edits, open }: Deeds) {
  return (event: KeyboardEvent<HTMLElement>, at: Place, shift: ShownShift | undefined) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isRedo = event.shiftKey && event.code === 'KeyZ';
    const deed = steps[event.code] ? () => step(event, at, shift) : deedOf(event.code, at, shift);
    if (!deed) return;
    event.preventDefault();
    event.stopPropagation();
    (isRedo ? edits.redo : deed)();
  };

  function step(event: KeyboardEvent<HTMLElement>, at: Place, shift: ShownShift | undefined) {
    const by = steps[event.code] ?? { person: 0, day: 0 };
    const next = { person: at.person + by.person, day: at.day + by.day };
    const person = view.people[next.person];
    if (!person || next.day < 0 || next.day >= view.dates.length) return;
    if (event.shiftKey && shift)
      edits.move(shift, { userId: person.userId, date: addDays(shift.date, by.day) });
    focusCell(event.currentTarget, next);
  }

  function deedOf(code: string, at: Place, shift: ShownShift | undefined): (() => void) | undefined {
    if (code === 'KeyZ') return edits.undo;
    if (code === 'Enter' || code === 'Space') return () => open(at);
    if (!shift) return undefined;
    const deeds: Record<string, () => void> = {
      Comma: () => edits.move(shift, stepTime(shift, -30)),
      Period: () => edits.move(shift, stepTime(shift, 30)),
      BracketLeft: () => edits.move(shift, { minutes: shift.minutes - 30 }),
      BracketRight: () => edits.move(shift, { minutes: shift.minutes + 30 }),
      KeyP: () => edits.move(shift, { isPinned: !shift.isPinned }),
      Delete: () => edits.remove(shift),
      Backspace: () => edits.remove(shift),
    };
    return deeds[code];
  }
}

function focusCell(from: HTMLElement, { person, day }: Place) {
  const grid = from.closest('[data-roster]');
  grid?.querySelector<HTMLElement>(`[data-person="${person}"][data-day="${day}"]`)?.focus();
}
