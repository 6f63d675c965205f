import { parseArgs } from 'node:util';
import type { Bench } from './bench.ts';
import budgets from './budgets.json' with { type: 'json' };
import { evaluateBudgets, type Limit } from './evaluate-budgets.ts';

/** `npm run bench -- NAME [--seed 1] [--json]`: measures, prints one object, exits 0 only within the budgets. */
const benches: Record<string, () => Promise<Bench>> = {
  requests: async () => (await import('./requests.ts')).requests,
  game: async () => (await import('./game.ts')).game,
  limits: async () => (await import('./limits.ts')).limits,
  fairness: async () => (await import('./fairness.ts')).fairness,
  'queue-page': async () => (await import('./queue-page.ts')).queuePage,
  desk: async () => (await import('./desk.ts')).deskBench,
  memory: async () => (await import('./memory.ts')).memory,
  knowledge: async () => (await import('./knowledge.ts')).knowledge,
  outreach: async () => (await import('./outreach.ts')).outreach,
  pages: async () => (await import('./pages.ts')).pages,
  sla: async () => (await import('./sla.ts')).sla,
  'campaign-audience': async () => (await import('./campaign-audience.ts')).campaignAudience,
  debt: async () => (await import('./debt.ts')).debt,
  churn: async () => (await import('./churn.ts')).churn,
  'roster-desk': async () => (await import('./roster-desk.ts')).rosterDesk,
  reports: async () => (await import('./reports.ts')).reports,
  'report-file': async () => (await import('./report-file.ts')).reportFile,
  roster: async () => (await import('./roster.ts')).roster,
};
const limitsOf: Record<string, Record<string, Limit>> = budgets;

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const say = (text: string) => void process.stderr.write(`${text}\n`);

async function measure(name: string) {
  const load = benches[name];
  if (!load) throw new Error(`There is no bench "${name}". Benches: ${Object.keys(benches).join(', ')}.`);
  const startedAt = performance.now();
  const bench = await load();
  const { figures, limited } = await bench({ say, seed: seedOf(values.seed) });
  const judged = evaluateBudgets(limitsOf[name] ?? {}, limited);
  const ok = Object.values(judged).every((budget) => budget.ok);
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  return { name, ok, figures, budgets: judged, seconds };
}

function seedOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--seed is a whole number, not "${text}".`);
  return Number(text);
}

try {
  const report = await measure(positionals[0] ?? '');
  process.stdout.write(`${JSON.stringify(report, null, values.json ? 0 : 2)}\n`);
  process.exitCode = report.ok ? 0 : 1;
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
}
