import { createHash } from 'node:crypto';

/** What is kept of a key: whoever reads it cannot speak for the client company. */
export function hashApiKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
