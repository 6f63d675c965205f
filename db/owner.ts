import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client';

export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';
  constructor(dataDir: string, owner: string) {
    super(
      `The data folder ${dataDir} belongs to a running process: ${owner}. Stop it, or choose another PULT_DATA_DIR.`,
    );
  }
}

/**
 * Makes this process the only owner of the local files until it ends, however it ends: the lock is a write
 * transaction held on owner.db, which the operating system releases. Why one owner: docs/decisions/0002.
 */
export async function ownDataFolder(dataDir: string, role: string): Promise<{ release(): void }> {
  mkdirSync(dataDir, { recursive: true });
  const note = join(dataDir, 'owner.txt');
  const client = createClient({
    url: pathToFileURL(join(dataDir, 'owner.db')).href,
    timeout: 0,
    concurrency: 1,
  });
  try {
    const transaction = await client.transaction('write');
    writeFileSync(note, `${role}, process ${process.pid}, since ${new Date().toISOString()}`);
    return {
      release() {
        transaction.close();
        client.close();
      },
    };
  } catch (error) {
    client.close();
    throw String(error).includes('SQLITE_BUSY') ? new DataFolderInUse(dataDir, ownerNote(note)) : error;
  }
}

function ownerNote(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return 'its note cannot be read';
  }
}
