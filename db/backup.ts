import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { sql } from 'drizzle-orm';
import { checksumOf, publishFile, writeDurably } from './durable-file.ts';
import { type ControlDb, type Databases, openCopy, type TenantDb } from './open.ts';
import { type CopiedFile, copyStoredFiles } from './stored-files.ts';

/** The copy cannot be trusted, or there can be none. Nothing was changed. */
export class CopyRefused extends Error {
  override readonly name = 'CopyRefused';
}

/** Throws CopyRefused when the file is damaged inside. */
export async function assertSound(db: TenantDb, file: string): Promise<void> {
  const faults = await readFaults(db).catch((error: unknown) => [String(error)]);
  if (faults.length > 0) throw new CopyRefused(`${file} is damaged: ${faults.slice(0, 3).join('; ')}`);
}

async function readFaults(db: TenantDb): Promise<string[]> {
  const checks = await db.all<{ integrity_check: string }>(sql`PRAGMA integrity_check`);
  const orphans = await db.all<{ table: string }>(sql`PRAGMA foreign_key_check`);
  return [
    ...checks.map((row) => row.integrity_check).filter((word) => word !== 'ok'),
    ...orphans.map((row) => `${row.table} refers to a row that is not there`),
  ];
}

/** The sums of a copy's database and of its files, as `sha256sum -c` reads them. */
export const checksumFileOf = (copy: string) => `${copy}.sha256`;

/** Where the files of a copy lie; there is none when it has no files. */
export const filesFolderOf = (copy: string) => copy.replace(/\.db$/, '.files');

/** `TENANT-ID.2026-03-01T10-00-00Z.db`; `control` in place of the id for the control database. */
function copyName(owner: string, at: Date): string {
  return `${owner}.${at
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-')}.db`;
}

export type Copy = { path: string; files: CopiedFile[] };

/**
 * Copies one tenant's database as it is at this moment, and after it the stored files, so that whatever a row
 * names is there. Throws CopyRefused.
 */
export async function backupTenant(
  databases: Databases,
  tenantId: string,
  folder: string,
  at: Date,
): Promise<Copy> {
  const db = await databases.openUnchecked(tenantId);
  return copyInto(db, tenantId, folder, at, databases.filesFolder(tenantId));
}

/** Copies the control database: people, accounts, and the list of the tenants. */
export async function backupControl(databases: Databases, folder: string, at: Date): Promise<Copy> {
  return copyInto(databases.control, 'control', folder, at, null);
}

/** The checksums are written first: a copy without them is never taken for finished. */
async function copyInto(
  db: TenantDb | ControlDb,
  owner: string,
  folder: string,
  at: Date,
  stored: string | null,
): Promise<Copy> {
  await mkdir(folder, { recursive: true });
  await dropUnfinished(folder, owner);
  const path = join(folder, copyName(owner, at));
  const temporary = `${path}.partial`;
  await copyDatabase(db, owner, temporary);
  const temporaryFiles = `${filesFolderOf(path)}.partial`;
  const files = stored ? await copyStoredFiles(stored, temporaryFiles) : [];
  const sums = [
    `${await checksumOf(temporary)}  ${basename(path)}`,
    ...files.map(({ name, sha256 }) => `${sha256}  ${basename(filesFolderOf(path))}/${name}`),
  ];
  await writeDurably(checksumFileOf(path), `${sums.join('\n')}\n`);
  if (files.length > 0) await rename(temporaryFiles, filesFolderOf(path));
  await publishFile(temporary, path);
  return { path, files };
}

async function copyDatabase(db: TenantDb | ControlDb, owner: string, file: string): Promise<void> {
  await db.run(sql`VACUUM INTO ${file}`);
  const copy = await openCopy(file, owner);
  try {
    await assertSound(copy, file);
  } finally {
    copy.$client.close();
  }
}

/** What an interrupted copy left behind. */
async function dropUnfinished(folder: string, owner: string): Promise<void> {
  const names = await readdir(folder);
  const unfinished = names.filter(
    (name) => name.startsWith(`${owner}.`) && /\.(db|files)\.partial/.test(name),
  );
  for (const name of unfinished) await rm(join(folder, name), { recursive: true });
}
