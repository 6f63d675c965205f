import { LibsqlError } from '@libsql/client';
import { expect, test, vi } from 'vitest';
import { disablePerson } from '#app/features/person/disable-person.ts';
import { invitePerson } from '#app/features/person/invite-person.ts';
import { totpCode } from '#app/features/person/second-factor.ts';
import { type HttpError, httpErrors, type Refused } from '#app/platform/http-errors.ts';
import { type Call, guardAnswer, routeCall } from '#tests/setup/route-call.ts';
import { addPerson, addTenant, admin, testPassword, testSecret } from '#tests/setup/test-people.ts';
import { createTestServices } from '#tests/setup/test-services.ts';
import { action as giveCode } from './code.tsx';
import { action as accept, loader as showInvitation } from './invitation.tsx';
import { action as enter, loader as showDoor } from './sign-in.tsx';
import { action as leave } from './sign-out.ts';

const hour = 60 * 60_000;
const right = { email: 'anna@volna.ru', password: testPassword };
const wrong = { ...right, password: 'не тот пароль' };

async function withPerson(role: 'agent' | 'manager' = 'agent', secondFactor = false) {
  const { services, clock } = await createTestServices();
  const tenantId = await addTenant(services, 1);
  const userId = await addPerson(services, right.email, [{ role, tenantId }], { secondFactor });
  type Handler = (args: never) => unknown;
  async function call(handler: Handler, each: Call, params: Record<string, string> = {}) {
    const args = { ...(await routeCall(services, each)), params };
    const run = Promise.resolve().then(() => handler(args as never));
    return answerOf(await run.catch((thrown: unknown) => thrown));
  }
  const door = (fields: Record<string, string>, path = '/sign-in') => call(enter, { path, fields });
  return { services, clock, tenantId, userId, call, door };
}

type Answer = {
  status: number;
  to: string | null;
  cookie: string;
  faults: Record<string, string | undefined>;
};
function answerOf(result: unknown): Answer {
  if (result instanceof Response) {
    const { headers, status } = result;
    return { status, to: headers.get('Location'), cookie: headers.get('Set-Cookie') ?? '', faults: {} };
  }
  const { data, init } = result as { data: Refused | null; init: { status: number } | null };
  return { status: init?.status ?? 200, to: null, cookie: '', faults: data ? besideFields(data) : {} };
}

function besideFields({ error, faults }: Refused): Answer['faults'] {
  if (!error) return faults;
  const { field = 'form' }: HttpError = httpErrors[error.code];
  return { [field]: error.code };
}

test('signing in leads to where one was going, with a cookie that opens it', async () => {
  const { services, door, call } = await withPerson();
  const entered = await door(right, '/sign-in?to=%2Ft%2Fvolna%3Fstate%3Dmanual');
  expect(entered).toMatchObject({ status: 302, to: '/t/volna?state=manual' });
  expect(await guardAnswer(services, { path: '/account', cookie: entered.cookie })).toBeNull();
  expect(await call(showDoor, { path: '/sign-in', cookie: entered.cookie })).toMatchObject({ to: '/' });
});

test.each(['//evil', '/\\evil', '/%5cevil', 'https:evil', 'javascript:alert(1)'])(
  'never to %s',
  async (to) => {
    const { door } = await withPerson();
    expect((await door(right, `/sign-in?to=${encodeURIComponent(to)}`)).to).toBe('/');
  },
);

test('a visitor without a session is led to the door and back', async () => {
  const { services } = await withPerson();
  const answer = await guardAnswer(services, { path: '/t/volna/desk/requests?state=manual' });
  expect(answer?.headers.get('Location')).toBe('/sign-in?to=%2Ft%2Fvolna%2Fdesk%2Frequests%3Fstate%3Dmanual');
});

test.each([
  ['an unknown e-mail', { ...wrong, email: 'nobody@volna.ru' }, { form: 'wrong-credentials' }],
  ['a wrong password', wrong, { form: 'wrong-credentials' }],
  ['no e-mail', { email: 'anna', password: 'x' }, { email: 'email' }],
  ['no password', { email: right.email, password: '' }, { password: 'required' }],
  ['an extra field', { ...right, isAdmin: 'true' }, { form: 'other' }],
  ['an injection', { email: "' or 1=1 --", password: 'x' }, { email: 'email' }],
])('%s is answered with 422 beside the field', async (_name, fields, faults) => {
  const { door } = await withPerson();
  expect(await door(fields)).toEqual({ status: 422, to: null, cookie: '', faults });
});

test('the sixth failure closes the door with 429, also to the right password', async () => {
  const { door } = await withPerson();
  for (let n = 0; n < 6; n++) await door(wrong);
  expect(await door(right)).toMatchObject({ status: 429, faults: { form: 'locked' } });
});

test('a cookie set before signing in is not kept', async () => {
  const { services, call } = await withPerson();
  const planted = `pult=${'a'.repeat(43)}`;
  const { cookie } = await call(enter, { path: '/sign-in', fields: right, cookie: planted });
  expect(cookie).not.toContain(planted);
  expect(await guardAnswer(services, { path: '/account', cookie: planted })).not.toBeNull();
});

test('a manager passes by his code once, and his halfway cookie opens nothing', async () => {
  const { services, clock, door, call } = await withPerson('manager', true);
  const half = await door(right);
  expect(half.to).toBe('/sign-in/code');
  expect(await guardAnswer(services, { path: '/account', cookie: half.cookie })).not.toBeNull();
  const fields = { code: totpCode(testSecret, clock.now) };
  const passed = await call(giveCode, { path: '/sign-in/code', fields, cookie: half.cookie });
  expect(await guardAnswer(services, { path: '/account', cookie: passed.cookie })).toBeNull();
  const again = await door(right);
  const replayed = await call(giveCode, { path: '/sign-in/code', fields, cookie: again.cookie });
  expect(replayed).toMatchObject({ status: 422, faults: { code: 'used-code' } });
});

test('disabling somebody ends his open session, and his password opens nothing', async () => {
  const { services, userId, door } = await withPerson();
  const { cookie } = await door(right);
  await disablePerson(services, admin, userId);
  expect(await guardAnswer(services, { path: '/account', cookie })).not.toBeNull();
  expect(await door(right)).toMatchObject({ status: 422, faults: { form: 'wrong-credentials' } });
});

test('signing out ends the session on the server, not only in the browser', async () => {
  const { services, door, call } = await withPerson();
  const { cookie } = await door(right);
  const left = await call(leave, { path: '/sign-out', method: 'POST', cookie });
  expect(left.cookie).toContain('Max-Age=0');
  expect(await guardAnswer(services, { path: '/account', cookie })).not.toBeNull();
});

test('signing out on a full disk forgets the cookie and says what happened', async () => {
  const { services, door, call } = await withPerson();
  const { cookie } = await door(right);
  const full = new LibsqlError('database or disk is full', 'SQLITE_FULL');
  const batch = vi.spyOn(services.databases.control.$client, 'batch').mockRejectedValue(full);
  const left = await call(leave, { path: '/sign-out', method: 'POST', cookie });
  expect(left).toMatchObject({ status: 302, to: '/sign-in?left=unended' });
  expect(left.cookie).toContain('Max-Age=0');
  batch.mockRestore();
});

test('an invitation works once and for 72 hours', async () => {
  const { services, clock, tenantId, call } = await withPerson();
  const invite = async (email: string) => {
    const invited = await invitePerson(services, admin, { email, role: 'lead', tenantId });
    return { token: invited.ok ? (invited.value.link.split('/').at(-1) ?? '') : '' };
  };
  const path = '/invitations/x';
  const fields = { name: 'Вера', password: 'длинный пароль' };
  const first = await invite('vera@volna.ru');
  expect(await call(accept, { path, fields: { ...fields, password: '12345' } }, first)).toMatchObject({
    status: 422,
    faults: { password: 'weak-password' },
  });
  expect(await call(accept, { path, fields }, first)).toMatchObject({ status: 302, to: '/' });
  expect(await call(accept, { path, fields }, first)).toMatchObject({ status: 404 });
  const late = await invite('boris@volna.ru');
  clock.pass(72 * hour);
  expect(await call(showInvitation, { path }, late)).toMatchObject({ status: 404 });
  expect(await call(accept, { path, fields }, late)).toMatchObject({ status: 404 });
});

test('anything but a form is refused', async () => {
  const { services } = await withPerson();
  const { context } = await routeCall(services, { path: '/sign-in' });
  const request = new Request('http://localhost:4600/sign-in', { method: 'POST', body: '{}' });
  const thrown = await enter({ request, context, params: {} } as never).catch((each: unknown) => each);
  expect(answerOf(thrown)).toMatchObject({ status: 415 });
});
