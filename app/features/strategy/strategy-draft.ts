import {
  type StepAction,
  type StrategyRules,
  type StrategyStep,
  stepActions,
} from '#app/features/ladder/strategy.ts';

/** A step as it is edited: the id keeps it known while its day and channel change. */
export type DraftStep = StrategyStep & { id: string };
export type StrategyDraft = Omit<StrategyRules, 'steps' | 'costs'> & {
  steps: DraftStep[];
  costs: Partial<Record<StepAction, number>>;
};

export const firstDay = -30;
export const lastDay = 365;
/** Of one day on the axis, in pixels. */
export const dayWidth = 16;

export function draftFrom({ steps, costs, ...rules }: StrategyRules, idOf: () => string): StrategyDraft {
  return { ...rules, costs: { ...costs }, steps: steps.map((step) => ({ ...step, id: idOf() })) };
}

export function rulesFrom({
  steps,
  ...draft
}: StrategyDraft): Omit<StrategyDraft, 'steps'> & { steps: StrategyStep[] } {
  return { ...draft, steps: steps.map(({ id: _, ...step }) => step) };
}

/** Changes a step; days stay within the axis and steps in the order of their days. */
export function changeStep(draft: StrategyDraft, id: string, part: Partial<StrategyStep>): StrategyDraft {
  const steps = draft.steps.map((step) => (step.id === id ? { ...step, ...part } : step));
  return inOrder({ ...draft, steps });
}

/** Moves a step by days, and by places in the list of channels. */
export function shiftStep(draft: StrategyDraft, id: string, days: number, places: number): StrategyDraft {
  const step = draft.steps.find((one) => one.id === id);
  if (!step) return draft;
  const place = stepActions.indexOf(step.action) + places;
  const action = stepActions[Math.max(0, Math.min(stepActions.length - 1, place))] ?? step.action;
  return changeStep(draft, id, { day: step.day + days, action });
}

export function addStep(draft: StrategyDraft, step: DraftStep): StrategyDraft {
  return inOrder({ ...draft, steps: [...draft.steps, step] });
}

export function removeStep(draft: StrategyDraft, id: string): StrategyDraft {
  return { ...draft, steps: draft.steps.filter((step) => step.id !== id) };
}

function inOrder(draft: StrategyDraft): StrategyDraft {
  const within = (day: number) => Math.max(firstDay, Math.min(lastDay, Math.round(day)));
  const steps = draft.steps.map((step) => ({ ...step, day: within(step.day) }));
  return { ...draft, steps: steps.toSorted((a, b) => a.day - b.day) };
}
