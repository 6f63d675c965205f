import { existsSync } from 'node:fs';
import { copyFile, link, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { assertSound, CopyRefused, checksumFileOf } from './backup.ts';
import { continueNumbers, readLastNumbers } from './continue-numbers.ts';
import { checksumOf, publishFile, syncToDisk } from './durable-file.ts';
import { assertSchemaIsCurrent, migrateDatabase } from './migrate.ts';
import { type Databases, openCopy, type TenantDb } from './open.ts';

export type Restored<T> = {
  /** Where the replaced database was put; `null` when there was none. */
  replaced: string | null;
  /** All that this and earlier restores put there. */
  asideFiles: string[];
  /** Whether numbers go on after those of the replaced database, or leap (`numberLeap`). */
  numbersGoOn: boolean;
  prepared: T;
};

/**
 * Replaces one tenant's file by a copy. `prepare` changes the copy before it takes the place of the file, so
 * whenever this is interrupted the tenant has either its old database or the prepared one. Throws CopyRefused.
 */
export async function restoreTenant<T>(
  databases: Databases,
  tenantId: string,
  copy: string,
  at: Date,
  prepare: (db: TenantDb) => Promise<T>,
): Promise<Restored<T>> {
  const live = databases.tenantFile(tenantId);
  const staged = `${live}.restoring`;
  const expected = await readChecksum(copy, tenantId);
  await rm(staged, { force: true });
  await rm(`${staged}-journal`, { force: true });
  try {
    await copyFile(copy, staged);
    if ((await checksumOf(staged)) !== expected) {
      throw new CopyRefused(`${copy} is not what was copied: its SHA-256 is not the one beside it.`);
    }
    const last = await readLastNumbers(databases, tenantId);
    const prepared = await prepareStaged(staged, tenantId, copy, async (db) => {
      await continueNumbers(db, last);
      return prepare(db);
    });
    await databases.closeTenant(tenantId);
    const replaced = await putAside(live, at);
    await publishFile(staged, live);
    return { replaced, asideFiles: await listAside(live), numbersGoOn: last !== null, prepared };
  } finally {
    await rm(staged, { force: true });
  }
}

async function readChecksum(copy: string, tenantId: string): Promise<string> {
  if (!existsSync(copy)) throw new CopyRefused(`There is no file ${copy}.`);
  if (!existsSync(checksumFileOf(copy))) {
    throw new CopyRefused(
      `${copy} has no checksum beside it, so it may not be finished: ${checksumFileOf(copy)}`,
    );
  }
  const [digest = '', name = ''] = (await readFile(checksumFileOf(copy), 'utf8')).trim().split(/\s+/);
  if (!name.startsWith(`${tenantId}.`) || name !== basename(copy)) {
    throw new CopyRefused(`${copy} is not a copy of the tenant ${tenantId}: it was made as ${name}.`);
  }
  return digest;
}

async function prepareStaged<T>(
  staged: string,
  tenantId: string,
  copy: string,
  prepare: (db: TenantDb) => Promise<T>,
): Promise<T> {
  const db = await openCopy(staged, tenantId);
  try {
    await assertSound(db, copy);
    await migrateDatabase(db, 'tenant');
    await assertSchemaIsCurrent(db, 'tenant', `the copy ${copy}`);
    return await prepare(db);
  } finally {
    db.$client.close();
  }
}

const asideMark = '.replaced-';

async function listAside(live: string): Promise<string[]> {
  const names = await readdir(dirname(live));
  const aside = names.filter((name) => name.startsWith(`${basename(live)}${asideMark}`));
  return aside.sort().map((name) => join(dirname(live), name));
}

/** Keeps the old database under another name. Its log goes along: beside another file it would spoil that one. */
async function putAside(live: string, at: Date): Promise<string | null> {
  if (!existsSync(live)) return null;
  const replaced = `${live}${asideMark}${at.getTime()}`;
  await link(live, replaced);
  if (existsSync(`${live}-wal`)) await rename(`${live}-wal`, `${replaced}-wal`);
  await rm(`${live}-shm`, { force: true });
  await syncToDisk(dirname(live));
  return replaced;
}
