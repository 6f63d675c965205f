import { sql } from 'drizzle-orm';
import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { commit } from '#db/commit.ts';
import { rowsFrom } from '#db/json-rows.ts';
import { accessLog } from '#db/tenant/schema/desk.ts';
import { personExports } from '#db/tenant/schema/person-export.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { writeExport } from './export-file.ts';
import { exportPersons } from './export-persons.ts';
import { ExportInput } from './person-export.ts';

const now = new Date('2026-03-20T12:00:00Z');
const timeZone = 'Asia/Omsk';
const person = (role: 'agent' | 'lead' | 'manager' | 'client' | 'admin'): Actor => ({
  userId: role,
  name: role,
  roles: [role],
});
const input = ExportInput.parse({ list: 'subscribers', format: 'csv', reason: 'Сверка с биллингом за март' });
const words = { language: 'ru' as const, timeZone, carriers: { mts: 'МТС' } };
const hostile = '=cmd|\' /C calc\'!A0","";\n<script>';

async function open(count: number) {
  const { db } = await openTestTenant();
  const at = Date.parse('2026-03-01T20:00:00Z');
  const people = Array.from({ length: count }, (_, place) => [`s${place}`, `Д-${place}`]);
  await commit(db, [
    db
      .insert(subscribers)
      .select(
        sql`select value ->> 0, 'person', ${hostile}, value ->> 1, null, null, null, null, ${at} ${rowsFrom(people)}`,
      ),
    db.insert(lines).values({
      id: 'l1',
      subscriberId: 's0',
      msisdn: '+79161234567',
      carrier: 'mts',
      carrierAccountId: 'a1',
      tariffName: '@SUM(1)',
      createdAt: now,
    }),
  ]);
  return {
    db,
    take: (role: Parameters<typeof person>[0], part = {}) =>
      exportPersons({ db, actor: person(role), now, timeZone }, { ...input, ...part }),
  };
}

test('a file is taken once its reason stands in the log, for each person in it', async () => {
  const { db, take } = await open(3);
  const taken = await take('manager', { carrier: '' });
  expect(taken).toMatchObject({ ok: true });
  expect(await db.select().from(personExports)).toMatchObject([
    { list: 'subscribers', rows: 3, people: 3, by: 'manager', reason: input.reason, at: now },
  ]);
  const log = await db.select().from(accessLog);
  const [row] = await db.select().from(personExports);
  const entry = { userId: 'manager', reason: input.reason, field: `export:${row?.id}`, at: now };
  expect(log).toEqual(
    ['s0', 's1', 's2'].map((subscriberId) => expect.objectContaining({ ...entry, subscriberId })),
  );
});

test.each(['agent', 'lead', 'client'] as const)('a %s takes nothing, and nothing is logged', async (role) => {
  const { db, take } = await open(1);
  expect(await take(role)).toMatchObject({ error: { code: 'forbidden', action: 'person:export' } });
  expect(await db.select().from(accessLog)).toEqual([]);
});

test('ten thousand rows are one too many, and leave no part of them', async () => {
  const { db, take } = await open(10_000);
  expect(await take('admin')).toMatchObject({
    error: { code: 'export-too-large', rows: 10_000, most: 9999 },
  });
  expect(await db.select().from(personExports)).toEqual([]);
  await commit(db, [db.delete(subscribers).where(sql`id = 's9999'`)]);
  expect(await take('admin')).toMatchObject({ ok: true });
});

test('days are of the tenant’s zone, and who fits no filter is in no file', async () => {
  const { take } = await open(1);
  expect(await take('manager', { from: '2026-03-02', to: '2026-03-02' })).toMatchObject({ ok: true });
  expect(await take('manager', { to: '2026-03-01' })).toMatchObject({ error: { code: 'export-empty' } });
  expect(await take('manager', { carrier: 'beeline' })).toMatchObject({ error: { code: 'export-empty' } });
  expect(await take('manager', { list: 'cases' })).toMatchObject({ error: { code: 'export-empty' } });
});

test('no name and no number is a formula in a file', async () => {
  const { take } = await open(2);
  const taken = await take('manager');
  if (!taken.ok) throw new Error(taken.error.code);
  const csv = new TextDecoder().decode(await writeExport(taken.value, 'csv', words));
  expect(csv).toContain('79161234567');
  expect(csv).not.toMatch(/(^|;|\n)"?[=+@]/m);
  const book = new exceljs.Workbook();
  await book.xlsx.load((await writeExport(taken.value, 'xlsx', words)).buffer);
  book.worksheets[0]?.eachRow((row) =>
    row.eachCell(({ value }) => expect(String(value)).not.toMatch(/^[=+@]/)),
  );
});

test.each([
  [{ reason: 'надо' }, 'reason'],
  [{ from: '2026-03-02', to: '2026-03-01' }, 'to'],
  [{ list: 'users' }, 'list'],
])('%j is refused beside its field', (part, field) => {
  const parsed = ExportInput.safeParse({ ...input, ...part });
  expect(parsed.error?.issues.map(({ path }) => path.at(-1))).toEqual([field]);
});
