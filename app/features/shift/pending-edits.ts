import type { ShownShift } from './read-roster.ts';
import { minutesOf, timeText } from './shift-steps.ts';

export type ShiftTimes = { userId: string; date: string; from: string; minutes: number };
/** What a planner did and the server has not answered yet. `version`: of the shift as he saw it. */
export type PendingEdit =
  | { kind: 'place'; times: ShiftTimes }
  | { kind: 'move'; id: string; version: number; times: ShiftTimes & { isPinned: boolean } }
  | { kind: 'remove'; id: string; version: number }
  | { kind: 'undo' | 'redo' };

/** Waits behind the others; a move of the shift whose last move was not sent yet takes its place. */
export function addEdit(queue: readonly PendingEdit[], edit: PendingEdit, sent: PendingEdit | null) {
  const last = queue.at(-1);
  const isSame = last?.kind === 'move' && edit.kind === 'move' && last.id === edit.id && last !== sent;
  return isSame ? [...queue.slice(0, -1), { ...edit, version: last.version }] : [...queue, edit];
}

type Owner = { userId: string; shifts: ShownShift[] };

/** The plan as it will be when all that waits is written. What the server has already written is not done twice. */
export function drawEdits<P extends Owner>(people: readonly P[], queue: readonly PendingEdit[]): P[] {
  return queue.reduce<P[]>((drawn, edit) => drawEdit(drawn, edit), [...people]);
}

function drawEdit<P extends Owner>(people: P[], edit: PendingEdit): P[] {
  if (edit.kind !== 'move' && edit.kind !== 'remove') return people;
  const shift = people.flatMap(({ shifts }) => shifts).find(({ id }) => id === edit.id);
  if (shift?.version !== edit.version) return people;
  const moved = edit.kind === 'move' ? [moveShown(shift, edit.times)] : [];
  return people.map((person) => ({
    ...person,
    shifts: [
      ...person.shifts.filter(({ id }) => id !== edit.id),
      ...moved.filter(({ userId }) => userId === person.userId),
    ],
  }));
}

/** Its breaks and what it breaks are the server's to say. */
function moveShown(shift: ShownShift, { minutes, ...times }: ShiftTimes & { isPinned: boolean }): ShownShift {
  const days = (Date.parse(times.date) - Date.parse(shift.date)) / 60_000;
  const later = days + minutesOf(times.from) - minutesOf(shift.from);
  const startsAt = shift.startsAt + later * 60_000;
  return {
    ...shift,
    ...times,
    minutes,
    startsAt,
    endsAt: startsAt + minutes * 60_000,
    to: timeText(minutesOf(times.from) + minutes),
    version: shift.version + 1,
    isUntold: true,
    breaks: [],
    breaches: [],
  };
}
