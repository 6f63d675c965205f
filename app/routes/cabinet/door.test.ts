import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { forgetCabinetEntries } from '#app/features/cabinet/cabinet-session.ts';
import { codeOf } from '#app/features/cabinet/code-secret.ts';
import type { Services } from '#app/platform/context.ts';
import { commit } from '#db/commit.ts';
import { messengerLinks } from '#db/control/schema.ts';
import type { TenantDb } from '#db/open.ts';
import { cabinetCodes, cabinetSessions } from '#db/tenant/schema/cabinet.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeSubscriber } from '#seeds/factories.ts';
import { type CabinetCall, cabinetCall } from '#tests/setup/cabinet-visit.ts';
import { addTenant } from '#tests/setup/test-people.ts';
import { createTestServices } from '#tests/setup/test-services.ts';
import * as code from './code.tsx';
import * as door from './sign-in.tsx';

const known = '+79161234567';
const unknown = '+79269999999';
const minute = 60_000;

let services: Services;
let clock: { pass(ms: number): void };
let tenantId: string;
let db: TenantDb;

beforeEach(async () => {
  ({ services, clock } = await createTestServices());
  const { control } = services.databases;
  tenantId = await addTenant(services, 1);
  const link = { url: 'http://127.0.0.1:1/send', secretSealed: 'sealed', createdAt: services.now() };
  await commit(control, [control.insert(messengerLinks).values({ tenantId, ...link })]);
  db = await services.databases.openTenant(tenantId);
  await commit(db, [
    db.insert(subscribers).values([makeSubscriber(1), makeSubscriber(2)]),
    db.insert(lines).values(makeLine(1, { msisdn: known })),
  ]);
});

type Answer = { status: number; location: string | null; cookies: string[]; body: unknown };

/** What a route said, thrown or returned. */
async function answered(work: () => Promise<unknown>): Promise<Answer> {
  const said = await work().catch((thrown: unknown) => thrown);
  if (said instanceof Response) {
    const cookies = said.headers.getSetCookie();
    return { status: said.status, location: said.headers.get('Location'), cookies, body: null };
  }
  const { data = null, init = null } = (said ?? {}) as { data?: unknown; init?: { status?: number } | null };
  return { status: init?.status ?? 200, location: null, cookies: [], body: data };
}

const run = (action: (args: never) => Promise<unknown>, call: CabinetCall) =>
  answered(async () => action((await cabinetCall(services, call)) as never));
const ask = (phone: string, more: CabinetCall = {}) =>
  run(door.action, { path: '/sign-in', fields: { phone }, ...more });
const enter = (given: string, cookie: string, more: CabinetCall = {}) =>
  run(code.action, { path: '/code', fields: { code: given }, cookie, ...more });

const pairOf = ({ cookies }: Answer) => cookies[0]?.split(';')[0] ?? '';
const codes = () => db.select().from(cabinetCodes);
const sessions = () => db.select().from(cabinetSessions);
async function rightCode(): Promise<string> {
  const id = (await codes()).at(-1)?.id ?? '';
  return codeOf(services.secretKey, tenantId, id);
}
const wrong = (right: string) => String((Number(right) + 1) % 1_000_000).padStart(6, '0');
async function openByCode(): Promise<string> {
  const cookie = pairOf(await ask(known));
  const entered = await enter(await rightCode(), cookie);
  return entered.cookies.find((one) => one.startsWith('pult-my-'))?.split(';')[0] ?? '';
}
const openOf = async (cookie: string) =>
  (await answered(() => cabinetCall(services, { cookie }, true))).status;

test('a number in any form gets a code, which opens the cabinet of whose it is, once', async () => {
  const asked = await ask('8 (916) 123-45-67');
  expect(asked).toMatchObject({ status: 302, location: '/my/tenant-1/code?lang=ru' });
  const right = await rightCode();
  const entered = await enter(right, pairOf(asked));
  expect(entered).toMatchObject({ status: 302, location: '/my/tenant-1' });
  expect(await sessions()).toMatchObject([{ subscriberId: makeSubscriber(1).id, lineId: makeLine(1).id }]);
  expect(await enter(right, pairOf(asked))).toMatchObject({
    status: 409,
    body: { error: { code: 'code-over' } },
  });
});

test('what is known of a token or a code in the database opens nothing', async () => {
  const cookie = await openByCode();
  const [session] = await sessions();
  expect(cookie).toMatch(/^pult-my-tenant-1=[\w-]{43}$/);
  expect(JSON.stringify([await codes(), session, await db.select().from(outbox)])).not.toContain(
    await rightCode(),
  );
  expect(session?.id).toMatch(/^[0-9a-f]{64}$/);
  expect(await openOf(`pult-my-tenant-1=${session?.id}`)).toBe(302);
  expect(await openOf(cookie)).toBe(200);
});

test('whether a number is ours or not, nothing that is answered differs', async () => {
  const shape = (answer: Answer) => ({
    ...answer,
    cookies: answer.cookies.map((one) => one.replace(/=[\w-]{43};/, '=;')),
  });
  const [ours, not] = [await ask(known), await ask(unknown)];
  expect(shape(not)).toEqual(shape(ours));
  const tries = async (asked: Answer) => {
    const said: Answer[] = [];
    for (let n = 0; n < 6; n += 1) said.push(await enter('000000', pairOf(asked)));
    return said.map(shape);
  };
  expect(await tries(not)).toEqual(await tries(ours));
  for (const phone of [known, unknown]) {
    const said: Answer[] = [];
    for (let n = 0; n < 3; n += 1) said.push(shape(await ask(phone)));
    expect(said.map(({ status }) => status)).toEqual([302, 302, 429]);
  }
});

test('of a number that is not ours not even the right code opens anything, and nothing is sent', async () => {
  const asked = await ask(unknown);
  expect(await enter(await rightCode(), pairOf(asked))).toMatchObject({
    body: { error: { code: 'code-wrong' } },
  });
  expect(await sessions()).toEqual([]);
  expect(await db.select().from(outbox)).toEqual([]);
});

describe('guessing', () => {
  test('five wrong tries end a code, the right one after them too', async () => {
    const cookie = pairOf(await ask(known));
    const right = await rightCode();
    for (let n = 0; n < 5; n += 1)
      expect(await enter(wrong(right), cookie)).toMatchObject({
        status: 422,
        body: { error: { code: 'code-wrong' } },
      });
    expect(await enter(right, cookie)).toMatchObject({ status: 409, body: { error: { code: 'code-over' } } });
    expect(await sessions()).toEqual([]);
  });

  test('of a burst no more than five are looked at', async () => {
    const cookie = pairOf(await ask(known));
    const right = await rightCode();
    const burst = await Promise.all(Array.from({ length: 40 }, () => enter(wrong(right), cookie)));
    expect(burst.filter(({ status }) => status === 422)).toHaveLength(5);
  });

  test('a code entered twice at once opens one session', async () => {
    const cookie = pairOf(await ask(known));
    const right = await rightCode();
    const both = await Promise.all([enter(right, cookie), enter(right, cookie)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([302, 409]);
    expect(await sessions()).toHaveLength(1);
  });

  test('after five minutes it is over', async () => {
    const cookie = pairOf(await ask(known));
    const right = await rightCode();
    clock.pass(5 * minute);
    expect(await enter(right, cookie)).toMatchObject({ body: { error: { code: 'code-over' } } });
  });

  test('it is worth nothing in a browser that did not ask, or with a token made up', async () => {
    await ask(known);
    const right = await rightCode();
    expect(await enter(right, '')).toMatchObject({ status: 302, location: '/my/tenant-1/sign-in' });
    const madeUp = `pult-code-tenant-1=${'a'.repeat(43)}`;
    expect(await enter(right, madeUp)).toMatchObject({ body: { error: { code: 'code-over' } } });
  });

  test('nor at another client company', async () => {
    await addTenant(services, 2);
    const asked = pairOf(await ask(known)).replace('tenant-1', 'tenant-2');
    const there = await enter(await rightCode(), asked, { slug: 'tenant-2' });
    expect(there).toMatchObject({ body: { error: { code: 'code-over' } } });
  });
});

describe('limits', () => {
  test('the fourth code of a number in ten minutes is refused, of others not', async () => {
    for (let n = 0; n < 3; n += 1) expect((await ask(known, { address: `10.0.0.${n}` })).status).toBe(302);
    expect(await ask(known, { address: '10.9.9.9' })).toMatchObject({ status: 429 });
    expect((await ask(unknown)).status).toBe(302);
    clock.pass(11 * minute);
    expect((await ask(known)).status).toBe(302);
  });

  test('asked twenty times at once, three are given', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, n) => ask(known, { address: `10.0.1.${n}` })),
    );
    expect(all.filter(({ status }) => status === 302)).toHaveLength(3);
  });

  test('one address may ask for thirty numbers', async () => {
    const asked = (n: number) => ask(`+7916000${String(n).padStart(4, '0')}`);
    for (let n = 0; n < 30; n += 1) expect((await asked(n)).status).toBe(302);
    expect((await asked(31)).status).toBe(429);
    expect((await ask(unknown, { address: '10.0.0.2' })).status).toBe(302);
  });
});

describe('a session', () => {
  test('used every 29 minutes it lives half a day, and 30 idle minutes end it', async () => {
    const cookie = await openByCode();
    clock.pass(30 * minute);
    expect(await openOf(cookie)).toBe(302);
    const used = await openByCode();
    for (let passed = 29; passed < 12 * 60; passed += 29) {
      clock.pass(29 * minute);
      expect(await openOf(used), String(passed)).toBe(200);
    }
    clock.pass(29 * minute);
    expect(await openOf(used)).toBe(302);
  });

  test('ends when its number goes to somebody else', async () => {
    const cookie = await openByCode();
    const subscriberId = makeSubscriber(2).id;
    await commit(db, [db.update(lines).set({ subscriberId }).where(eq(lines.msisdn, known))]);
    expect(await openOf(cookie)).toBe(302);
  });

  test('over, it is forgotten, and so are old codes', async () => {
    await openByCode();
    clock.pass(3 * 24 * 60 * minute);
    await forgetCabinetEntries(db, services.now());
    expect([await sessions(), await codes()]).toEqual([[], []]);
  });
});

test('without a gateway there is no door, and what is no number is told beside its field', async () => {
  expect(await ask('не знаю')).toMatchObject({ status: 422, body: { faults: { phone: 'phone' } } });
  const { control } = services.databases;
  await commit(control, [control.delete(messengerLinks)]);
  expect((await ask(known)).status).toBe(404);
});
