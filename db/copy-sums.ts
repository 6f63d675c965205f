import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CopyRefused, checksumFileOf, filesFolderOf } from './backup.ts';
import { checksumOf } from './durable-file.ts';
import { type CopiedFile, isStoredFileName } from './stored-files.ts';

export type CopySums = { database: string; files: CopiedFile[] };

/** What a copy of this tenant must be. Throws CopyRefused when it is another's, or was not finished. */
export async function readSums(copy: string, tenantId: string): Promise<CopySums> {
  if (!existsSync(copy)) throw new CopyRefused(`There is no file ${copy}.`);
  if (!existsSync(checksumFileOf(copy))) {
    throw new CopyRefused(
      `${copy} has no checksum beside it, so it may not be finished: ${checksumFileOf(copy)}`,
    );
  }
  const lines = (await readFile(checksumFileOf(copy), 'utf8')).trim().split('\n');
  const [first, ...rest] = lines.map((line) => line.trim().split(/\s+/));
  const [database = '', name = ''] = first ?? [];
  if (!name.startsWith(`${tenantId}.`) || name !== basename(copy)) {
    throw new CopyRefused(`${copy} is not a copy of the tenant ${tenantId}: it was made as ${name}.`);
  }
  return { database, files: rest.map(([sha256 = '', path = '']) => ({ name: nameIn(copy, path), sha256 })) };
}

function nameIn(copy: string, path: string): string {
  const [folder, name = '', ...more] = path.split('/');
  if (folder === basename(filesFolderOf(copy)) && more.length === 0 && isStoredFileName(name)) return name;
  throw new CopyRefused(`${checksumFileOf(copy)} names ${path}, which is no file of this copy.`);
}

/** Throws CopyRefused when one of the files of a copy is not there, or not what was copied. */
export async function assertFilesAreWhole(copy: string, files: CopiedFile[]): Promise<void> {
  for (const { name, sha256 } of files) {
    const file = join(filesFolderOf(copy), name);
    if ((await checksumOf(file).catch(() => null)) === sha256) continue;
    throw new CopyRefused(
      `${file} is not what was copied, or is not there. To restore without it, take its line out of ${checksumFileOf(copy)}.`,
    );
  }
}
