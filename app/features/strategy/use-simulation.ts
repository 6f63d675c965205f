import { useEffect, useState } from 'react';
import { useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { isRefused } from '#app/components/use-faults.ts';
import type { SimulationPage } from './read-simulation.ts';
import { addSimulations, type Simulation } from './simulation.ts';
import type { StrategyForm } from './use-strategy-form.ts';

/** What was simulated until now; `done` of `pages`. */
export type SimulationRun = Omit<SimulationPage, 'page'> & { done: number };

/** Simulates the rules page by page; a change of the rules does not stop it, another start does. */
export function useSimulation(strategyId: string, { rules }: Pick<StrategyForm, 'rules'>) {
  const action = `/t/${useDesk().workplace.slug}/plan/debt/strategies/${strategyId}/simulation`;
  const { submit, data, state } = useFetcher<{ done?: SimulationPage }>();
  const [run, setRun] = useState<SimulationRun | null>(null);
  const [asked, setAsked] = useState(rules);
  const ask = (of: typeof rules, page: number) =>
    submit({ rules: of, page }, { method: 'post', encType: 'application/json', action });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once an answer
  useEffect(() => {
    const page = data?.done;
    if (!page) return;
    setRun((before) => (before && page.page > 0 ? grow(before, page) : { ...page, done: 1 }));
    if (page.page + 1 < page.pages) ask(asked, page.page + 1);
  }, [data]);
  return {
    run,
    answer: data,
    isBusy: state !== 'idle' || (run !== null && run.done < run.pages && !isRefused(data)),
    isOfThese: asked === rules || JSON.stringify(asked) === JSON.stringify(rules),
    start: () => {
      setAsked(rules);
      ask(rules, 0);
    },
  };
}

function grow(run: SimulationRun, page: SimulationPage): SimulationRun {
  const add = (a: Simulation, b: Simulation) => addSimulations(a, b);
  const inForce = run.inForce &&
    page.inForce && { ...run.inForce, simulation: add(run.inForce.simulation, page.inForce.simulation) };
  return { ...run, done: page.page + 1, asked: add(run.asked, page.asked), inForce };
}
