import { type Calendars, type ClockEvent, evaluateClock, type TargetClock } from './clock.ts';
import type { ContractTerms, Target } from './contract.ts';

export type ClockState = TargetClock['state'];
/** So many open cases would go from one state to another for one target; some of them by name. */
export type StateShift = {
  target: Target;
  from: ClockState;
  to: ClockState;
  count: number;
  caseIds: string[];
};
export type ContractPreview = { open: number; changed: number; shifts: StateShift[] };

const mostNamed = 20;

export type OpenCase = { id: string; events: readonly ClockEvent[]; terms: ContractTerms | null };

/** What new terms would do to cases that are open now, each measured by its own terms before. */
export function compareContracts(
  cases: readonly OpenCase[],
  after: ContractTerms,
  calendars: Calendars,
  now: number,
): ContractPreview {
  const shifts = new Map<string, StateShift>();
  let changed = 0;
  for (const { id, events, terms } of cases) {
    const before = evaluateClock(events, terms && { terms }, calendars, now).targets;
    const then = evaluateClock(events, { terms: after }, calendars, now).targets;
    const moved = then.filter(({ state }, index) => state !== before[index]?.state);
    if (moved.length > 0) changed += 1;
    for (const clock of moved) {
      const from = before[then.indexOf(clock)]?.state ?? 'none';
      count(shifts, { target: clock.target, from, to: clock.state }, id);
    }
  }
  return { open: cases.length, changed, shifts: [...shifts.values()].toSorted((a, b) => b.count - a.count) };
}

function count(
  shifts: Map<string, StateShift>,
  shift: Pick<StateShift, 'target' | 'from' | 'to'>,
  id: string,
) {
  const key = `${shift.target} ${shift.from} ${shift.to}`;
  const known = shifts.get(key) ?? { ...shift, count: 0, caseIds: [] };
  known.count += 1;
  if (known.caseIds.length < mostNamed && known.caseIds.at(-1) !== id) known.caseIds.push(id);
  shifts.set(key, known);
}
