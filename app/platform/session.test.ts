import { LibsqlError } from '@libsql/client';
import { expect, test, vi } from 'vitest';
import type { Role } from '#app/features/access/role.ts';
import { commit } from '#db/commit.ts';
import { memberships, sessions, tenants, users } from '#db/control/schema.ts';
import { createTestServices } from '#tests/setup/test-services.ts';
import type { Services } from './context.ts';
import {
  endSession,
  insecureCookieWarning,
  listSessions,
  readHalfSignedIn,
  readPerson,
  revokeAllSessions,
  revokeSession,
  startSession,
} from './session.ts';

const minute = 60_000;
const visit = { address: '10.0.0.1', userAgent: 'test' };
const ask = (cookie: string) =>
  new Request('http://localhost', { headers: { Cookie: cookie.split(';')[0] ?? '' } });

async function addPerson(
  { databases: { control }, now }: Services,
  role: Role,
  totpConfirmedAt: Date | null,
) {
  const createdAt = now();
  const tenant = {
    id: 't1',
    slug: 'alfa',
    name: 'Альфа',
    colour: '#123456',
    timeZone: 'Europe/Moscow',
    createdAt,
  };
  await commit(control, [
    control.insert(tenants).values(tenant),
    control.insert(users).values({ id: 'u1', email: 'a@b.ru', name: 'Анна', totpConfirmedAt, createdAt }),
    control.insert(memberships).values({ id: 'm1', userId: 'u1', tenantId: 't1', role, createdAt }),
  ]);
}

test('the token is in the cookie and only its hash in the database', async () => {
  const { services } = await createTestServices();
  await addPerson(services, 'agent', null);
  const cookie = await startSession(services, 'u1', visit);
  expect(cookie).toMatch(/^pult=[\w-]{43}; HttpOnly; Path=\/; SameSite=Lax$/);
  const [row] = await services.databases.control.select().from(sessions);
  expect(row?.id).toMatch(/^[0-9a-f]{64}$/);
  expect(cookie).not.toContain(row?.id);
  expect(await readPerson(services, ask(cookie))).toMatchObject({
    userId: 'u1',
    sessionId: row?.id,
    isAdmin: false,
  });
  expect(await readPerson(services, ask(`pult=${row?.id}`))).toBeNull();
});

test.each([
  ['https://pult.example', /^__Host-pult=[\w-]{43}; HttpOnly; Path=\/; SameSite=Lax; Secure$/, false],
  ['http://pult.example', /^__Host-pult=.*Secure$/, false],
  ['http://127.0.0.1:4600', /^pult=[^;]*; HttpOnly; Path=\/; SameSite=Lax$/, true],
])('the cookie at %s', async (origin, expected, warned) => {
  const { services } = await createTestServices();
  services.env.PULT_ORIGIN = origin;
  await addPerson(services, 'agent', null);
  expect(await startSession(services, 'u1', visit)).toMatch(expected);
  expect(insecureCookieWarning(services.env) !== null).toBe(warned);
});

test('used every 29 minutes it lives 12 hours, and 30 idle minutes end it', async () => {
  const { services, clock } = await createTestServices();
  await addPerson(services, 'agent', null);
  const used = await startSession(services, 'u1', visit);
  const idle = await startSession(services, 'u1', visit);
  for (let minutes = 29; minutes < 12 * 60; minutes += 29) {
    clock.pass(29 * minute);
    expect(await readPerson(services, ask(used))).not.toBeNull();
  }
  expect(await readPerson(services, ask(idle))).toBeNull();
  clock.pass(25 * minute);
  expect(await readPerson(services, ask(used))).toBeNull();
});

test('a manager without a second factor is only halfway, and for ten minutes', async () => {
  const { services, clock } = await createTestServices();
  await addPerson(services, 'manager', null);
  const cookie = await startSession(services, 'u1', visit);
  expect(await readPerson(services, ask(cookie))).toBeNull();
  expect(await readHalfSignedIn(services, ask(cookie))).toMatchObject({
    userId: 'u1',
    hasSecondFactor: false,
  });
  clock.pass(10 * minute);
  expect(await readHalfSignedIn(services, ask(cookie))).toBeNull();
});

test('whoever has a second factor is halfway until it was given', async () => {
  const { services } = await createTestServices();
  await addPerson(services, 'agent', services.now());
  const half = await startSession(services, 'u1', visit);
  const full = await startSession(services, 'u1', visit, services.now());
  expect([await readPerson(services, ask(half)), await readHalfSignedIn(services, ask(full))]).toEqual([
    null,
    null,
  ]);
  expect(await readPerson(services, ask(full))).not.toBeNull();
});

test('sessions are listed, ended one by one or all, and never those of another', async () => {
  const { services } = await createTestServices();
  await addPerson(services, 'agent', null);
  const cookies = await Promise.all([1, 2, 3].map(() => startSession(services, 'u1', visit)));
  const [first] = await listSessions(services, 'u1');
  await revokeSession(services, 'somebody else', first?.id ?? '');
  expect(await listSessions(services, 'u1')).toHaveLength(3);
  await revokeSession(services, 'u1', first?.id ?? '');
  expect(await listSessions(services, 'u1')).toHaveLength(2);
  const open = await Promise.all(cookies.map((cookie) => readPerson(services, ask(cookie))));
  const [stillOpen = ''] = cookies.filter((_cookie, at) => open[at]);
  expect(await endSession(services, ask(stillOpen))).toMatchObject({
    cookie: expect.stringContaining('Max-Age=0'),
    hasEnded: true,
  });
  expect(await readPerson(services, ask(stillOpen))).toBeNull();
  await revokeAllSessions(services, 'u1');
  expect(await listSessions(services, 'u1')).toEqual([]);
});

test.each(['', 'pult=', 'pult=%00', 'pult= ', 'pult=%', 'other=1; pult=x'])(
  'cookie %j is nobody',
  async (header) => {
    const { services } = await createTestServices();
    expect(
      await readPerson(services, new Request('http://localhost', { headers: { Cookie: header } })),
    ).toBeNull();
  },
);

test('on a full disk an open session goes on, one that is over is over, and leaving forgets the cookie', async () => {
  const { services, clock } = await createTestServices();
  await addPerson(services, 'agent', null);
  const cookie = await startSession(services, 'u1', visit);
  const full = new LibsqlError('database or disk is full', 'SQLITE_FULL');
  const batch = vi.spyOn(services.databases.control.$client, 'batch').mockRejectedValue(full);
  clock.pass(25 * minute);
  expect(await readPerson(services, ask(cookie))).toMatchObject({ userId: 'u1' });
  expect(await endSession(services, ask(cookie))).toEqual({
    cookie: expect.stringContaining('Max-Age=0'),
    hasEnded: false,
  });
  clock.pass(6 * minute);
  expect(await readPerson(services, ask(cookie))).toBeNull();
  expect(batch).toHaveBeenCalled();
  batch.mockRestore();
});
