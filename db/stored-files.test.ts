import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileStore } from '#app/features/attachment/file-store.ts';
import { makeTenant } from '#seeds/factories.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { backupTenant } from './backup.ts';
import { checksumOf } from './durable-file.ts';
import { restoreTenant } from './restore.ts';
import { storedFilePath } from './stored-files.ts';

const at = new Date('2026-03-01T10:00:00Z');
const later = new Date('2026-03-01T12:00:00Z');
const tenantId = makeTenant(1).id;
const other = makeTenant(2).id;
const bytesOf = (text: string) => new TextEncoder().encode(text);
const nothing = async () => null;

async function openWithFiles() {
  const { databases, dataDir } = await openTestTenant();
  const store = fileStore(dataDir, tenantId);
  const names = [await store.keep(bytesOf('скан паспорта')), await store.keep(bytesOf('счёт'))].sort();
  await fileStore(dataDir, other).keep(bytesOf('чужое'));
  const folder = mkdtempSync(join(tmpdir(), 'pult-copies-'));
  return { databases, dataDir, store, names, folder, stored: databases.filesFolder(tenantId) };
}

test('a copy holds the files of its tenant and of nobody else, under sums that sha256sum checks', async () => {
  const { databases, names, folder } = await openWithFiles();
  const { path, files } = await backupTenant(databases, tenantId, folder, at);
  expect(files).toEqual(names.map((name) => ({ name, sha256: name })));
  expect(readdirSync(path.replace(/db$/, 'files')).sort()).toEqual(names);
  const checked = execFileSync('sha256sum', ['--check', `${path}.sha256`], { cwd: folder, encoding: 'utf8' });
  expect(checked.match(/: OK$/gm)).toHaveLength(3);
});

test('a restore puts back what is lost or spoiled, and leaves what came since', async () => {
  const { databases, dataDir, store, names, folder, stored } = await openWithFiles();
  const [lost = '', spoiled = ''] = names;
  const { path } = await backupTenant(databases, tenantId, folder, at);
  rmSync(storedFilePath(stored, lost));
  writeFileSync(storedFilePath(stored, spoiled), 'spoiled');
  const since = await store.keep(bytesOf('новое'));
  rmSync(databases.filesFolder(other), { recursive: true });
  const { filesPutBack } = await restoreTenant(databases, tenantId, path, later, nothing);
  expect(filesPutBack).toBe(2);
  for (const name of [lost, spoiled, since])
    expect(await checksumOf(storedFilePath(stored, name))).toBe(name);
  expect(readdirSync(join(dataDir, 'files'))).toEqual([tenantId]);
});

test.each([
  ['is spoiled', (file: string) => appendFileSync(file, 'x')],
  ['is gone', (file: string) => rmSync(file)],
])('a copy one of whose files %s is refused before anything changes', async (_, spoil) => {
  const { databases, names, folder, stored } = await openWithFiles();
  const { path } = await backupTenant(databases, tenantId, folder, at);
  const [first = ''] = names;
  rmSync(storedFilePath(stored, first));
  spoil(join(path.replace(/db$/, 'files'), first));
  const restoring = restoreTenant(databases, tenantId, path, later, nothing);
  await expect(restoring).rejects.toThrow('To restore without it, take its line out');
  expect(readdirSync(stored, { recursive: true }).filter((name) => String(name).endsWith(first))).toEqual([]);
});

test('a name that leads out of the copy is refused', async () => {
  const { databases, folder } = await openWithFiles();
  const { path } = await backupTenant(databases, tenantId, folder, at);
  appendFileSync(`${path}.sha256`, `${'0'.repeat(64)}  ../../etc/passwd\n`);
  const restoring = restoreTenant(databases, tenantId, path, later, nothing);
  await expect(restoring).rejects.toThrow('names ../../etc/passwd, which is no file of this copy');
});

test('a file that was damaged before is told by its name, and is copied as it is', async () => {
  const { databases, names, folder, stored } = await openWithFiles();
  const [first = ''] = names;
  writeFileSync(storedFilePath(stored, first), 'rotten');
  const { files } = await backupTenant(databases, tenantId, folder, at);
  expect(files.filter(({ name, sha256 }) => name !== sha256).map(({ name }) => name)).toEqual([first]);
});
