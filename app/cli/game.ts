import { parseArgs } from 'node:util';
import { rebuildPoints } from '#app/features/points/rebuild-points.ts';
import { digestBoards } from '#db/tenant/queries/digest-boards.ts';
import { countEntries } from '#db/tenant/queries/quality-points.ts';
import { requireTenant, runCommand, say, UsageError } from './command-line.ts';

const usage = `npm run game -- rebuild --tenant SLUG [--json]
  Makes the boards anew from the ledger of points and names those that were not what the ledger says.`;

await runCommand(
  'rebuilding of boards',
  () => 'Stop it first: what is awarded meanwhile would be told as a difference.',
  async (databases) => {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { tenant: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    if (positionals.length !== 1 || positionals[0] !== 'rebuild') throw new UsageError(usage);
    const tenant = await requireTenant(databases, values.tenant);
    const db = await databases.openTenant(tenant.id);
    const kept = await digestBoards(db);
    const startedAt = performance.now();
    await rebuildPoints(db);
    const seconds = Math.round(performance.now() - startedAt) / 1000;
    const made = await digestBoards(db);
    const periods = [...new Set([...kept.keys(), ...made.keys()])].sort();
    const differed = periods.filter((period) => kept.get(period) !== made.get(period));
    const figures = { rows: await countEntries(db), boards: made.size, differed };
    if (values.json) say(JSON.stringify({ name: 'game rebuild', ok: true, figures, budgets: {}, seconds }));
    else say(describe(figures, seconds));
  },
);

function describe(
  { rows, boards, differed }: { rows: number; boards: number; differed: string[] },
  seconds: number,
) {
  const outcome = differed.length === 0 ? 'Nothing differed.' : `These differed: ${differed.join(', ')}.`;
  return `${boards} boards were made of ${rows} entries in ${seconds} s. ${outcome}`;
}
