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
/** `changed`: how many open cases would be in another state now; `moved`: how many would be due at another moment. */
export type RulesPreview = { open: number; changed: number; moved: number; shifts: StateShift[] };

const mostNamed = 20;

export type OpenCase = { id: string; events: readonly ClockEvent[]; terms: ContractTerms | null };

/** What other rules would do to cases that are open now. No new terms: each goes on by its own. */
export function compareRules(
  cases: readonly OpenCase[],
  calendars: Calendars,
  after: { terms?: ContractTerms; calendars: Calendars },
  now: number,
): RulesPreview {
  const shifts = new Map<string, StateShift>();
  let [changed, moved] = [0, 0];
  for (const { id, events, terms } of cases) {
    const before = evaluateClock(events, terms && { terms }, calendars, now).targets;
    const newTerms = after.terms ?? terms;
    const then = evaluateClock(events, newTerms && { terms: newTerms }, after.calendars, now).targets;
    const shifted = then.filter(({ state }, index) => state !== before[index]?.state);
    if (shifted.length > 0) changed += 1;
    if (then.some(({ dueAt, isOpen }, index) => isOpen && dueAt !== before[index]?.dueAt)) moved += 1;
    for (const clock of shifted) {
      const from = before[then.indexOf(clock)]?.state ?? 'none';
      count(shifts, { target: clock.target, from, to: clock.state }, id);
    }
  }
  const sorted = [...shifts.values()].toSorted((a, b) => b.count - a.count);
  return { open: cases.length, changed, moved, shifts: sorted };
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
