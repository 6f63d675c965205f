import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Everything a run of tests puts into the temporary folder goes with the run: a full one leaves gigabytes. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'pult-tests-'));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
