import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Waits until the file, or the names in a folder, are on the disk. */
export async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a finished file its name. After a crash it is there whole, or not at all. */
export async function publishFile(temporary: string, file: string): Promise<void> {
  await syncToDisk(temporary);
  await rename(temporary, file);
  await syncToDisk(dirname(file));
}

export async function writeDurably(file: string, text: string): Promise<void> {
  await writeFile(`${file}.partial`, text);
  await publishFile(`${file}.partial`, file);
}

/** SHA-256, hexadecimal. */
export async function checksumOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
