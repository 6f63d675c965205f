import type { CaseState } from '#app/features/case/case.ts';
import type { PointFact } from './points.ts';

/** What is known of a case that somebody may earn points with. */
export type CaseStory = {
  state: CaseState;
  assigneeId: string | null;
  isSolvedAtFirst: boolean;
  events: readonly { fromState: CaseState; toState: CaseState; at: Date; actor: string }[];
  /** States of the requests that were made for it. */
  requests: readonly string[];
  /** The last reply came back, or never left. */
  isReplyLost: boolean;
  /** Agents with a critical error in it, by its reviews. */
  erring: readonly string[];
};
type Solution = { at: Date; by: string; held: boolean };
const notPeople = ['worker', 'subscriber'];

/**
 * Whose credit a case is, by its last solution; `null`: nobody's. Whose solution did not hold earns nothing with
 * the case, though he solves it again; the colleague who puts it right does.
 */
export function caseFact(story: CaseStory, event: 'case-solved' | 'solved-at-first'): PointFact | null {
  if (event === 'solved-at-first' && !story.isSolvedAtFirst) return null;
  const solutions = solutionsOf(story);
  const last = solutions.at(-1);
  if (!last || story.state === 'merged') return null;
  const isRefused = story.requests.includes('refused') && !story.requests.includes('done');
  return {
    event,
    agentId: last.by,
    occurredAt: last.at,
    share: 1,
    weightPercent: 100,
    quality: {
      isReopened: solutions.some(({ by, held }) => by === last.by && !held),
      hasFailed: isRefused || story.isReplyLost,
      hasCriticalError: story.erring.includes(last.by),
    },
  };
}

/** A case solved by rule is credited to whose it is. */
function solutionsOf({ events, assigneeId }: CaseStory): Solution[] {
  const solutions: Solution[] = [];
  for (const { fromState, toState, at, actor } of events) {
    const last = solutions.at(-1);
    if (fromState === 'solved' && toState === 'open' && last) last.held = false;
    if (toState !== 'solved' || fromState === 'solved') continue;
    const by = notPeople.includes(actor) ? assigneeId : actor;
    if (by !== null) solutions.push({ at, by, held: true });
  }
  return solutions;
}
