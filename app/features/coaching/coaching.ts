import { z } from 'zod';
import type { Action } from '../access/can.ts';
import type { ItemLoss } from '../scorecard/item-losses.ts';

/** `rechecked`: the lead looked again on the day, and said what has come of it. */
export const coachingStates = ['open', 'done', 'rechecked'] as const;
export type CoachingState = (typeof coachingStates)[number];

export const coachingOutcomes = ['better', 'same', 'worse'] as const;
export type CoachingOutcome = (typeof coachingOutcomes)[number];

const Day = z.iso.date('date');
export const CoachingInput = z
  .object({
    agentId: z.string().min(1, 'required'),
    itemId: z.string().max(40).default(''),
    goal: z.string().trim().min(3, 'short').max(500, 'long'),
    dueOn: Day,
    /** When somebody looks again whether it has helped. */
    recheckOn: Day,
  })
  .refine(({ dueOn, recheckOn }) => dueOn <= recheckOn, { error: 'later-than', path: ['recheckOn'] });
export type CoachingInput = z.infer<typeof CoachingInput>;

export const RecheckInput = z.object({
  outcome: z.enum(coachingOutcomes),
  finding: z.string().trim().min(3, 'short').max(500, 'long'),
});
export type RecheckInput = z.infer<typeof RecheckInput>;

export type CoachingRefusal =
  | { code: 'forbidden'; action: Action }
  | { code: 'person-not-found' }
  | { code: 'coaching-not-found' }
  | { code: 'coaching-in-the-past' }
  /** The day of the second look has not come. */
  | { code: 'recheck-too-early' }
  /** It was done, or looked at again, before. */
  | { code: 'coaching-not-open' }
  | { code: 'not-oneself' };

export type HeatCell = { n: number; share: number };
/** How much of an item's own weight an agent loses, 0…1; no cell: it was never asked of him. */
export type HeatRow = { agentId: string; n: number; cells: Record<string, HeatCell> };

/** A row an agent, a cell an item; who loses most stands first. */
export function heatOf(reviews: readonly { agentId: string; losses: readonly ItemLoss[] }[]): HeatRow[] {
  const agents = [...new Set(reviews.map(({ agentId }) => agentId))];
  const rows = agents.map((agentId) => {
    const own = reviews.filter((review) => review.agentId === agentId);
    const cells: HeatRow['cells'] = {};
    for (const { itemId, lost, weight } of own.flatMap(({ losses }) => losses)) {
      const { n, share } = cells[itemId] ?? { n: 0, share: 0 };
      cells[itemId] = { n: n + 1, share: share + (lost / weight - share) / (n + 1) };
    }
    const all = own.flatMap(({ losses }) => losses).reduce((sum, { lost }) => sum + lost, 0);
    return { agentId, n: own.length, cells, lost: all / own.length };
  });
  return rows
    .sort((a, b) => b.lost - a.lost || (a.agentId < b.agentId ? -1 : 1))
    .map(({ lost: _, ...row }) => row);
}
