import { checkShifts } from './check-shifts.ts';
import { completeBoard, fillBoard } from './first-shifts.ts';
import { loadShifts } from './load-shifts.ts';
import type { PlacedWeek } from './placed-week.ts';
import { plannedShifts } from './planned-shifts.ts';
import type { ShiftAnswer } from './shift-answer.ts';
import { openShiftBoard, type ShiftBoard } from './shift-board.ts';
import { openShiftBound } from './shift-bound.ts';
import type { PlannedShift, ShiftProblem } from './shift-problem.ts';
import { openShiftSearch } from './shift-search.ts';

export type SolveShiftsOptions = {
  /** How much of the time is used up, 0…1; over at 1. */
  spent: () => number;
  /** 0…1, the next draw. */
  draw: () => number;
  /** A plan to begin with. */
  from?: readonly PlannedShift[];
  /** It ends when the gap is no more. */
  enough?: number;
  /** Told of the first plan at once, then of better ones, and last of the answer. */
  onBetter?: (answer: ShiftAnswer) => void;
};

/** Shares of the time: for the bound at first, and at each look at it later, if it is above nought by then. */
const boundShare = 0.06;
const boundMore = 0.01;
/** From where the plan is no more heated, and between two looks at what came of it. */
const coldFrom = 0.9;
const lookEvery = 0.04;
/** The heat at first, as a share of what one missing costs; with a plan to begin with. */
const coldHeat = 0.6;
const warmHeat = 0.1;

/** A legal plan first, better ones as long as there is time, and what no plan can be cheaper than. */
export function solveShifts(problem: ShiftProblem, options: SolveShiftsOptions): ShiftAnswer {
  const { spent, draw, from, enough = 0, onBetter } = options;
  const board = beginBoard(problem, from, draw);
  const search = openShiftSearch(board, draw);
  const best = { cost: search.cost(), placed: snapshot(board) };
  onBetter?.(answerOf(board, 0));
  const bound = openShiftBound(board);
  climb(bound, best.cost, { spent, share: boundShare });
  const enoughGap = enough * wantedSlots(problem) + 1e-6;
  const start = spent();
  const firstHeat = dearestOf(problem) * (from ? warmHeat : coldHeat);
  let lookedAt = start;
  let told = { cost: best.cost, bound: 0 };
  for (let at = start; at < 1; at = spent()) {
    const left = 1 - (at - start) / Math.max(1e-9, coldFrom - start);
    search.step(Math.max(0, left) * firstHeat);
    const cost = search.cost();
    if (cost < best.cost - 1e-9) Object.assign(best, { cost, placed: snapshot(board) });
    if (best.cost - bound.best() <= enoughGap) break;
    if (at - lookedAt < lookEvery) continue;
    lookedAt = at;
    if (bound.best() > 0) climb(bound, best.cost, { spent, share: boundMore });
    if (best.cost >= told.cost && bound.best() <= told.bound) continue;
    told = { cost: best.cost, bound: bound.best() };
    onBetter?.(withPlaced(board, best.placed, () => answerOf(board, told.bound)));
  }
  restore(board, best.placed);
  const answer = answerOf(board, bound.best());
  onBetter?.(answer);
  return answer;
}

function beginBoard(problem: ShiftProblem, from: SolveShiftsOptions['from'], draw: () => number): ShiftBoard {
  const board = openShiftBoard(problem);
  const order = shuffled(problem.people.length, draw);
  if (from) {
    loadShifts(board, from);
    completeBoard(board, order);
  } else fillBoard(board, order);
  return board;
}

function climb(
  bound: ReturnType<typeof openShiftBound>,
  cost: number,
  { spent, share }: { spent: () => number; share: number },
): void {
  const until = spent() + share;
  do bound.round(cost);
  while (spent() < until);
}

/** The cost is reckoned by the checker, not by the search. */
function answerOf(board: ShiftBoard, bound: number): ShiftAnswer {
  const shifts = plannedShifts(board);
  const { cost } = checkShifts(board.problem, shifts);
  const gap = cost.wantedSlots === 0 ? 0 : (cost.total - bound) / cost.wantedSlots;
  return { shifts, cost, bound, gap };
}

const snapshot = ({ placed }: ShiftBoard): PlacedWeek[][] => placed.map((own) => [...own]);

function restore(board: ShiftBoard, placed: readonly (readonly PlacedWeek[])[]): void {
  for (const [person, own] of placed.entries())
    for (const [week, shifts] of own.entries())
      if (board.placed[person]?.[week] !== shifts) board.put(person, week, shifts);
}

function withPlaced(
  board: ShiftBoard,
  placed: readonly (readonly PlacedWeek[])[],
  tell: () => ShiftAnswer,
): ShiftAnswer {
  const now = snapshot(board);
  restore(board, placed);
  const answer = tell();
  restore(board, now);
  return answer;
}

const dearestOf = ({ skills }: ShiftProblem) => Math.max(0, ...skills.map(({ under }) => under));

const wantedSlots = ({ skills }: ShiftProblem) =>
  skills.reduce((sum, { wanted }) => sum + wanted.reduce((all, one) => all + one, 0), 0);

function shuffled(length: number, draw: () => number): number[] {
  const order = Array.from({ length }, (_, place) => place);
  for (let place = length - 1; place > 0; place -= 1) {
    const other = Math.floor(draw() * (place + 1));
    [order[place], order[other]] = [order[other] ?? 0, order[place] ?? 0];
  }
  return order;
}
