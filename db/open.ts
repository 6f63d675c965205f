import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Client, createClient } from '@libsql/client';
import { eq } from 'drizzle-orm';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { tenants } from './control/schema.ts';
import { assertSchemaIsCurrent } from './migrate.ts';
import { storedFilesFolder } from './stored-files.ts';

declare const controlBrand: unique symbol;
declare const tenantBrand: unique symbol;
type Database = LibSQLDatabase & { $client: Client };

/** Something that changed, for the open pages: `{ topic: 'request', id }`. With `userId` for his pages only. */
export type Change = { topic: string; id: string; userId?: string };

/** Told of a lock that somebody else holds: the connection cannot be trusted after it (docs/decisions/0002). */
type Broken = { readonly broken: (error: Error) => void };

export type ControlDb = Database & Broken & { readonly [controlBrand]: true; readonly committed: () => void };
/** The only way to a tenant's rows. Whatever leaves it carries `tenantId` along. */
export type TenantDb = Database &
  Broken & {
    readonly [tenantBrand]: true;
    readonly tenantId: string;
    readonly committed: (changes: Change[]) => void;
  };

export type DatabasesConfig = {
  /** Folder of the local files. */
  dataDir: string;
  /** libsql:// or https:// address of the control database; absent: a local file. */
  controlUrl?: string | undefined;
  authToken?: string | undefined;
  onCommit?: (tenantId: string, changes: Change[]) => void;
  onBroken?: (error: Error) => void;
};

export class TenantNotFound extends Error {
  override readonly name = 'TenantNotFound';
  constructor(tenantId: string) {
    super(`There is no open tenant ${tenantId}.`);
  }
}

/** Beside a remote control database several processes run, and a local file has one owner. */
export class TenantWithoutAddress extends Error {
  override readonly name = 'TenantWithoutAddress';
  constructor(tenantId: string) {
    super(
      `The database of the tenant ${tenantId} has no address, and the control database is at a server. Put its file there, and the address into tenants.database_url.`,
    );
  }
}

export type Databases = {
  control: ControlDb;
  /** Opens once and keeps open. Throws TenantNotFound, TenantWithoutAddress, SchemaMismatch. */
  openTenant(tenantId: string): Promise<TenantDb>;
  /** For migrations and restores: the database as it is, whatever its schema. */
  openUnchecked(tenantId: string): Promise<TenantDb>;
  tenantFile(tenantId: string): string;
  /** What is stored beside the rows; see stored-files.ts. */
  filesFolder(tenantId: string): string;
  closeTenant(tenantId: string): Promise<void>;
  close(): void;
};

/** Milliseconds a statement waits for a lock. In file mode nobody else holds one; see docs/decisions. */
const busyTimeoutMs = 5000;
/** Milliseconds a server may take for one batch; after that nobody knows whether it was written. */
const serverDeadlineMs = 30_000;

async function connectFile(url: string): Promise<Database> {
  const client = createClient({ url, timeout: busyTimeoutMs, concurrency: 1 });
  await client.executeMultiple(
    'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;',
  );
  return Object.assign(drizzle(client), { $client: client });
}

function connectServer(url: string, authToken = ''): Database {
  const client = createClient({
    url,
    authToken,
    async fetch(request: Request) {
      const signal = AbortSignal.timeout(serverDeadlineMs);
      return await fetch(request, { signal }).catch((cause) => {
        throw new Error(`The database server at ${new URL(url).host} does not answer.`, { cause });
      });
    },
  });
  return Object.assign(drizzle(client), { $client: client });
}

/**
 * Ends the write-ahead log before closing. A closed connection lingers until its statements are collected,
 * and then deletes the log by its name: by then that may be the log of a restored file. A damaged file is
 * closed as it is.
 */
async function closeWhole({ $client }: Database): Promise<void> {
  if ($client.protocol === 'file') await $client.execute('PRAGMA journal_mode=DELETE').catch(() => {});
  $client.close();
}

/**
 * Opens a single file beside the live ones: a copy to be checked, or one to be restored. It keeps no log of
 * its own next to it, so what is closed may be moved.
 */
export async function openCopy(file: string, tenantId: string): Promise<TenantDb> {
  const client = createClient({ url: pathToFileURL(file).href, timeout: busyTimeoutMs, concurrency: 1 });
  await client.executeMultiple(
    'PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;',
  );
  return Object.assign(drizzle(client), {
    $client: client,
    tenantId,
    committed: () => {},
    broken: () => {},
  }) as unknown as TenantDb;
}

/** Opens the control database, whatever its schema; `db:migrate` brings it up to date. */
export async function openDatabases(config: DatabasesConfig): Promise<Databases> {
  if (!config.controlUrl) mkdirSync(join(config.dataDir, 'tenants'), { recursive: true });
  const connect = async (url: string | null | undefined, ...file: string[]) => {
    if (url) return Object.assign(connectServer(url, config.authToken), { broken: () => {} });
    const database = await connectFile(pathToFileURL(join(config.dataDir, ...file)).href);
    return Object.assign(database, { broken: (error: Error) => config.onBroken?.(error) });
  };
  const control = Object.assign(await connect(config.controlUrl, 'control.db'), {
    committed: () => {},
  }) as ControlDb;
  const opened = new Map<string, Promise<TenantDb>>();

  async function openFresh(tenantId: string): Promise<TenantDb> {
    const [row] = await control.select().from(tenants).where(eq(tenants.id, tenantId)).limit(1);
    if (!row || row.closedAt) throw new TenantNotFound(tenantId);
    if (config.controlUrl && !row.databaseUrl) throw new TenantWithoutAddress(tenantId);
    const database = await connect(row.databaseUrl, 'tenants', `${row.id}.db`);
    const committed = (changes: Change[]) => config.onCommit?.(row.id, changes);
    return Object.assign(database, { tenantId: row.id, committed }) as TenantDb;
  }

  function openUnchecked(tenantId: string): Promise<TenantDb> {
    const known = opened.get(tenantId);
    if (known) return known;
    const opening = openFresh(tenantId);
    opened.set(tenantId, opening);
    opening.catch(() => opened.delete(tenantId));
    return opening;
  }

  const checked = new Map<string, Promise<TenantDb>>();
  function openTenant(tenantId: string): Promise<TenantDb> {
    const known = checked.get(tenantId);
    if (known) return known;
    const opening = openUnchecked(tenantId).then(async (db) => {
      await assertSchemaIsCurrent(db, 'tenant', `tenant ${tenantId}`);
      return db;
    });
    checked.set(tenantId, opening);
    opening.catch(() => checked.delete(tenantId));
    return opening;
  }

  async function closeTenant(tenantId: string): Promise<void> {
    const db = await opened.get(tenantId);
    opened.delete(tenantId);
    checked.delete(tenantId);
    if (db) await closeWhole(db);
  }

  return {
    control,
    openTenant,
    openUnchecked,
    tenantFile: (tenantId) => join(config.dataDir, 'tenants', `${tenantId}.db`),
    filesFolder: (tenantId) => storedFilesFolder(config.dataDir, tenantId),
    closeTenant,
    close() {
      control.$client.close();
      for (const opening of opened.values()) opening.then((db) => db.$client.close()).catch(() => {});
      opened.clear();
      checked.clear();
    },
  };
}
