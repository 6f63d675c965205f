import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { carrierAccounts } from '#db/control/schema.ts';
import { ownDataFolder } from '#db/owner.ts';
import { makeCarrierAccount, makeTenant } from '#seeds/factories.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';

async function makeDataFolder(): Promise<string> {
  const { databases, dataDir } = await openTestTenant();
  const account = makeCarrierAccount(1, { tenantId: makeTenant(1).id });
  await commit(databases.control, [databases.control.insert(carrierAccounts).values(account)]);
  await databases.closeTenant(makeTenant(1).id);
  databases.close();
  return dataDir;
}

function runImport(dataDir: string, args: string[]): Promise<{ code: number; said: string }> {
  const env = {
    ...process.env,
    PULT_DATA_DIR: dataDir,
    PULT_SECRET_KEY: Buffer.alloc(32, 1).toString('base64'),
  };
  return new Promise((resolve) => {
    execFile(process.execPath, ['app/cli/import.ts', ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr });
    });
  });
}

test('a file is imported, and the rejected rows stand in a report beside it', async () => {
  const dataDir = await makeDataFolder();
  const file = join(dataDir, 'base.csv');
  writeFileSync(file, 'ФИО;Телефон;Сеть\nАнна;9161234567;МТС\n=1+1;12;МТС\n');
  const args = ['subscribers', file, '--tenant', 'tenant-1', '--map', 'carrier=Сеть'];
  const { code, said } = await runImport(dataDir, args);
  expect(said).toContain('2 rows: 1 new, 0 changed, 0 as before, 1 rejected.');
  expect(code).toBe(0);
  expect(readFileSync(`${file}.rejected.csv`, 'utf8')).toContain('3;msisdn;в номере не одиннадцать цифр;12');
  expect((await runImport(dataDir, args)).said).toContain('0 new, 0 changed, 1 as before, 1 rejected');
});

test('what is wrong with the file or the command is said without a stack', async () => {
  const dataDir = await makeDataFolder();
  const file = join(dataDir, 'base.csv');
  writeFileSync(file, 'ФИО;Сеть\nАнна;МТС\n');
  const columns = await runImport(dataDir, ['subscribers', file, '--tenant', 'tenant-1']);
  expect(columns.said.trim()).toBe(
    'No column for msisdn, carrier among: ФИО | Сеть. Say which with --map msisdn="…".',
  );
  const nobody = await runImport(dataDir, ['subscribers', file, '--tenant', 'nobody']);
  expect(nobody).toEqual({ code: 1, said: 'There is no open tenant nobody.\n' });
});

test('while a process runs, it is named and its page is told', async () => {
  const dataDir = await makeDataFolder();
  const owner = await ownDataFolder(dataDir, 'web and worker');
  const { code, said } = await runImport(dataDir, ['subscribers', 'base.csv', '--tenant', 'tenant-1']);
  owner.release();
  expect(code).toBe(1);
  expect(said).toContain('belongs to a running process: web and worker');
  expect(said).toContain('import on its page: http://localhost:4600/admin');
});

test('use is imported of the lines that are here, by the names of columns one gives', async () => {
  const dataDir = await makeDataFolder();
  const [base, use] = [join(dataDir, 'base.csv'), join(dataDir, 'use.csv')];
  writeFileSync(base, 'ФИО;Телефон;Оператор\nАнна;9161234567;МТС\n');
  writeFileSync(use, 'Телефон;Дата;Трафик\n9161234567;2026-06-01;300\n9160000000;2026-06-01;1\n');
  await runImport(dataDir, ['subscribers', base, '--tenant', 'tenant-1']);
  const args = ['usage', use, '--tenant', 'tenant-1', '--map', 'megabytes=Трафик'];
  const { code, said } = await runImport(dataDir, args);
  expect(said).toContain('2 rows: 1 taken, 1 rejected.');
  expect(code).toBe(0);
  expect(readFileSync(`${use}.rejected.csv`, 'utf8')).toContain('3;;такого номера нет');
  const wrong = await runImport(dataDir, ['usage', use, '--tenant', 'tenant-1', '--map', 'tariff=Т']);
  expect(wrong.said).toContain('There is no column "tariff" to map.');
});
