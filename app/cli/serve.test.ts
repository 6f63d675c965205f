import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrateAll } from '#db/migrate.ts';
import { openDatabases } from '#db/open.ts';
import { ownDataFolder } from '#db/owner.ts';

const key = Buffer.alloc(32, 1).toString('base64');

/** Starts the real process and waits for its end: what it says to the person who started it. */
function start(dataDir: string, role: string, env: Record<string, string>): Promise<string> {
  const child = spawn(join('node_modules', '.bin', 'node'), ['app/cli/serve.ts', role], {
    env: { PATH: process.env.PATH, PULT_DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  return new Promise((resolve) => child.once('exit', (code) => resolve(`${code}: ${said}`)));
}

async function migratedFolder(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pult-'));
  const databases = await openDatabases({ dataDir });
  await migrateAll(databases);
  databases.close();
  return dataDir;
}

test('each thing that keeps Pult from starting is named with its cure', async () => {
  const fresh = mkdtempSync(join(tmpdir(), 'pult-'));
  const owned = await migratedFolder();
  const owner = await ownDataFolder(owned, 'backup');
  const busy = createServer();
  await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
  const address = busy.address();
  const port = String(typeof address === 'object' ? address?.port : '');
  const secret = { PULT_SECRET_KEY: key };
  const said = await Promise.all([
    start(fresh, 'all', {}),
    start(fresh, 'all', { PULT_SECRET_KEY: 'short' }),
    start(fresh, 'all', secret),
    start(owned, 'all', secret),
    start(await migratedFolder(), 'all', { ...secret, PORT: port }),
    start(fresh, 'web', secret),
    start(fresh, 'wbe', secret),
  ]);
  owner.release();
  busy.close();
  expect(said).toEqual([
    expect.stringContaining('PULT_SECRET_KEY'),
    expect.stringContaining('PULT_SECRET_KEY'),
    expect.stringContaining('Run "npm run db:migrate"'),
    expect.stringMatching(/belongs to a running process: backup, process \d+.*choose another PULT_DATA_DIR/s),
    expect.stringContaining(`Port ${port} on 127.0.0.1 is in use`),
    expect.stringContaining('"npm start"'),
    expect.stringContaining('Say one of: all, web, worker'),
  ]);
  expect(said.map((line) => line.slice(0, 2))).toEqual(said.map(() => '1:'));
}, 60_000);
