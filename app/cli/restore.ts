import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { distrustRequests } from '#app/features/request/distrust-requests.ts';
import { numberLeap } from '#db/continue-numbers.ts';
import { listCarrierAccounts } from '#db/control/queries/carrier-accounts.ts';
import type { ControlDb } from '#db/open.ts';
import { restoreTenant } from '#db/restore.ts';
import { requireTenant, runCommand, say, UsageError } from './command-line.ts';

const usage = 'npm run db:restore -- --tenant SLUG --from FILE';
const Settings = z.object({ absenceProofAfterMs: z.number() });

await runCommand(
  'restore of a tenant',
  () => 'Stop it first: a database is replaced while nobody uses it.',
  async (databases) => {
    const { values } = parseArgs({ options: { tenant: { type: 'string' }, from: { type: 'string' } } });
    const { from } = values;
    if (!from) throw new UsageError(usage);
    const tenant = await requireTenant(databases, values.tenant);
    if (tenant.databaseUrl)
      throw new UsageError(`The database of ${tenant.slug} is at ${tenant.databaseUrl}: restore it there.`);
    const now = new Date();
    const absenceProofMs = await readAbsenceProofs(databases.control, tenant.id);
    const { asideFiles, numbersGoOn, filesPutBack, prepared } = await restoreTenant(
      databases,
      tenant.id,
      from,
      now,
      (db) => distrustRequests(db, { now, copy: basename(from), absenceProofMs }),
    );
    say(
      `${tenant.slug} is restored from ${from}. Requests to be cleared with the carriers or by a person: ${prepared}.`,
    );
    if (filesPutBack > 0) say(`Files put back: ${filesPutBack}.`);
    if (!numbersGoOn)
      say(
        `The database before it could not be read: numbers of requests, cases and incidents leap by ${numberLeap}.`,
      );
    if (asideFiles.length > 0)
      say(`Replaced databases, with personal data. Delete them once nobody misses anything:
  ${asideFiles.join('\n  ')}`);
  },
);

async function readAbsenceProofs(control: ControlDb, tenantId: string) {
  const accounts = await listCarrierAccounts(control, tenantId);
  const proofs = new Map(
    accounts.map(({ id, settings }) => [id, Settings.parse(settings).absenceProofAfterMs]),
  );
  return (carrierAccountId: string) => proofs.get(carrierAccountId) ?? 0;
}
