import type { ShiftBoard } from './shift-board.ts';
import type { ShiftRule } from './shift-rules.ts';

/** A hard limit broken by what is pinned: dearer than all else, but not impossible. */
const beyondLaw = 1e5;

export function countedIn({ people, placed }: ShiftBoard, person: number, week: number): number {
  const counted = people[person]?.counted;
  return (placed[person]?.[week] ?? []).reduce((sum, { pattern }) => sum + (counted?.[pattern] ?? 0), 0);
}

/** By counted units, what a week costs that counts so much: of the week itself and of the horizon beside the other weeks. */
export function hoursCosts(
  board: ShiftBoard,
  person: number,
  week: number,
  spare: { min: number; max: number },
): Float64Array {
  const { problem, people, weeks } = board;
  const { rules } = problem;
  const own = problem.people[person];
  const unit = people[person]?.unit ?? 1;
  const span = weeks[week] ?? { fromDay: 0, toDay: 0 };
  const hasPinned =
    people[person]?.pinned.subarray(span.fromDay, span.toDay).some((one) => one >= 0) === true;
  const others = weeks.reduce(
    (sum, _, place) => sum + (place === week ? 0 : countedIn(board, person, place)),
    0,
  );
  const agreed = own?.weekMinutes[week] ?? { min: 0, max: Number.POSITIVE_INFINITY };
  const period = own?.periodMinutes ?? { min: 0, max: Number.POSITIVE_INFINITY };
  const most = Math.min(
    firmMost(rules['week-hours'], agreed.max),
    Math.max(0, firmMost(rules['period-hours'], period.max) - others - spare.min),
  );
  const longest = (people[person]?.longest ?? 0) * (span.toDay - span.fromDay);
  const units = Math.floor((hasPinned ? longest : Math.min(most, longest)) / unit);
  return Float64Array.from({ length: units + 1 }, (_, place) => {
    const counted = place * unit;
    const all = others + counted;
    return (
      (counted > most ? beyondLaw * (counted - most) : 0) +
      hoursCost(rules['week-hours'], counted, counted, agreed) +
      hoursCost(rules['period-hours'], all + spare.min, all + spare.max, period)
    );
  });
}

/** What so much counted costs beyond a hard limit. */
export function beyondLawCost(rule: ShiftRule, counted: number, { max }: { max: number }): number {
  return beyondLaw * Math.max(0, counted - firmMost(rule, max));
}

/** Half hours that may be counted at most, whatever it costs. */
const firmMost = ({ mode, value }: ShiftRule, max: number) =>
  mode === 'hard' ? Math.floor((max + value) / 30) : Number.POSITIVE_INFINITY;

/** By the half hour: too many when the rule is soft, too few always. */
export function hoursCost(
  { mode, value, weight }: ShiftRule,
  least: number,
  most: number,
  { min, max }: { min: number; max: number },
): number {
  const tooMany = mode === 'soft' ? Math.max(0, least - (max + value) / 30) : 0;
  return weight * (tooMany + Math.max(0, min / 30 - most));
}
