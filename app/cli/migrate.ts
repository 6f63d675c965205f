import { parseArgs } from 'node:util';
import { migrateAll } from '#db/migrate.ts';
import { runCommand, say, sayProgress } from './command-line.ts';

await runCommand(
  'migration of databases',
  () => 'Stop it first: databases are migrated while nobody uses them.',
  async (databases) => {
    parseArgs({ options: {} });
    await migrateAll(databases, (tenantId, done, all) =>
      sayProgress(`${done} of ${all}: tenant ${tenantId}`),
    );
    say('\nAll databases are up to date.');
  },
);
