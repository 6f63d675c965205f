import { type BoardSlot, boardOf, type Gap, gapsOf, type Planned } from '../intraday/board.ts';

type Slot = { from: number; to: number; needs: number[] };

/** A day that has not begun: nobody is missing from it yet, wherever he is now. */
const beforeAll = 0;

/** What a plan of days to come serves of what they need, and where it does not. */
export function planGaps(
  slots: readonly Slot[],
  people: readonly Omit<Planned, 'presence'>[],
): { board: BoardSlot[]; gaps: Gap[] } {
  const planned = people.map((one) => ({ ...one, presence: [] }));
  const board = boardOf(slots, planned, beforeAll);
  return { board, gaps: gapsOf(board, beforeAll) };
}
