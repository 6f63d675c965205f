import { parseArgs } from 'node:util';
import { askRebuild, rebuildStep } from '#app/features/metric/rebuild-reports.ts';
import { requireTenant, runCommand, say, sayProgress, UsageError } from './command-line.ts';

const usage = `npm run reports -- rebuild --tenant SLUG [--go-on] [--json]
  Counts every number of the reports from zero. --go-on: from where the last one was stopped.`;

await runCommand(
  'reports',
  () => 'Stop it first: a running Pult counts what changes by itself.',
  async (databases) => {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        tenant: { type: 'string' },
        'go-on': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    if (positionals[0] !== 'rebuild') throw new UsageError(usage);
    const { id, timeZone } = await requireTenant(databases, values.tenant);
    const db = await databases.openTenant(id);
    const now = new Date();
    const startedAt = performance.now();
    if (!values['go-on']) await askRebuild(db, now);
    const counted = { case: 0, request: 0, contact: 0, cells: 0 };
    for (let step = await rebuildStep(db, now, timeZone); step; step = await rebuildStep(db, now, timeZone)) {
      counted[step.entity] += step.n;
      if (!values.json) sayProgress(`${step.entity}: ${counted[step.entity]}`);
    }
    const seconds = Math.round(performance.now() - startedAt) / 1000;
    if (!values.json) sayProgress('');
    say(JSON.stringify({ tenant: values.tenant, counted, seconds }, null, values.json ? 0 : 2));
  },
);
