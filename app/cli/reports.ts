import { parseArgs } from 'node:util';
import { verifyMonths } from '#app/features/closed-month/verify-months.ts';
import { askRebuild, rebuildStep } from '#app/features/metric/rebuild-reports.ts';
import type { Env } from '#app/platform/env.ts';
import type { TenantDb } from '#db/open.ts';
import { requireTenant, runCommand, say, sayProgress, UsageError } from './command-line.ts';

const usage = `npm run reports -- rebuild --tenant SLUG [--go-on] [--json]
  Counts every number of the reports from zero. --go-on: from where the last one was stopped.
npm run reports -- verify --tenant SLUG [--json]
  Checks the signatures of the closed months and their chain; ends with 1 when one is broken.`;

await runCommand(
  'reports',
  () => 'Stop it first: a running Pult counts what changes by itself.',
  async (databases, env) => {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        tenant: { type: 'string' },
        'go-on': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const [deed] = positionals;
    if (deed !== 'rebuild' && deed !== 'verify') throw new UsageError(usage);
    const { id, timeZone } = await requireTenant(databases, values.tenant);
    const db = await databases.openTenant(id);
    const told = deed === 'verify' ? await verify(db, env) : await rebuild({ db, timeZone }, values);
    say(JSON.stringify({ tenant: values.tenant, ...told }, null, values.json ? 0 : 2));
  },
);

async function verify(db: TenantDb, { PULT_SECRET_KEY }: Env) {
  const verified = await verifyMonths({ db, secretKey: Buffer.from(PULT_SECRET_KEY, 'base64') });
  if (verified.broken) process.exitCode = 1;
  return verified;
}

async function rebuild(
  { db, timeZone }: { db: TenantDb; timeZone: string },
  { 'go-on': isGoingOn, json: isSilent }: { 'go-on': boolean; json: boolean },
) {
  const now = new Date();
  const startedAt = performance.now();
  if (!isGoingOn) await askRebuild(db, now);
  const counted = { case: 0, request: 0, contact: 0, cells: 0 };
  for (let step = await rebuildStep(db, now, timeZone); step; step = await rebuildStep(db, now, timeZone)) {
    counted[step.entity] += step.n;
    if (!isSilent) sayProgress(`${step.entity}: ${counted[step.entity]}`);
  }
  if (!isSilent) sayProgress('');
  return { counted, seconds: Math.round(performance.now() - startedAt) / 1000 };
}
