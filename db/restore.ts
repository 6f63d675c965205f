import { existsSync } from 'node:fs';
import { copyFile, link, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { assertSound, CopyRefused, filesFolderOf } from './backup.ts';
import { continueNumbers, readLastNumbers } from './continue-numbers.ts';
import { assertFilesAreWhole, type CopySums, readSums } from './copy-sums.ts';
import { checksumOf, publishFile, syncToDisk } from './durable-file.ts';
import { assertSchemaIsCurrent, migrateDatabase } from './migrate.ts';
import { type Databases, openCopy, type TenantDb } from './open.ts';
import { putBackFiles } from './stored-files.ts';

export type Restored<T> = {
  /** Where the replaced database was put; `null` when there was none. */
  replaced: string | null;
  /** All that this and earlier restores put there. */
  asideFiles: string[];
  /** Whether numbers go on after those of the replaced database, or leap (`numberLeap`). */
  numbersGoOn: boolean;
  /** How many stored files were missing or damaged, and are there again. */
  filesPutBack: number;
  prepared: T;
};

/**
 * Replaces one tenant's file by a copy, whose stored files are there before it is. `prepare` changes the copy before it takes the place of the file, so
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
  const sums = await readSums(copy, tenantId);
  try {
    await stageCopy(copy, staged, sums);
    const last = await readLastNumbers(databases, tenantId);
    const prepared = await prepareStaged(staged, tenantId, copy, async (db) => {
      await continueNumbers(db, last);
      return prepare(db);
    });
    const filesPutBack = await putBackFiles(filesFolderOf(copy), sums.files, databases.filesFolder(tenantId));
    await databases.closeTenant(tenantId);
    const replaced = await putAside(live, at);
    await publishFile(staged, live);
    const asideFiles = await listAside(live);
    return { replaced, asideFiles, numbersGoOn: last !== null, filesPutBack, prepared };
  } finally {
    await rm(staged, { force: true });
  }
}

async function stageCopy(copy: string, staged: string, { database, files }: CopySums): Promise<void> {
  await rm(staged, { force: true });
  await rm(`${staged}-journal`, { force: true });
  await copyFile(copy, staged);
  if ((await checksumOf(staged)) !== database) {
    throw new CopyRefused(`${copy} is not what was copied: its SHA-256 is not the one beside it.`);
  }
  await assertFilesAreWhole(copy, files);
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
