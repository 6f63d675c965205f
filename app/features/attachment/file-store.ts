import { createHash } from 'node:crypto';
import { statSync, unlinkSync } from 'node:fs';
import { mkdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
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
  /** Removes what nothing refers to. What was kept within the last hour stays: its row may be being written. */
  forget(sha256: string): void;
};

/** By the machine's own clock, as the disk stamps it. */
const freshMs = 3_600_000;

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
    forget(sha256) {
      const file = storedFilePath(folder, sha256);
      // In one turn of the event loop: nobody can keep the same bytes between the look and the removal.
      const found = statSync(file, { throwIfNoEntry: false });
      if (found && found.mtimeMs < Date.now() - freshMs) unlinkSync(file);
    },
  };
}

/** What is kept again is as fresh as if it were written now. */
async function isThere(file: string, size: number): Promise<boolean> {
  const now = new Date();
  await utimes(file, now, now).catch(missingIsNull);
  const found = await stat(file).catch(missingIsNull);
  return found?.size === size;
}

function missingIsNull(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
