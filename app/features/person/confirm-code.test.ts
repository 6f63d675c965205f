import { expect, test } from 'vitest';
import { readHalfSignedIn, readPerson, startSession } from '#app/platform/session.ts';
import {
  addPerson,
  addTenant,
  requestWith,
  testPassword,
  testSecret,
  visit,
} from '#tests/setup/test-people.ts';
import { createTestServices } from '#tests/setup/test-services.ts';
import { beginSecondFactor, readEnrolment } from './begin-second-factor.ts';
import { confirmCode } from './confirm-code.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import { removeSecondFactor } from './remove-second-factor.ts';
import { totpCode } from './second-factor.ts';

async function halfSignedIn(role: 'agent' | 'manager', secondFactor: boolean) {
  const { services, clock } = await createTestServices();
  const places = [{ role, tenantId: await addTenant(services, 1) }];
  const userId = await addPerson(services, 'anna@volna.ru', places, { secondFactor });
  const cookie = await startSession(services, userId, visit);
  const half = await readHalfSignedIn(services, requestWith(cookie));
  return { services, clock, userId, cookie, half };
}
type Half = NonNullable<Awaited<ReturnType<typeof halfSignedIn>>['half']>;

test('the right code opens a new session and ends the halfway one', async () => {
  const { services, clock, cookie, half } = await halfSignedIn('manager', true);
  const confirmed = await confirmCode(services, half as Half, totpCode(testSecret, clock.now), visit);
  if (!confirmed.ok) throw new Error(confirmed.error.code);
  expect(await readPerson(services, requestWith(confirmed.value.cookie))).not.toBeNull();
  expect(await readHalfSignedIn(services, requestWith(cookie))).toBeNull();
});

test('a code works once, also when it is sent twice at the same moment, and an older one never after it', async () => {
  const { services, clock, half } = await halfSignedIn('manager', true);
  const code = totpCode(testSecret, clock.now);
  const before = totpCode(testSecret, new Date(clock.now.getTime() - 30_000));
  const twice = await Promise.all([1, 2].map(() => confirmCode(services, half as Half, code, visit)));
  expect(twice.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(await confirmCode(services, half as Half, before, visit)).toEqual({
    ok: false,
    error: { code: 'used-code' },
  });
  clock.pass(30_000);
  const next = totpCode(testSecret, clock.now);
  expect(await confirmCode(services, half as Half, next, visit)).toMatchObject({ ok: true });
});

test('wrong codes lock, and a while later the right one opens', async () => {
  const { services, clock, half } = await halfSignedIn('manager', true);
  for (let n = 0; n < 6; n++) await confirmCode(services, half as Half, '000000', visit);
  const right = () => confirmCode(services, half as Half, totpCode(testSecret, clock.now), visit);
  expect(await right()).toMatchObject({ ok: false, error: { code: 'locked' } });
  clock.pass(30_000);
  expect(await right()).toMatchObject({ ok: true });
});

test('a manager sets his second factor up with the first code, which then is spent', async () => {
  const { services, clock, userId } = await halfSignedIn('manager', false);
  await beginSecondFactor(services, userId);
  const enrolment = await readEnrolment(services, userId);
  const code = totpCode(enrolment?.secret ?? '', clock.now);
  expect(await confirmSecondFactor(services, userId, '000000', visit)).toMatchObject({
    error: { code: 'wrong-code' },
  });
  const confirmed = await confirmSecondFactor(services, userId, code, visit);
  if (!confirmed.ok) throw new Error(confirmed.error.code);
  expect(await readPerson(services, requestWith(confirmed.value.cookie))).toMatchObject({ userId });
  expect(await readEnrolment(services, userId)).toBeNull();
  const half = await readHalfSignedIn(services, requestWith(await startSession(services, userId, visit)));
  expect(await confirmCode(services, half as Half, code, visit)).toMatchObject({
    error: { code: 'used-code' },
  });
});

test('an agent takes his second factor off by his password, a manager cannot', async () => {
  const agent = await halfSignedIn('agent', true);
  const wrong = await removeSecondFactor(agent.services, agent.userId, 'не тот', visit);
  expect(wrong).toMatchObject({ error: { code: 'wrong-password' } });
  expect(await removeSecondFactor(agent.services, agent.userId, testPassword, visit)).toMatchObject({
    ok: true,
  });
  const manager = await halfSignedIn('manager', true);
  const refused = await removeSecondFactor(manager.services, manager.userId, testPassword, visit);
  expect(refused).toMatchObject({ error: { code: 'second-factor-is-mandatory' } });
});
