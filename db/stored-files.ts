import { constants } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { checksumOf, publishFile, syncToDisk } from './durable-file.ts';

/** A file of a copy, with the SHA-256 of what was copied. */
export type CopiedFile = { name: string; sha256: string };

/**
 * Where the files of one client company lie, each under the SHA-256 of its bytes: written once, before the row
 * that names it, and never changed. `xx/xxyyyy…`, by the first two characters of its name.
 */
export function storedFilesFolder(dataDir: string, tenantId: string): string {
  return join(dataDir, 'files', tenantId);
}

export function storedFilePath(folder: string, sha256: string): string {
  return join(folder, sha256.slice(0, 2), sha256);
}

export function isStoredFileName(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name);
}

/** Copies all that are stored into a folder, which is made when there are any. */
export async function copyStoredFiles(stored: string, folder: string): Promise<CopiedFile[]> {
  const names = (await listIfThere(stored)).map((path) => basename(path)).filter(isStoredFileName);
  if (names.length === 0) return [];
  await mkdir(folder, { recursive: true });
  const copied: CopiedFile[] = [];
  for (const name of names.sort()) {
    const file = join(folder, name);
    await copyFile(storedFilePath(stored, name), file, constants.COPYFILE_FICLONE);
    await syncToDisk(file);
    copied.push({ name, sha256: await checksumOf(file) });
  }
  await syncToDisk(folder);
  return copied;
}

/** Stores what is not stored yet, or is stored damaged. Files that came since the copy stay. */
export async function putBackFiles(folder: string, files: CopiedFile[], stored: string): Promise<number> {
  let putBack = 0;
  for (const { name, sha256 } of files) {
    const file = storedFilePath(stored, name);
    if ((await checksumOf(file).catch(() => null)) === sha256) continue;
    await mkdir(dirname(file), { recursive: true });
    await copyFile(join(folder, name), `${file}.restoring.partial`);
    await publishFile(`${file}.restoring.partial`, file);
    putBack += 1;
  }
  return putBack;
}

async function listIfThere(folder: string): Promise<string[]> {
  return readdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}
