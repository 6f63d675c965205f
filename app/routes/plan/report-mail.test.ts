import { expect, test } from 'vitest';
import { mailToken } from '#app/features/report-mail/mail-token.ts';
import { reportAddresses } from '#db/tenant/schema/report-mail.ts';
import { openTestDesk } from '#tests/setup/desk-visit.ts';
import { action as answer, loader as openLink } from '../form/report-mail-link.tsx';
import { action as endByProgram } from '../hooks/report-mail-end.ts';
import { action as end } from './report-address-ending.ts';
import { action as ask } from './report-addresses.ts';
import { loader as openPage } from './report-mail.tsx';
import { action as stop } from './report-schedule-removal.ts';
import { action as plan } from './report-schedules.ts';

const status = (code: number) => expect.objectContaining({ init: expect.objectContaining({ status: code }) });
const form = 'address=Boss@Client.example&language=ru';

async function openMail() {
  const desk = await openTestDesk();
  const visit = async (given: Parameters<typeof desk.enter>[0], page: unknown) =>
    (page as (args: never) => Promise<unknown>)((await desk.enter(given)) as never);
  const tokenOf = async (deed: 'confirm' | 'end') => {
    const [row] = await desk.db.select().from(reportAddresses);
    if (!row) throw new Error('There is no address.');
    return mailToken(desk.services.secretKey, desk.db.tenantId, deed, row);
  };
  return { ...desk, visit, tokenOf };
}

test('a manager asks an address, it says yes by a button, and a schedule is set and stopped', async () => {
  const { visit, tokenOf } = await openMail();
  const asked = await visit({ role: 'manager', path: '/plan/report-mail/addresses', form }, ask);
  const { id = '' } = (asked as { done?: { id: string } }).done ?? {};
  const params = { tenantSlug: 'tenant-1', mailToken: await tokenOf('confirm') };
  const link = { role: 'agent' as const, path: '/f', params };
  expect(await visit(link, openLink)).toMatchObject({ data: { about: { deed: 'confirm', isDone: false } } });
  expect(await visit({ role: 'manager', path: '/x' }, openPage)).toMatchObject({
    view: { addresses: [{ address: 'boss@client.example', state: 'asked' }] },
  });
  expect(await visit({ ...link, form: '' }, answer)).toEqual({ done: { deed: 'confirm' } });
  const rhythm = { every: 'month', weekday: 1, monthDay: 8, hour: 9 };
  const json = { mailed: { kind: 'month' }, file: 'report.pdf', rhythm, addressIds: [id] };
  const set = await visit({ role: 'manager', path: '/s', json }, plan);
  const { id: reportScheduleId = '' } = (set as { done?: { id: string } }).done ?? {};
  expect(await visit({ role: 'manager', path: '/x' }, openPage)).toMatchObject({
    view: { addresses: [{ state: 'confirmed' }], schedules: [{ isMonth: true, to: 'boss@client.example' }] },
  });
  const removal = { role: 'manager' as const, path: '/s', form: '', params: { reportScheduleId } };
  expect(await visit(removal, stop)).toMatchObject({ done: { id: reportScheduleId } });
});

test('a mail program ends it without a session, and confirms nothing', async () => {
  const { visit, tokenOf } = await openMail();
  await visit({ role: 'manager', path: '/a', form }, ask);
  const press = async (token: string, tenant = 'tenant-1') =>
    visit({ role: 'agent', path: '/h', form: '', params: { tenant, mailToken: token } }, endByProgram);
  await expect(press(await tokenOf('confirm'))).rejects.toEqual(status(404));
  await expect(press(await tokenOf('end'), 'tenant-2')).rejects.toEqual(status(404));
  expect(await press(await tokenOf('end'))).toMatchObject({ status: 204 });
  expect(await visit({ role: 'manager', path: '/x' }, openPage)).toMatchObject({
    view: { addresses: [{ state: 'ended' }] },
  });
});

test.each(['agent', 'lead', 'client'] as const)('a %s mails nothing to anybody', async (role) => {
  const { visit } = await openMail();
  await expect(visit({ role, path: '/plan/report-mail' }, openPage)).rejects.toEqual(status(403));
  expect(await visit({ role, path: '/a', form }, ask)).toEqual(status(403));
  const params = { reportAddressId: 'x', reportScheduleId: 'x' };
  expect(await visit({ role, path: '/a', form: '', params }, end)).toEqual(status(403));
  expect(await visit({ role, path: '/a', form: '', params }, stop)).toEqual(status(403));
});

test.each(['', 'address=a%0Ab@c.example&language=ru', 'address=a@b.example,c@d.example&language=ru'])(
  'what is no address is not asked: %j',
  async (given) => {
    const { visit } = await openMail();
    expect(await visit({ role: 'manager', path: '/a', form: given }, ask)).toEqual(status(422));
  },
);
