import { bestWeek } from './best-week.ts';
import { personCost } from './person-cost.ts';
import type { PlacedWeek } from './placed-week.ts';
import type { ShiftBoard } from './shift-board.ts';

/** How often two weeks of a person are let go together, so that hours may wander between them. */
const twoWeeks = 0.3;
/** Without heat a little noise remains: it chooses among answers that are equal. */
const leastNoise = 0.01;

/**
 * Repair by best answers: a person's week is let go and he takes the best again beside all others, at worths that are a
 * little off. A dearer plan is kept now and then, ever more seldom as the heat falls (Kirkpatrick and others, 1983).
 */
export function openShiftSearch(board: ShiftBoard, draw: () => number, movable?: readonly number[]) {
  const { cover, people, weeks, placed, kept } = board;
  const whom = movable ?? people.map(({ place }) => place);
  const costs = people.map((_, person) => personCost(board, person));
  let own = costs.reduce((sum, cost) => sum + cost, 0);
  const pick = (below: number) => Math.floor(draw() * below);
  return {
    cost: () => own + cover.cost(),
    /** One step; `heat` is about how much dearer a plan may become. */
    step(heat: number): void {
      const before = own + cover.cost();
      const person = whom[pick(whom.length)] ?? 0;
      const week = pick(weeks.length);
      const other = weeks.length > 1 && draw() < twoWeeks ? pick(weeks.length) : week;
      const span = other === week ? [week] : [week, other];
      const old = span.map((one): [number, PlacedWeek] => [one, placed[person]?.[one] ?? []]);
      for (const one of span) board.put(person, one, kept[person]?.[one] ?? []);
      const noise = Math.max(heat, leastNoise);
      const shake = () => noise * (draw() - 0.5);
      const isMade = span.every((one) => {
        board.put(person, one, []);
        const shifts = bestWeek(board, person, one, { shake });
        if (shifts) board.put(person, one, shifts);
        return shifts !== null;
      });
      const mine = isMade ? personCost(board, person) : 0;
      const change = own + mine - (costs[person] ?? 0) + cover.cost() - before;
      if (isMade && (change <= 1e-9 || (heat > 0 && draw() < Math.exp(-change / heat)))) {
        own += mine - (costs[person] ?? 0);
        costs[person] = mine;
        return;
      }
      for (const one of span) board.put(person, one, []);
      for (const [one, shifts] of old) board.put(person, one, shifts);
    },
  };
}
