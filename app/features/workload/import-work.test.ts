import { beforeEach, expect, test } from 'vitest';
import type { Role } from '#app/features/access/role.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listWorkDays, listWorkQueues } from '#db/tenant/queries/workload.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { workloadRuns } from '#db/tenant/schema/workload.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { importWork } from './import-work.ts';

const now = new Date('2026-11-22T09:00:00Z');
let db: TenantDb;
beforeEach(async () => {
  ({ db } = await openTestTenant());
});

const send = (lines: readonly string[], role: Role = 'manager', timeZone = 'Europe/Berlin') =>
  importWork(
    { db, actor: { userId: 'm', name: 'M', roles: [role] }, now, timeZone, carriers: ['mts', 'beeline'] },
    new Blob([lines.join('\n')]).stream(),
  );
const span = { from: '2026-01-01', to: '2027-01-01' };

test('records are counted by half hour, the days between them too, and the same file changes nothing', async () => {
  const file = [
    'Дата и время;Очередь;Длительность',
    '02.11.2026 09:10;МТС;215',
    '2026-11-02T08:20:00Z;call:mts;3:35',
    '2026-11-04 23:59;chat:beeline;60',
  ];
  for (const _ of [1, 2]) {
    const report = await send(file);
    expect(report).toMatchObject({
      ok: true,
      value: { rows: 3, taken: 3, rejected: 0, from: '2026-11-02', to: '2026-11-04' },
    });
    const days = await listWorkDays(db, 'call:mts', span);
    expect(days.map(({ on }) => on)).toEqual(['2026-11-02', '2026-11-03', '2026-11-04']);
    expect([days[0]?.contacts[18], days[0]?.handlingS[18]]).toEqual([2, 430]);
  }
  expect(await listWorkQueues(db)).toEqual(['call:mts', 'chat:beeline']);
});

test('a day of fifty half hours keeps both of an hour that comes twice', async () => {
  await send(['timestamp,queue,seconds', '2026-10-25T00:30:00Z,mts,60', '2026-10-25T01:30:00Z,mts,60']);
  const [day] = await listWorkDays(db, 'call:mts', span);
  expect(day?.contacts).toHaveLength(50);
  expect([day?.contacts[5], day?.contacts[7]]).toEqual([1, 1]);
});

test('what cannot be taken is told with its row, the rest is taken', async () => {
  const report = await send([
    'timestamp,queue,seconds',
    'yesterday,mts,60',
    '2026-11-02 10:00,,60',
    '2026-11-02 10:00,call:zzz,60',
    '2026-11-02 10:00,мтc,60',
    '2026-11-02 10:00,mts,long',
    '2026-11-23 10:00,mts,60',
    '2026-11-02 10:00,mts,60',
  ]);
  expect(report).toMatchObject({
    value: {
      taken: 1,
      rejections: [
        { row: 2, why: 'bad-time' },
        { row: 3, why: 'bad-queue' },
        { row: 4, why: 'unknown-carrier' },
        { row: 5, why: 'bad-queue' },
        { row: 6, why: 'bad-seconds' },
        { row: 7, why: 'ahead' },
      ],
    },
  });
  expect(await listWorkQueues(db)).toEqual(['call:mts']);
});

test.each([
  ['other columns', ['name,age', 'a,1'], { code: 'columns-missing', columns: ['at', 'queue', 'seconds'] }],
  ['a header alone', ['timestamp,queue,seconds'], { code: 'file-empty' }],
  ['nothing', [''], { code: 'file-empty' }],
  ['an open quote', ['timestamp,queue,seconds', '"2026'], { code: 'csv-broken' }],
  [
    'six years',
    ['timestamp,queue,seconds', '2020-01-01 10:00,mts,1', '2026-01-01 10:00,mts,1'],
    { code: 'file-vast' },
  ],
])('%s is refused', async (_, lines, error) => {
  expect(await send(lines)).toMatchObject({ ok: false, error });
});

test('it is the manager who imports, and then all is foretold anew', async () => {
  expect(await send(['timestamp,queue,seconds'], 'lead')).toMatchObject({ error: { code: 'forbidden' } });
  const ended = { stage: 'ended' as const, cursor: 'x', startedAt: now, changedAt: now };
  await commit(db, [db.insert(workloadRuns).values({ on: '2026-11-22', ...ended })]);
  await send(['timestamp,queue,seconds', '2026-11-02 10:00,mts,60']);
  expect(await db.select().from(outbox)).toMatchObject([
    { queue: 'workload-night', payload: { on: '2026-11-22' } },
  ]);
  expect(await db.select().from(workloadRuns)).toMatchObject([{ stage: 'foretelling', cursor: '' }]);
});
