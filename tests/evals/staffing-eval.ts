import { drawFrom } from '#app/features/roster/seeded-draw.ts';
import { agentsNeeded, type Demand } from '#app/features/staffing/agents-needed.ts';
import type { Measured } from '#tests/bench/bench.ts';
import type { EvalContext } from './eval.ts';
import { simulateDay } from './simulate-day.ts';

const days = 200;
const slotS = 1800;
const promised = { withinTarget: { share: 0.8, targetS: 20 } };
/** Contacts in each hour of a round-the-clock line of one client company, as a share of its busiest hour. */
const hours = [
  0.18, 0.12, 0.09, 0.08, 0.09, 0.13, 0.22, 0.38, 0.6, 0.82, 0.95, 1, 0.98, 0.96, 0.95, 0.93, 0.9, 0.88, 0.86,
  0.84, 0.78, 0.62, 0.44, 0.28,
];
const lines = [
  { name: 'patient, a large line', busiest: 360, handlingS: 240, patienceS: null },
  { name: 'impatient, a large line', busiest: 360, handlingS: 240, patienceS: 120 },
  { name: 'impatient, a middle line', busiest: 90, handlingS: 300, patienceS: 180 },
  { name: 'impatient, a small line', busiest: 20, handlingS: 300, patienceS: 180 },
] as const;

/** Days lived event by event with the staff that was reckoned for them: what came of the promise, beside what was planned. */
export async function staffing({ say, options }: EvalContext): Promise<Measured> {
  const draw = drawFrom(Number(options.seed ?? 1));
  const judged = lines.map(({ name, busiest, handlingS, patienceS }) => {
    const slots = hours
      .flatMap((share) => [share * busiest, share * busiest])
      .map((contacts) => {
        const demand: Demand = { contacts, periodS: slotS, handlingS, patienceS, atOnce: 1 };
        return { contacts, ...agentsNeeded(demand, promised) };
      });
    const offered = slots.reduce((sum, { contacts }) => sum + contacts, 0);
    const planned =
      slots.reduce((sum, { contacts, level }) => sum + contacts * level.withinTarget, 0) / offered;
    const lived = Array.from({ length: days }, () =>
      simulateDay(slots, { slotS, handlingS, patienceS, targetS: promised.withinTarget.targetS }, draw),
    );
    const total = (of: 'offered' | 'inTime' | 'abandoned') => lived.reduce((sum, day) => sum + day[of], 0);
    const achieved = total('inTime') / total('offered');
    say(`${name}: planned ${planned.toFixed(4)}, achieved ${achieved.toFixed(4)}.`);
    return { name, planned, achieved, abandoned: total('abandoned') / total('offered') };
  });
  const worst = Math.max(...judged.map(({ planned, achieved }) => Math.abs(planned - achieved)));
  return { figures: { days, lines: judged }, limited: { worstDifference: worst } };
}
