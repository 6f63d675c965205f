import type { TenantDb } from './open.ts';

/**
 * Writes the log back into the file and empties it: the pages it held may be the last copy of what was deleted
 * (`secure_delete` overwrites it in the file itself). A server keeps its log by its own rules.
 */
export async function scrubLog({ $client }: TenantDb): Promise<void> {
  if ($client.protocol === 'file') await $client.execute('PRAGMA wal_checkpoint(TRUNCATE)');
}
