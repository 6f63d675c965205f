import { afterAll, beforeAll, expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import type { Databases, TenantDb } from '#db/open.ts';
import { contacts } from '#db/tenant/schema/contact.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeSubscriber } from '#seeds/factories.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { CallTold } from './call.ts';
import { importCalls } from './import-calls.ts';
import { recordCall } from './record-call.ts';
import { seatAgent } from './seat-agent.ts';

const admin = { userId: 'x', name: 'Админ', roles: ['admin' as const] };
const olga = '018f0000-0000-7000-8000-00000000000a';
const now = new Date('2026-03-02T12:00:00Z');
let databases: Databases;
let db: TenantDb;

beforeAll(async () => {
  ({ databases, db } = await openTestTenant());
  await commit(db, [
    db.insert(subscribers).values(makeSubscriber(1)),
    db.insert(lines).values(makeLine(1, { msisdn: '+79161234567' })),
  ]);
  await seatAgent(db, admin, { userId: olga, number: '101' });
});
afterAll(() => databases.close());

async function* file(text: string) {
  yield Buffer.from(text);
}
const read = (text: string, actor: Parameters<typeof importCalls>[0]['actor'] = admin) =>
  importCalls({ db, actor, timeZone: 'Europe/Moscow', now }, file(text));
const header = 'id;Начало;Номер;Направление;Внутренний;Ожидание;Разговор;Удержание;Запись\n';
const whole = `${header}c1;02.03.2026 12:00:00;8 (916) 123-45-67;входящий;101;10;120;5;https://pbx.example/1.ogg
c2;2026-03-02T09:30:00Z;84951234567;исх;;0;0;;
`;

test('records become contacts; read again they change nothing', async () => {
  expect(await read(whole)).toMatchObject({ ok: true, value: { rows: 2, created: 2, rejected: 0 } });
  expect(await read(whole)).toMatchObject({ ok: true, value: { created: 0, updated: 0, unchanged: 2 } });
  expect(await db.select().from(contacts)).toMatchObject([
    {
      startedAt: new Date('2026-03-02T09:00:00Z'),
      endedAt: new Date('2026-03-02T09:02:15Z'),
      address: '+79161234567',
      lineId: makeLine(1).id,
      agentId: olga,
      talkMs: 120_000,
    },
    { direction: 'outbound', address: '84951234567', lineId: null, agentId: null },
  ]);
});

test('a call of which the exchange told is completed, not doubled', async () => {
  const at = '2026-03-02T09:00:00Z';
  const told = CallTold.parse({
    callId: 'c3',
    event: 'ringing',
    at,
    number: '89161234567',
    extension: '101',
  });
  await recordCall(db, told, now);
  expect(await read(`${header}c3;${at};89161234567;in;101;4;30;;\n`)).toMatchObject({
    ok: true,
    value: { updated: 1, created: 0 },
  });
});

test('every fault of every row is told, and the good rows are taken', async () => {
  const bad = `${header};вчера;;сбоку;;x;1.5;-1;javascript:alert(1)
c9;2026-03-02T09:00:00Z;89161234567;in;;1;2;;
`;
  const report = await read(bad);
  expect(report).toMatchObject({ ok: true, value: { rows: 2, created: 1, rejected: 1 } });
  const faults = report.ok ? report.value.rejections.map(({ column, fault }) => `${column}: ${fault}`) : [];
  expect(faults.toSorted()).toEqual([
    'direction: direction',
    'hold: number',
    'id: missing',
    'number: missing',
    'recording: url',
    'start: time',
    'talk: number',
    'wait: number',
  ]);
});

test('a file without its columns, and one who may not, are refused', async () => {
  expect(await read('a;b\n1;2\n')).toMatchObject({
    ok: false,
    error: { missing: ['id', 'start', 'number'] },
  });
  const agent = { ...admin, roles: ['agent' as const] };
  expect(await read(whole, agent)).toEqual({ ok: false, error: { code: 'forbidden' } });
});
