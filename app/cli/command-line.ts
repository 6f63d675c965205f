import { type Env, readEnv } from '#app/platform/env.ts';
import { listTenants, type TenantRow } from '#db/control/queries/tenants.ts';
import { type Databases, openDatabases } from '#db/open.ts';
import { DataFolderInUse, ownDataFolder } from '#db/owner.ts';

/** What the person can mend himself: shown without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Overwrites its own last line on a terminal; elsewhere one line each. */
export function sayProgress(line: string): void {
  process.stdout.write(process.stdout.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
}

/**
 * Runs one command on the databases and ends the process. Local files are owned meanwhile, so a running
 * Pult is not disturbed: `instead` says what to do while it runs.
 */
export async function runCommand(
  role: string,
  instead: (env: Env) => string,
  command: (databases: Databases, env: Env) => Promise<void>,
): Promise<void> {
  try {
    const env = readEnv();
    const owner = env.PULT_CONTROL_URL ? undefined : await own(env, role, instead);
    const databases = await openDatabases({
      dataDir: env.PULT_DATA_DIR,
      controlUrl: env.PULT_CONTROL_URL,
      authToken: env.PULT_DATABASE_TOKEN,
    });
    try {
      await command(databases, env);
    } finally {
      databases.close();
      owner?.release();
    }
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`${explain(error)}\n`);
  }
}

async function own(env: Env, role: string, instead: (env: Env) => string) {
  try {
    return await ownDataFolder(env.PULT_DATA_DIR, role);
  } catch (error) {
    if (error instanceof DataFolderInUse) throw new UsageError(`${error.message}\n${instead(env)}`);
    throw error;
  }
}

const expected = ['UsageError', 'SchemaMismatch', 'TenantNotFound', 'DataFolderInUse', 'CopyRefused'];

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isUsage =
    expected.includes(error.name) || ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
  const isConfiguration = error.message.startsWith('The configuration is not complete');
  return isUsage || isConfiguration ? error.message : (error.stack ?? error.message);
}

export async function requireTenant(databases: Databases, slugOrId: string | undefined): Promise<TenantRow> {
  if (!slugOrId) throw new UsageError('Say which tenant: --tenant SLUG');
  const open = await listTenants(databases.control);
  const tenant = open.find(({ slug, id }) => slug === slugOrId || id === slugOrId);
  if (!tenant) throw new UsageError(`There is no open tenant ${slugOrId}.`);
  return tenant;
}
