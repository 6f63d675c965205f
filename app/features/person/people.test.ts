import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { verifyAudit } from '#app/features/audit/verify-audit.ts';
import type { Services } from '#app/platform/context.ts';
import { readPerson, startSession } from '#app/platform/session.ts';
import { listAudit } from '#db/control/queries/audit.ts';
import { listPeople } from '#db/control/queries/people.ts';
import { invitations, memberships } from '#db/control/schema.ts';
import { addPerson, addTenant, admin, requestWith, testPassword, visit } from '#tests/setup/test-people.ts';
import { createTestServices } from '#tests/setup/test-services.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { changePassword } from './change-password.ts';
import { disablePerson, enablePerson } from './disable-person.ts';
import { grantMembership } from './grant-membership.ts';
import { invitePerson } from './invite-person.ts';
import { resetSecondFactor } from './remove-second-factor.ts';
import { renewAccess } from './renew-access.ts';
import { revokeMembership } from './revoke-membership.ts';
import { signIn } from './sign-in.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

const hour = 60 * 60_000;
const agent = { userId: 'an agent', name: 'Агент', roles: ['agent', 'manager'] as const };

async function withPerson() {
  const { services, clock } = await createTestServices();
  const tenantId = await addTenant(services, 1);
  const userId = await addPerson(services, 'anna@volna.ru', [{ role: 'agent', tenantId }]);
  const open = requestWith(await startSession(services, userId, visit));
  return { services, clock, tenantId, userId, open };
}

const otherwise = {
  disable: (services: Services, id: string) => disablePerson(services, admin, id),
  'another role': (services: Services, id: string, tenantId: string) =>
    grantMembership(services, admin, id, { role: 'lead', tenantId }),
  'a role less': async (services: Services, id: string) => {
    const [held] = await services.databases.control
      .select()
      .from(memberships)
      .where(eq(memberships.userId, id));
    return revokeMembership(services, admin, held?.id ?? '');
  },
  'another password': (services: Services, id: string) =>
    changePassword(services, id, { current: testPassword, next: 'совсем другой' }, visit),
  'a second factor reset': (services: Services, id: string) => resetSecondFactor(services, admin, id),
};

test.each(Object.entries(otherwise))(
  '%s ends the open sessions at once and is audited',
  async (_name, change) => {
    const { services, tenantId, userId, open } = await withPerson();
    const before = (await listAudit(services.databases.control, 100)).length;
    expect(await readPerson(services, open)).not.toBeNull();
    expect(await change(services, userId, tenantId)).toMatchObject({ ok: true });
    expect(await readPerson(services, open)).toBeNull();
    expect((await listAudit(services.databases.control, 100)).length).toBeGreaterThan(before);
    expect(await verifyAudit(services.databases.control)).toMatchObject({ intact: true });
  },
);

test('only an administrator changes people, and not himself', async () => {
  const { services, tenantId, userId } = await withPerson();
  const forbidden = { ok: false, error: { code: 'forbidden' } };
  const input = { role: 'lead', tenantId } as const;
  expect(await disablePerson(services, agent, userId)).toEqual(forbidden);
  expect(await enablePerson(services, agent, userId)).toEqual(forbidden);
  expect(await grantMembership(services, agent, userId, input)).toEqual(forbidden);
  expect(await revokeMembership(services, agent, 'any')).toEqual(forbidden);
  expect(await resetSecondFactor(services, agent, userId)).toEqual(forbidden);
  expect(await invitePerson(services, agent, { email: 'x@y.ru', ...input })).toEqual(forbidden);
  expect(await withdrawInvitation(services, agent, 'any')).toEqual(forbidden);
  const oneself = { ...admin, userId };
  expect(await disablePerson(services, oneself, userId)).toMatchObject({ error: { code: 'not-oneself' } });
  expect(await disablePerson(services, admin, 'nobody')).toMatchObject({
    error: { code: 'person-not-found' },
  });
});

test('a role is granted once', async () => {
  const { services, userId } = await withPerson();
  const central = { role: 'admin', tenantId: null } as const;
  expect(await grantMembership(services, admin, userId, central)).toMatchObject({ ok: true });
  expect(await grantMembership(services, admin, userId, central)).toMatchObject({
    error: { code: 'already-granted' },
  });
});

test.each([
  ['короткий', 'short'],
  ['qwertyuiop', 'common'],
] as const)('the password %s is not taken', async (next, fault) => {
  const { services, userId, open } = await withPerson();
  const refused = await changePassword(services, userId, { current: testPassword, next }, visit);
  expect(refused).toEqual({ ok: false, error: { code: 'weak-password', fault } });
  expect(await readPerson(services, open)).not.toBeNull();
});

const acceptance = { name: 'Борис', password: 'длинный пароль', locale: 'ru' } as const;
async function invite(services: Services, tenantId: string, email = 'boris@volna.ru') {
  const invited = await invitePerson(services, admin, { email, role: 'lead', tenantId });
  if (!invited.ok) throw new Error(invited.error.code);
  return invited.value.link.split('/').at(-1) ?? '';
}

test('an invitation makes a person once, also when it is accepted twice at the same moment', async () => {
  const { services, tenantId } = await withPerson();
  const token = await invite(services, tenantId);
  expect(JSON.stringify(await services.databases.control.select().from(invitations))).not.toContain(token);
  const twice = await Promise.all([1, 2].map(() => acceptInvitation(services, token, acceptance, visit)));
  expect(twice.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const people = await listPeople(services.databases.control);
  expect(people.find(({ name }) => name === 'Борис')?.memberships).toMatchObject([{ role: 'lead' }]);
  expect(await acceptInvitation(services, token, acceptance, visit)).toMatchObject({ ok: false });
});

test('an invitation ends after 72 hours, when a newer one is made, and when it is withdrawn', async () => {
  const { services, clock, tenantId } = await withPerson();
  const gone = { ok: false, error: { code: 'invitation-not-found' } };
  const first = await invite(services, tenantId);
  const second = await invite(services, tenantId);
  expect(await acceptInvitation(services, first, acceptance, visit)).toEqual(gone);
  clock.pass(72 * hour);
  expect(await acceptInvitation(services, second, acceptance, visit)).toEqual(gone);
  const third = await invite(services, tenantId);
  const rows = await services.databases.control.select().from(invitations);
  expect(await withdrawInvitation(services, admin, rows.at(-1)?.id ?? '')).toMatchObject({ ok: true });
  expect(await acceptInvitation(services, third, acceptance, visit)).toEqual(gone);
});

test.each(['', ' ', 'null', '%00', '0'.repeat(64)])('the token %j invites nobody', async (token) => {
  const { services, tenantId } = await withPerson();
  await invite(services, tenantId);
  expect(await acceptInvitation(services, token, acceptance, visit)).toMatchObject({ ok: false });
});

test('somebody who is here already is not invited again', async () => {
  const { services, tenantId } = await withPerson();
  const again = await invitePerson(services, admin, { email: 'anna@volna.ru', role: 'lead', tenantId });
  expect(again).toMatchObject({ error: { code: 'already-a-person' } });
});

test('a forgotten password is set anew by a link that works once, and the second factor stays due', async () => {
  const { services, tenantId } = await withPerson();
  const place = [{ role: 'manager', tenantId }] as const;
  const userId = await addPerson(services, 'vera@volna.ru', [...place], { secondFactor: true });
  const renewed = await renewAccess(services, admin, userId);
  if (!renewed.ok) throw new Error(renewed.error.code);
  const token = renewed.value.link.split('/').at(-1) ?? '';
  const open = requestWith(await startSession(services, userId, visit, services.now()));
  const accepted = await acceptInvitation(services, token, { ...acceptance, name: 'Вера' }, visit);
  expect(accepted).toMatchObject({ ok: true, value: { next: 'code' } });
  expect(await readPerson(services, open)).toBeNull();
  const again = { ...acceptance, password: 'другой длинный' };
  expect(await acceptInvitation(services, token, again, visit)).toMatchObject({ ok: false });
  const input = { email: 'vera@volna.ru', password: acceptance.password };
  expect(await signIn(services, input, visit)).toMatchObject({ ok: true });
});
