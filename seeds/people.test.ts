import { expect, test } from 'vitest';
import { confirmCode } from '#app/features/person/confirm-code.ts';
import { passwordFault } from '#app/features/person/password.ts';
import { signIn } from '#app/features/person/sign-in.ts';
import { readHalfSignedIn, readPerson } from '#app/platform/session.ts';
import { commit } from '#db/commit.ts';
import { tenants } from '#db/control/schema.ts';
import { requestWith, visit } from '#tests/setup/test-people.ts';
import { createTestServices } from '#tests/setup/test-services.ts';
import { makeTenant } from './factories.ts';
import { demoCode, demoColleagues, demoPeople, listStaff, seedPeople } from './people.ts';

test('everybody of the demo signs in, those who must with the printed code', async () => {
  const { services, clock } = await createTestServices();
  const { control } = services.databases;
  const slugs = ['volna', 'sever', 'pusto'];
  await commit(
    control,
    slugs.map((slug, seed) => control.insert(tenants).values(makeTenant(seed, { slug }))),
  );
  await seedPeople(services);
  for (const { email, password } of demoPeople) {
    expect(passwordFault(password)).toBeNull();
    const signedIn = await signIn(services, { email, password }, visit);
    if (!signedIn.ok) throw new Error(signedIn.error.code);
    let { cookie } = signedIn.value;
    const half = await readHalfSignedIn(services, requestWith(cookie));
    if (half) {
      const confirmed = await confirmCode(services, half, demoCode(clock.now), visit);
      if (!confirmed.ok) throw new Error(confirmed.error.code);
      cookie = confirmed.value.cookie;
    }
    expect((await readPerson(services, requestWith(cookie)))?.email).toBe(email);
  }
});

test('colleagues work beside them and cannot sign in', async () => {
  const { services } = await createTestServices();
  const { control } = services.databases;
  const rows = ['volna', 'sever', 'pusto'].map((slug, seed) => makeTenant(seed, { slug }));
  await commit(control, [control.insert(tenants).values(rows)]);
  await seedPeople(services);
  const [volna, sever] = rows;
  expect(await listStaff(control, volna?.id ?? '', ['agent', 'lead'])).toHaveLength(17);
  expect(await listStaff(control, sever?.id ?? '', ['agent'])).toHaveLength(3);
  const [one] = demoColleagues;
  const tried = await signIn(services, { email: one?.email ?? '', password: '' }, visit);
  expect(tried.ok).toBe(false);
});

test('without the client companies nobody is seeded', async () => {
  const { services } = await createTestServices();
  await expect(seedPeople(services)).rejects.toThrow('seed the tenants before the people');
});
