import type { PauseReason, TargetClock } from './clock.ts';
import type { Target } from './contract.ts';

/** What a chip shows, and a case keeps of its clocks so that a list needs not evaluate them. */
export type NearestTarget = {
  target: Target;
  state: 'running' | 'paused' | 'breached';
  pausedReason: PauseReason | null;
  isAtCarrier: boolean;
  /** Epoch ms; `null` while it stands for a reason that ends nobody knows when. */
  dueAt: number | null;
  leftMs: number;
  targetMs: number;
  share: number;
  /** As in TargetClock. */
  running: { from: number; to: number } | null;
};

/**
 * The open clock of the subscriber's that runs out first; those that stand come after those that run. The
 * carrier's part counts only where the contract promises nothing else. `null`: nothing is counted any more.
 */
export function nearestTarget(targets: readonly TargetClock[]): NearestTarget | null {
  const open = targets.filter(({ isOpen }) => isOpen);
  const own = open.filter(({ target }) => target !== 'carrier');
  const [nearest] = (own.length > 0 ? own : open).toSorted(byDue);
  if (!nearest || nearest.state === 'none' || nearest.state === 'met') return null;
  const { target, state, pausedReason, isAtCarrier, dueAt, leftMs, targetMs, share, running } = nearest;
  return { target, state, pausedReason, isAtCarrier, dueAt, leftMs, targetMs, share, running };
}

function byDue(a: TargetClock, b: TargetClock): number {
  if (a.dueAt !== null && b.dueAt !== null) return a.dueAt - b.dueAt || a.leftMs - b.leftMs;
  if (a.dueAt === null && b.dueAt === null) return a.leftMs - b.leftMs;
  return a.dueAt === null ? 1 : -1;
}
