import type { StrategyRules, StrategyStep } from '#app/features/ladder/strategy.ts';

export type StepChange =
  | { kind: 'added'; step: StrategyStep }
  | { kind: 'removed'; step: StrategyStep }
  | { kind: 'changed'; from: StrategyStep; step: StrategyStep };
export type RulesChange = {
  steps: StepChange[];
  /** What of the entry conditions is another. */
  entry: (keyof StrategyRules['entry'])[];
  costs: boolean;
};
type Pairing = { pairs: [StrategyStep, StrategyStep][]; before: StrategyStep[]; after: StrategyStep[] };

/** How one version's rules differ from another's. A step that keeps its channel has moved; it is not another. */
export function compareVersions(before: StrategyRules, after: StrategyRules): RulesChange {
  const none: Pairing = { pairs: [], before: before.steps, after: after.steps };
  const same = pairBy(none, (a, b) => a.action === b.action && a.day === b.day);
  const { pairs, ...left } = pairBy(same, (a, b) => a.action === b.action);
  const changed = pairs.filter(([a, b]) => a.day !== b.day || a.text !== b.text);
  const steps: StepChange[] = [
    ...left.before.map((step) => ({ kind: 'removed' as const, step })),
    ...changed.map(([from, step]) => ({ kind: 'changed' as const, from, step })),
    ...left.after.map((step) => ({ kind: 'added' as const, step })),
  ];
  const keys = Object.keys(after.entry) as (keyof StrategyRules['entry'])[];
  return {
    steps: steps.sort((a, b) => a.step.day - b.step.day),
    entry: keys.filter((key) => JSON.stringify(before.entry[key]) !== JSON.stringify(after.entry[key])),
    costs: costsOf(before) !== costsOf(after),
  };
}

function pairBy(given: Pairing, fits: (a: StrategyStep, b: StrategyStep) => boolean): Pairing {
  const after = [...given.after];
  const pairs = [...given.pairs];
  const before = given.before.filter((step) => {
    const place = after.findIndex((other) => fits(step, other));
    const [found] = place === -1 ? [] : after.splice(place, 1);
    if (found) pairs.push([step, found]);
    return !found;
  });
  return { pairs, before, after };
}

function costsOf({ costs = {} }: StrategyRules): string {
  const paid = Object.entries(costs).filter(([, kopecks]) => kopecks > 0);
  return JSON.stringify(paid.sort(([a], [b]) => (a < b ? -1 : 1)));
}
