import { channels } from '../contact/contact.ts';
import type { SubjectType } from './review.ts';
import type { PlanInput, PlanRhythm, Stratum } from './sample-plan.ts';

/** A plan as it is filled in; an empty text is "all". */
export type PlanDraft = {
  title: string;
  subjectType: SubjectType;
  selection: PlanInput['selection'];
  channel: string;
  agentId: string;
  sizeBy: 'count' | 'margin';
  amount: number;
  strata: Stratum[];
  cardId: string;
  isBlind: boolean;
  rhythm: PlanRhythm | '';
};

/** What is sent of it. */
export function planOf({ title, selection, cardId, isBlind, ...draft }: PlanDraft): PlanInput {
  const { subjectType, agentId, amount, strata, sizeBy } = draft;
  const channel = subjectType === 'request' ? null : (channels.find((one) => one === draft.channel) ?? null);
  const filter = { subjectType, channel, carrier: null, agentId: agentId || null };
  const chosen: PlanInput['size'] =
    sizeBy === 'count' ? { by: 'count', count: amount } : { by: 'margin', percent: amount };
  const size = selection === 'stratified' ? { by: 'stratum' as const, strata, count: amount } : chosen;
  return { title, selection, filter, size, cardId, isBlind, rhythm: draft.rhythm || null };
}
