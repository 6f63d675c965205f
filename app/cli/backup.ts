import { parseArgs } from 'node:util';
import { backupControl, backupTenant, type Copy } from '#db/backup.ts';
import { listTenants } from '#db/control/queries/tenants.ts';
import { requireTenant, runCommand, say, UsageError } from './command-line.ts';

const usage =
  'npm run db:backup -- --to FOLDER [--tenant SLUG]   Without a tenant: all of them and the control database.';

await runCommand(
  'copy of databases',
  () => 'Stop it first, or copy the disk by a snapshot.',
  async (databases, env) => {
    const { values } = parseArgs({ options: { to: { type: 'string' }, tenant: { type: 'string' } } });
    if (!values.to) throw new UsageError(usage);
    const now = new Date();
    const chosen = values.tenant
      ? [await requireTenant(databases, values.tenant)]
      : await listTenants(databases.control);
    for (const tenant of chosen) {
      if (tenant.databaseUrl)
        say(
          `${tenant.slug}: at ${tenant.databaseUrl}, whose server makes its own copies. Copy its files after that one: ${databases.filesFolder(tenant.id)}`,
        );
      else report(tenant.slug, await backupTenant(databases, tenant.id, values.to, now));
    }
    if (!values.tenant && !env.PULT_CONTROL_URL)
      report('control', await backupControl(databases, values.to, now));
  },
);

function report(owner: string, { path, files }: Copy): void {
  say(`${owner}: ${path}${files.length > 0 ? `, and files: ${files.length}` : ''}`);
  for (const { name, sha256 } of files) {
    if (name !== sha256) say(`  damaged before it was copied: ${name}`);
  }
}
