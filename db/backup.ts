import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { sql } from 'drizzle-orm';
import { checksumOf, publishFile, writeDurably } from './durable-file.ts';
import { type ControlDb, type Databases, openCopy, type TenantDb } from './open.ts';

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

/** Where a copy's checksum stands, in the form of `sha256sum`. */
export const checksumFileOf = (file: string) => `${file}.sha256`;

/** `TENANT-ID.2026-03-01T10-00-00Z.db`; `control` in place of the id for the control database. */
function copyName(owner: string, at: Date): string {
  return `${owner}.${at
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-')}.db`;
}

/** Copies one tenant's database as it is at this moment; returns the copy's path. Throws CopyRefused. */
export async function backupTenant(databases: Databases, tenantId: string, folder: string, at: Date) {
  return copyInto(await databases.openUnchecked(tenantId), tenantId, folder, at);
}

/** Copies the control database: people, accounts, and the list of the tenants. */
export async function backupControl(databases: Databases, folder: string, at: Date): Promise<string> {
  return copyInto(databases.control, 'control', folder, at);
}

/** The checksum is written first: a copy without one is never taken for finished. */
async function copyInto(db: TenantDb | ControlDb, owner: string, folder: string, at: Date): Promise<string> {
  await mkdir(folder, { recursive: true });
  await dropUnfinished(folder, owner);
  const file = join(folder, copyName(owner, at));
  const temporary = `${file}.partial`;
  await db.run(sql`VACUUM INTO ${temporary}`);
  const copy = await openCopy(temporary, owner);
  try {
    await assertSound(copy, temporary);
  } finally {
    copy.$client.close();
  }
  await writeDurably(checksumFileOf(file), `${await checksumOf(temporary)}  ${basename(file)}\n`);
  await publishFile(temporary, file);
  return file;
}

/** What an interrupted copy left behind. */
async function dropUnfinished(folder: string, owner: string): Promise<void> {
  const names = await readdir(folder);
  const unfinished = names.filter((name) => name.startsWith(`${owner}.`) && name.includes('.db.partial'));
  for (const name of unfinished) await rm(join(folder, name));
}
