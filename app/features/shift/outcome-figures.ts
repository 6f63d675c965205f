import { explainGaps } from '#app/features/roster/explain-gaps.ts';
import type { ShiftAnswer } from '#app/features/roster/shift-answer.ts';
import type { ShiftProblem } from '#app/features/roster/shift-problem.ts';
import { slotMs } from '#app/features/staffing/requirement.ts';
import type { RosterGap } from './roster-outcome.ts';

/** A problem and the instant of its first slot. */
export type PlanFrame = { problem: ShiftProblem; startsAt: number };

/** Who is short when, and what keeps each of the others from helping: reckoned once, at the end. */
export function gapsOf({ problem, startsAt }: PlanFrame, { shifts }: ShiftAnswer): RosterGap[] {
  return explainGaps(problem, shifts).map(({ skill, from, to, missing, reasons }) => ({
    skill: problem.skills[skill]?.id ?? '',
    from: startsAt + from * slotMs,
    to: startsAt + to * slotMs,
    missing,
    reasons,
  }));
}

/** Cost parts, bound and gap; of no answer, nought. */
export function figuresOf(answer: ShiftAnswer | null) {
  const cost = answer?.cost ?? {
    under: 0,
    over: 0,
    wishes: 0,
    rules: 0,
    total: 0,
    wantedSlots: 0,
    underSlots: 0,
    overSlots: 0,
  };
  const { under, over, wishes, rules } = cost;
  return {
    requiredMinutes: 30 * cost.wantedSlots,
    underMinutes: 30 * cost.underSlots,
    overMinutes: 30 * cost.overSlots,
    costParts: Object.entries({ under, over, wishes, rules }).map(([part, value]) => ({
      part: part as 'under' | 'over' | 'wishes' | 'rules',
      cost: value,
    })),
    cost: cost.total,
    bound: answer?.bound ?? 0,
    gap: answer?.gap ?? 0,
  };
}
