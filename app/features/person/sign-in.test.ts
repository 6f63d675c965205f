import { hash } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { readHalfSignedIn, readPerson } from '#app/platform/session.ts';
import { commit } from '#db/commit.ts';
import { listAudit } from '#db/control/queries/audit.ts';
import { signInFailures, users } from '#db/control/schema.ts';
import { addPerson, addTenant, requestWith, testPassword, visit } from '#tests/setup/test-people.ts';
import { createTestServices } from '#tests/setup/test-services.ts';
import { forgetExpired } from './forget-expired.ts';
import { signIn } from './sign-in.ts';

const right = { email: 'anna@volna.ru', password: testPassword };
const wrong = { email: 'anna@volna.ru', password: 'не тот пароль' };
const minute = 60_000;

async function withAgent() {
  const { services, clock } = await createTestServices();
  const userId = await addPerson(services, 'anna@volna.ru', [
    { role: 'agent', tenantId: await addTenant(services, 1) },
  ]);
  return { services, clock, userId };
}

test('an agent is at his desk after the password', async () => {
  const { services, userId } = await withAgent();
  const signedIn = await signIn(services, right, visit);
  if (!signedIn.ok) throw new Error(signedIn.error.code);
  expect(signedIn.value.next).toBe('desk');
  expect(await readPerson(services, requestWith(signedIn.value.cookie))).toMatchObject({ userId });
});

test.each([
  ['manager', false, 'enrol'],
  ['manager', true, 'code'],
  ['agent', true, 'code'],
] as const)(
  'a %s, second factor %s: %s comes next, and no page is open yet',
  async (role, secondFactor, next) => {
    const { services } = await createTestServices();
    const places = [{ role, tenantId: await addTenant(services, 1) }];
    await addPerson(services, right.email, places, { secondFactor });
    const signedIn = await signIn(services, right, visit);
    if (!signedIn.ok) throw new Error(signedIn.error.code);
    const request = requestWith(signedIn.value.cookie);
    expect(signedIn.value.next).toBe(next);
    expect(await readPerson(services, request)).toBeNull();
    expect(await readHalfSignedIn(services, request)).toMatchObject({ hasSecondFactor: secondFactor });
    expect(await listAudit(services.databases.control, 1)).toMatchObject([{ action: 'password.accepted' }]);
  },
);

test('an unknown e-mail, a wrong password and a disabled person get one answer', async () => {
  const { services, userId } = await withAgent();
  const answers = [
    await signIn(services, wrong, visit),
    await signIn(services, { ...wrong, email: 'no@no.ru' }, visit),
  ];
  const { control } = services.databases;
  await commit(control, [
    control.update(users).set({ disabledAt: services.now() }).where(eq(users.id, userId)),
  ]);
  answers.push(await signIn(services, right, visit));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toEqual({ ok: false, error: { code: 'wrong-credentials' } });
});

test('five failures are free, then the right password waits too, and not for ever', async () => {
  const { services, clock } = await withAgent();
  for (let n = 0; n < 6; n++) await signIn(services, wrong, visit);
  const until = new Date(clock.now.getTime() + minute / 2);
  expect(await signIn(services, right, visit)).toEqual({ ok: false, error: { code: 'locked', until } });
  clock.pass(minute / 2);
  expect(await signIn(services, right, visit)).toMatchObject({ ok: true });
});

test('a hundred tries at once get no more than six answers', async () => {
  const { services } = await withAgent();
  const tries = await Promise.all(Array.from({ length: 100 }, () => signIn(services, wrong, visit)));
  expect(tries.filter((each) => !each.ok && each.error.code === 'wrong-credentials')).toHaveLength(6);
});

test('somebody guessing from many addresses locks the account elsewhere, not at the known address', async () => {
  const { services } = await withAgent();
  await signIn(services, right, visit);
  for (let n = 0; n < 30; n++) await signIn(services, wrong, { ...visit, address: `203.0.113.${n}` });
  expect(await signIn(services, right, { ...visit, address: '198.51.100.1' })).toMatchObject({
    error: { code: 'locked' },
  });
  expect(await signIn(services, right, visit)).toMatchObject({ ok: true });
});

test('one address that tries many accounts is closed for all of them', async () => {
  const { services } = await withAgent();
  for (let n = 0; n < 101; n++) await signIn(services, { ...wrong, email: `p${n}@volna.ru` }, visit);
  expect(await signIn(services, { ...wrong, email: 'new@volna.ru' }, visit)).toMatchObject({
    error: { code: 'locked' },
  });
});

test('what was typed as e-mail is not kept, and a day later the failures are forgotten', async () => {
  const { services, clock } = await withAgent();
  await signIn(services, { email: 'secret-typed-here@x.ru', password: 'x' }, visit);
  const { control } = services.databases;
  expect(JSON.stringify(await control.select().from(signInFailures))).not.toContain('secret');
  clock.pass(24 * 60 * minute + 1);
  await forgetExpired(services);
  expect(await control.select().from(signInFailures)).toEqual([]);
});

test('a hash made under cheaper parameters is made again at sign-in', async () => {
  const { services, userId } = await withAgent();
  const { control } = services.databases;
  const passwordHash = await hash(testPassword, { memoryCost: 8192, timeCost: 1 });
  await commit(control, [control.update(users).set({ passwordHash }).where(eq(users.id, userId))]);
  expect(await signIn(services, right, visit)).toMatchObject({ ok: true });
  const [user] = await control.select().from(users);
  expect(user?.passwordHash).toContain('m=19456,t=2,p=1');
});
