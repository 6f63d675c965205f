import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { checkNrp } from '#app/features/nrp/check-nrp.ts';
import { readNrp } from '#app/features/nrp/read-nrp.ts';
import { solveAside } from '#app/features/nrp/solve-aside.ts';

const usage = `npm run roster -- solve FILE --format nrp [--seconds 60] [--seed 1] [--verify] [--json]
  Solves a file of the published benchmark of Curtois and Qu. --verify reckons the cost again by the rules alone.`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'nrp' },
      seconds: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
      verify: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const [command, file] = positionals;
  const seconds = Number(values.seconds);
  const seed = Number(values.seed);
  if (command !== 'solve' || !file || values.format !== 'nrp' || !(seconds > 0) || !Number.isInteger(seed))
    throw new Error(usage);
  const text = readFileSync(file, 'utf8');
  const problem = readNrp(text);
  const startedAt = performance.now();
  const spent = () => Math.round((performance.now() - startedAt) / 100) / 10;
  const threads = Math.min(2, availableParallelism());
  const seeds = Array.from({ length: threads }, (_, thread) => seed + thread);
  const { plan, cost, bound } = await solveAside({ text, seconds }, seeds, (news) =>
    process.stderr.write(`${spent()} s: cost ${news.cost}, none below ${bestPossible(news.bound)}\n`),
  );
  const verified = values.verify ? checkNrp(problem, plan) : null;
  const report = {
    name: 'roster',
    ok: verified === null || (verified.faults.length === 0 && verified.cost === cost),
    figures: {
      cost,
      bound: bestPossible(bound),
      gap: gapOf(cost, bestPossible(bound)),
      ...(verified && { verified }),
      plan: Object.fromEntries(
        problem.people.map(({ id }, place) => [
          id,
          [...(plan[place] ?? [])].map((shift) => problem.shifts[shift]?.id ?? '').join(','),
        ]),
      ),
    },
    budgets: {},
    seconds: spent(),
  };
  process.stdout.write(`${JSON.stringify(report, null, values.json ? 0 : 2)}\n`);
  process.exitCode = report.ok ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** Costs are whole, so a bound of 1054.08 is one of 1055. */
function bestPossible(bound: number): number | null {
  return Number.isFinite(bound) ? Math.ceil(bound - 1e-4) : null;
}

function gapOf(cost: number, bound: number | null): number | null {
  return bound === null || cost === 0 ? null : (cost - bound) / cost;
}
