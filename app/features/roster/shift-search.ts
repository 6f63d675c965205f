import { bestWeek } from './best-week.ts';
import { personCost } from './person-cost.ts';
import type { PlacedWeek } from './placed-week.ts';
import type { ShiftBoard } from './shift-board.ts';

export type ShiftSearch = ReturnType<typeof openShiftSearch>;

/** Repair by best answers: a few people's weeks are let go and each takes the best again, in turn. */
export function openShiftSearch(board: ShiftBoard, draw: () => number) {
  const { cover, people, weeks, placed } = board;
  const costs = people.map((_, person) => personCost(board, person));
  let own = costs.reduce((sum, cost) => sum + cost, 0);
  const pick = (below: number) => Math.floor(draw() * below);
  return {
    cost: () => own + cover.cost(),
    /** One step; `heat` is how much dearer a plan may become now and then. Tells whether anything changed. */
    step(heat: number, most: number): boolean {
      const before = own + cover.cost();
      const week = pick(weeks.length);
      const group = new Set<number>();
      const size = 1 + pick(Math.min(most, people.length));
      while (group.size < size) group.add(pick(people.length));
      const other = weeks.length > 1 && draw() < 0.3 ? pick(weeks.length) : week;
      const span = other === week ? [week] : [week, other];
      const old: [number, number, PlacedWeek][] = [];
      for (const person of group)
        for (const one of span) {
          old.push([person, one, placed[person]?.[one] ?? []]);
          board.put(person, one, []);
        }
      const noise = heat > 0 ? heat : 0.01;
      const shake = () => noise * (draw() - 0.5);
      let isMade = true;
      for (const [person, one] of old) {
        const shifts = bestWeek(board, person, one, { shake });
        if (!shifts) {
          isMade = false;
          break;
        }
        board.put(person, one, shifts);
      }
      const after = isMade ? [...group].map((person) => personCost(board, person)) : [];
      const change = [...group].reduce(
        (sum, person, place) => sum + (after[place] ?? 0) - (costs[person] ?? 0),
        0,
      );
      const now = own + change + cover.cost();
      const isTaken =
        isMade && (now <= before + 1e-9 || (heat > 0 && draw() < Math.exp((before - now) / heat)));
      if (!isTaken) {
        for (const [person, one] of old) board.put(person, one, []);
        for (const [person, one, shifts] of old) board.put(person, one, shifts);
        return false;
      }
      own += change;
      for (const [place, person] of [...group].entries()) costs[person] = after[place] ?? 0;
      return true;
    },
  };
}
