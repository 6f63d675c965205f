import { createHash } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { publishFile } from '#db/durable-file.ts';
import { isStoredFileName, storedFilePath, storedFilesFolder } from '#db/stored-files.ts';

/**
 * The files of one client company, each under the SHA-256 of its bytes: what is stored twice is there once,
 * and no name of anybody's choosing is ever part of a path.
 */
export type FileStore = {
  /** Safe on the disk before it returns. Gives the SHA-256, hexadecimal. */
  keep(bytes: Uint8Array): Promise<string>;
  /** `null`: it is not there. */
  read(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>;
};

export function fileStore(dataDir: string, tenantId: string): FileStore {
  const folder = storedFilesFolder(dataDir, tenantId);
  return {
    async keep(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const file = storedFilePath(folder, sha256);
      if (await isThere(file, bytes.byteLength)) return sha256;
      await mkdir(dirname(file), { recursive: true });
      const temporary = `${file}.${crypto.randomUUID()}.partial`;
      await writeFile(temporary, bytes);
      await publishFile(temporary, file);
      return sha256;
    },
    async read(sha256) {
      if (!isStoredFileName(sha256)) return null;
      return readFile(storedFilePath(folder, sha256)).catch(missingIsNull);
    },
  };
}

async function isThere(file: string, size: number): Promise<boolean> {
  const found = await stat(file).catch(missingIsNull);
  return found?.size === size;
}

function missingIsNull(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
