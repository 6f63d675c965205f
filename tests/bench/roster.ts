import { checkShifts } from '#app/features/roster/check-shifts.ts';
import { replanShifts } from '#app/features/roster/replan-shifts.ts';
import type { ShiftAnswer } from '#app/features/roster/shift-answer.ts';
import type { PlannedShift, ShiftProblem } from '#app/features/roster/shift-problem.ts';
import { solveShiftsAside } from '#app/features/roster/solve-shifts-aside.ts';
import { swapBreaches } from '#app/features/roster/swap-breaches.ts';
import type { BenchContext, Measured } from './bench.ts';
import { drawRosterCase } from './roster-cases.ts';
import { rounded } from './statistics.ts';

const cases = [
  { name: 'week60', people: 60, weeks: 1, skills: 1, seconds: 30, target: 0.015, menu: 'F' },
  { name: 'rigid60', people: 60, weeks: 1, skills: 1, seconds: 30, target: 0.015, menu: 'R' },
  { name: 'week300', people: 300, weeks: 1, skills: 1, seconds: 40, target: 0.005, menu: 'F' },
  { name: 'month60', people: 60, weeks: 4, skills: 3, seconds: 60, target: 0.02, menu: 'F' },
  { name: 'month300', people: 300, weeks: 4, skills: 3, seconds: 300, target: 0.02, menu: 'F' },
] as const;

/**
 * Rosters as the desk solves them: in a thread, told as they get better, reckoned again by the checker. Seconds are those on
 * the wall; beside them what the processor spent, for others may be using it too.
 */
export async function roster({ say, seed }: BenchContext): Promise<Measured> {
  const figures: Record<string, unknown> = {};
  const limited: Record<string, number | null> = {};
  let hardBreaches = 0;
  for (const one of cases) {
    const problem = drawRosterCase({ ...one, seed });
    const { answer, ...times } = await solveCase(problem, { ...one, seed });
    const checked = checkShifts(problem, answer.shifts);
    const hard = checked.breaches.filter(({ mode }) => mode === 'hard').length;
    hardBreaches += hard + (Math.abs(checked.cost.total - answer.cost.total) > 1e-6 ? 1 : 0);
    figures[one.name] = {
      ...times,
      gap: percent(answer.gap),
      bound: rounded(answer.bound),
      ...checked.cost,
      hard,
    };
    limited[`${one.name}GapPercent`] = percent(answer.gap);
    limited[`${one.name}FirstSeconds`] = times.firstSeconds;
    say(`${one.name}: ${JSON.stringify(figures[one.name])}`);
    if (one.name === 'month60') Object.assign(figures, mendCase(problem, answer.shifts, limited));
  }
  const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  return { figures: { ...figures, peakRssMb }, limited: { ...limited, hardBreaches, peakRssMb } };
}

async function solveCase(
  problem: ShiftProblem,
  { seconds, target, seed }: { seconds: number; target: number; seed: number },
) {
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  const told: { at: number; gap: number }[] = [];
  const answer: ShiftAnswer = await solveShiftsAside(problem, { seconds, seed }, ({ gap }) => {
    told.push({ at: rounded((performance.now() - startedAt) / 1000), gap });
  });
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    answer,
    firstSeconds: told[0]?.at ?? Number.POSITIVE_INFINITY,
    withinTargetSeconds: told.find(({ gap }) => gap <= target)?.at ?? null,
    wallSeconds: rounded((performance.now() - startedAt) / 1000),
    cpuSeconds: rounded((user + system) / 1e6),
  };
}

/** Each of ten people falls ill for three days of the second week; and a shift of each is offered to everybody. */
function mendCase(
  problem: ShiftProblem,
  shifts: readonly PlannedShift[],
  limited: Record<string, number | null>,
) {
  const days = { from: 8, to: 11 };
  const slots = { from: problem.dayStarts[days.from] ?? 0, to: problem.dayStarts[days.to] ?? 0 };
  const mended = Array.from({ length: 10 }, (_, sick) => {
    const people = problem.people.map((person, place) =>
      place === sick ? { ...person, away: [...person.away, { ...slots, why: 'sick' as const }] } : person,
    );
    const ill = { ...problem, people };
    const left = shifts.filter(
      ({ person, start, end }) => person !== sick || end <= slots.from || start >= slots.to,
    );
    const startedAt = performance.now();
    const found = replanShifts(ill, shifts, {
      fromDay: days.from,
      isOver: () => performance.now() - startedAt > 5000,
    });
    const seconds = (performance.now() - startedAt) / 1000;
    const checked = checkShifts(ill, found.shifts);
    return {
      seconds: rounded(seconds),
      changes: found.changes.length,
      needed: found.changesNeeded,
      underBefore: checkShifts(ill, left).cost.underSlots,
      underAfter: checked.cost.underSlots,
      hard: checked.breaches.filter(({ mode }) => mode === 'hard').length,
    };
  });
  const swapMs = shifts.slice(0, 10).map((_, shift) => {
    const startedAt = performance.now();
    for (const to of problem.people.keys()) swapBreaches(problem, shifts, [{ shift, to }]);
    return (performance.now() - startedAt) / problem.people.length;
  });
  limited.replanSeconds = Math.max(...mended.map(({ seconds }) => seconds));
  limited.changesBeyondNeeded = Math.max(...mended.map(({ changes, needed }) => changes - needed));
  limited.replanHardBreaches = mended.reduce((sum, { hard }) => sum + hard, 0);
  limited.swapCheckMs = rounded(Math.max(...swapMs));
  return { mended };
}

const percent = (share: number) => Math.round(share * 100_000) / 1000;
