import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { createBatch } from '#app/features/batch/create-batch.ts';
import type { Preview } from '#carriers/port.ts';
import { getRequest, listRequestEvents } from '#db/tenant/queries/requests.ts';
import { seededLine } from '#tests/setup/seeded-line.ts';
import { addLine, openWorld } from '#tests/setup/world.ts';
import { cancelRequest } from './cancel-request.ts';
import { claimRequest } from './claim-request.ts';
import { confirmRequest } from './confirm-request.ts';
import { draftRequest } from './draft-request.ts';
import type { Payload } from './request.ts';
import { settleRequest } from './settle-request.ts';

const block: Payload = { kind: 'line.block', reason: 'wish' };
const words: Payload = { kind: 'other', task: 'Перезвонить и уточнить адрес' };
const client: Actor = { userId: 'c', name: 'Заказчик', roles: ['client'] };
const lines = Array.from({ length: 12 }, (_, index) => seededLine('beeline', index));
let world: Awaited<ReturnType<typeof openWorld>>;
let free: string[] = [];

beforeAll(async () => {
  const simulated = await Promise.all(lines);
  world = await openWorld('beeline', { lines: simulated });
  free = await Promise.all(simulated.map((line) => addLine(world, line, 'beeline')));
});
afterAll(() => world.close());

const takeLine = () => {
  const id = free.pop();
  if (!id) throw new Error('These tests need more lines.');
  return id;
};
const draft = (lineId: string, payload: Payload = block, formToken: string = uuid()) =>
  draftRequest(world.desk(), { lineId, payload, formToken });
async function drafted(lineId: string, payload: Payload = block) {
  const made = await draft(lineId, payload);
  if (!made.ok) throw new Error(made.error.code);
  return { requestId: made.value.id, version: made.value.version };
}

test('the same form sent twice makes one draft; with other contents it is refused', async () => {
  const [lineId, token] = [takeLine(), uuid()];
  const [first, second] = await Promise.all([draft(lineId, block, token), draft(lineId, block, token)]);
  expect(first.ok && second.ok && first.value.id === second.value.id).toBe(true);
  expect(await draft(lineId, words, token)).toEqual({ ok: false, error: { code: 'form-reused' } });
});

test('a double click confirms once', async () => {
  const form = await drafted(takeLine());
  const answers = await Promise.all([confirmRequest(world.desk(), form), confirmRequest(world.desk(), form)]);
  expect(answers.some((answer) => answer.ok)).toBe(true);
  const events = (await listRequestEvents(world.db, form.requestId)).map((row) => row.event);
  expect(events).toEqual(['drafted', 'submitted']);
});

test('a second open request on the same subject is refused by its number', async () => {
  const lineId = takeLine();
  const [one, two] = [await drafted(lineId), await drafted(lineId)];
  const first = await confirmRequest(world.desk(), one);
  const second = await confirmRequest(world.desk(), two);
  expect(second).toEqual({
    ok: false,
    error: { code: 'pending-request', number: first.ok ? first.value.number : null },
  });
});

test('a price that changed after it was shown is asked about again, then goes', async () => {
  const form = await drafted(takeLine());
  const dear: Preview = { feeNowKopecks: 999_00, feeMonthKopecks: 0, effectiveAt: null, adds: [], drops: [] };
  const carriers = world.desk().carriers;
  const dearer = {
    ...carriers,
    async open(tenantId: string, accountId: string) {
      const opened = await carriers.open(tenantId, accountId);
      return {
        ...opened,
        carrier: { ...opened.carrier, preview: async () => ({ ok: true as const, value: dear }) },
      };
    },
  };
  const asked = await confirmRequest({ ...world.desk(), carriers: dearer }, form);
  expect(asked).toMatchObject({ ok: false, error: { code: 'preview-changed', preview: dear, version: 2 } });
  expect((await confirmRequest({ ...world.desk(), carriers: dearer }, form)).ok).toBe(false);
  expect((await confirmRequest({ ...world.desk(), carriers: dearer }, { ...form, version: 2 })).ok).toBe(
    true,
  );
});

test('two workers claim one request: one sends, and what it left behind is asked about', async () => {
  const form = await drafted(takeLine());
  await confirmRequest(world.desk(), form);
  const now = world.services.now();
  const claims = await Promise.all([
    claimRequest(world.db, form.requestId, now),
    claimRequest(world.db, form.requestId, now),
  ]);
  expect(claims.filter((claim) => claim.ok)).toHaveLength(1);
  await claimRequest(world.db, form.requestId, now);
  expect((await getRequest(world.db, form.requestId))?.state).toBe('unconfirmed');
});

test('a task in words goes to a person, who alone can end it', async () => {
  const form = await drafted(takeLine(), words);
  expect(await confirmRequest(world.desk(), form)).toMatchObject({ value: { state: 'manual' } });
  const settled = await settleRequest(world.desk(), {
    requestId: form.requestId,
    result: 'done',
    words: 'Готово',
  });
  expect(settled).toMatchObject({ ok: true, value: { state: 'done' } });
  const again = await cancelRequest(world.desk(), { requestId: form.requestId, reason: 'нет' });
  expect(again).toMatchObject({ ok: false, error: { code: 'move-not-allowed', state: 'done' } });
});

test('a client company makes no requests', async () => {
  const input = { lineId: takeLine(), payload: block, formToken: uuid() };
  const asked = await draftRequest(world.desk(client), input);
  expect(asked).toEqual({ ok: false, error: { code: 'forbidden', action: 'request:create' } });
});

test('a foreign line and a foreign request are not found', async () => {
  expect(await draft('line-of-another-tenant')).toEqual({ ok: false, error: { code: 'line-not-found' } });
  const foreign = await confirmRequest(world.desk(), { requestId: uuid(), version: 1 });
  expect(foreign).toEqual({ ok: false, error: { code: 'request-not-found' } });
});

test('a batch keeps a result for every row and is made once', async () => {
  const [first, second] = [await lines[0], await lines[1]];
  const list = [first?.msisdn, second?.msisdn, first?.msisdn, '+79990000000', 'слово'].join('\n');
  const input = { id: uuid(), title: 'Блокировка', carrier: 'beeline', change: block, list };
  const made = await createBatch(world.desk(), input);
  expect(made).toMatchObject({ ok: true, value: { accepted: 2, rejected: 3 } });
  expect(await createBatch(world.desk(), input)).toMatchObject({ ok: true });
  await world.settle(60 * 60_000);
  expect(world.simulator.line(first?.msisdn as never)?.blocked).toBe('wish');
});
