import { parseArgs } from 'node:util';
import { evaluateBudgets, type Limit } from '#tests/bench/evaluate-budgets.ts';
import budgets from './budgets.json' with { type: 'json' };
import { type Eval, evalOptions } from './eval.ts';

/** `npm run eval -- NAME [--json]`, some with `--data FILE` and more: judges, prints one object, exits 0 only within the budgets. */
const evals: Record<string, () => Promise<Eval>> = {
  'contact-gate': async () => (await import('./contact-gate.ts')).contactGate,
  ranking: async () => (await import('./ranking-eval.ts')).ranking,
  nonpayment: async () => (await import('./nonpayment-eval.ts')).nonpayment,
  churn: async () => (await import('./churn-eval.ts')).churn,
  campaigns: async () => (await import('./campaigns-eval.ts')).campaigns,
  uplift: async () => (await import('./uplift-eval.ts')).uplift,
  erlang: async () => (await import('./erlang-eval.ts')).erlang,
  staffing: async () => (await import('./staffing-eval.ts')).staffing,
  forecast: async () => (await import('./forecast-eval.ts')).forecast,
};
const limitsOf: Record<string, Record<string, Limit>> = budgets;

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' }, ...evalOptions },
  allowPositionals: true,
});
const say = (text: string) => void process.stderr.write(`${text}\n`);

async function judge(name: string) {
  const load = evals[name];
  if (!load) throw new Error(`There is no eval "${name}". Evals: ${Object.keys(evals).join(', ')}.`);
  const startedAt = performance.now();
  const evaluate = await load();
  const { json: _, ...options } = values;
  const { figures, limited } = await evaluate({ say, options });
  const judged = evaluateBudgets(limitsOf[name] ?? {}, limited);
  const ok = Object.values(judged).every((budget) => budget.ok);
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  return { name, ok, figures, budgets: judged, seconds };
}

try {
  const report = await judge(positionals[0] ?? '');
  process.stdout.write(`${JSON.stringify(report, null, values.json ? 0 : 2)}\n`);
  process.exitCode = report.ok ? 0 : 1;
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
}
