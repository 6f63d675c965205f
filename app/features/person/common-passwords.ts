import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';

// By the package's name for it: the server's bundle stands in another folder than this file.
const file = createRequire(import.meta.url).resolve('#app/features/person/common-passwords.txt.gz');
let list: Buffer | undefined;

/**
 * Whether a password in small letters is one of the 100,000 commonest of ten characters or more; a shorter one never
 * is. Reads the list (1.3 MB) at the first question and then takes half a millisecond. Where it is from: docs/decisions/0010.
 */
export function isCommonPassword(plain: string): boolean {
  list ??= Buffer.from(`\n${gunzipSync(readFileSync(file)).toString()}`);
  return list.includes(`\n${plain}\n`);
}
