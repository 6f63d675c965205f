import type { SaveState } from './save-desk.ts';

type Move = {
  move: string;
  from: readonly SaveState[];
  to: SaveState;
  by: readonly ('person' | 'worker')[];
};

/**
 * The one table of what may happen to a talk. It drives the guards, the buttons, the diagram in docs/save-desk.md and
 * the tests of every state × move. No person makes a talk `saved`: only time does.
 */
export const saveMoves = [
  { move: 'stay', from: ['open'], to: 'stayed', by: ['person'] },
  { move: 'leave', from: ['open'], to: 'leaves', by: ['person'] },
  { move: 'dismiss', from: ['open'], to: 'mistaken', by: ['person'] },
  { move: 'reopen', from: ['stayed', 'leaves', 'mistaken'], to: 'open', by: ['person'] },
  { move: 'count', from: ['stayed'], to: 'saved', by: ['worker'] },
  { move: 'lose', from: ['stayed'], to: 'left-later', by: ['worker'] },
] as const satisfies Move[];
export type SaveMove = (typeof saveMoves)[number]['move'];

export type SaveFault = { code: 'talk-move-not-allowed'; state: SaveState };

export function decideSave(
  state: SaveState,
  name: SaveMove,
  by: 'person' | 'worker',
): { ok: true; to: SaveState } | { ok: false; error: SaveFault } {
  const row: Move | undefined = saveMoves.find(({ move }) => move === name);
  if (!row?.from.includes(state) || !row.by.includes(by))
    return { ok: false, error: { code: 'talk-move-not-allowed', state } };
  return { ok: true, to: row.to };
}
