import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OwnDefinition } from '#app/features/own-report/own-report.ts';
import { saveOwnReport } from '#app/features/own-report/save-own-report.ts';
import { answerLink, readLink } from '#app/features/report-mail/answer-link.ts';
import { askAddress } from '#app/features/report-mail/ask-address.ts';
import { openDispatches } from '#app/features/report-mail/open-dispatches.ts';
import type { Mailed } from '#app/features/report-mail/report-mail.ts';
import { claimDispatch } from '#app/features/report-mail/send-dispatch.ts';
import { removeSchedule, setSchedule } from '#app/features/report-mail/set-schedule.ts';
import { commit } from '#db/commit.ts';
import { memberships, users } from '#db/control/schema.ts';
import { reportDispatches, reportSchedules } from '#db/tenant/schema/report-mail.ts';
import { openMailWorld } from '#tests/setup/mail-world.ts';

const manager = { userId: 'm1', name: 'Ольга', roles: ['manager' as const] };
const rhythm = { every: 'day' as const, weekday: 1, monthDay: 1, hour: 9 };
const [hour, day] = [60 * 60_000, 24 * 60 * 60_000];
const definition: OwnDefinition = {
  metrics: ['offered'],
  by: null,
  where: null,
  period: { kind: 'last', count: 1, unit: 'day' },
  step: null,
};

let world: Awaited<ReturnType<typeof openMailWorld>>;
beforeEach(async () => {
  world = await openMailWorld();
});
afterEach(() => world.close());

const desk = () => {
  const { db, services } = world;
  const { control } = services.databases;
  return { db, control, actor: manager, now: services.now(), timeZone: 'Europe/Moscow' };
};
const ask = async (address: string) => {
  const asked = await askAddress(desk(), { address, language: 'ru' });
  if (!asked.ok) throw new Error(asked.error.code);
  await world.settle(hour);
  return asked.value.id;
};
const reader = () => ({ db: world.db, secretKey: world.services.secretKey, now: world.services.now() });
const taken = () => world.smtp.state.taken;
/** The texts of a mail as its reader sees them. */
const bodyOf = (at: number) => {
  const text = taken().at(at)?.text ?? '';
  const encoded = /Content-Transfer-Encoding: base64\r\n(?:[\w-]+:.*\r\n)*\r\n([\w+/=\r\n]+)/.exec(text)?.[1];
  return encoded
    ? Buffer.from(encoded, 'base64').toString()
    : text.replace(/=\r\n/g, '').replace(/=3D/g, '=');
};
const tokensIn = (text: string) =>
  [...text.matchAll(/\/reports\/([\w.-]+)/g)].map(([, token]) => token ?? '');
const confirm = async (address: string) => {
  const id = await ask(address);
  const [token = ''] = tokensIn(bodyOf(-1));
  expect(await answerLink(reader(), token)).toEqual({ ok: true, value: { deed: 'confirm' } });
  world.smtp.state.taken = [];
  return id;
};
const plan = async (addressIds: string[], of: Partial<OwnDefinition> = {}, mailed?: Mailed) => {
  const saved = await saveOwnReport(desk(), {
    name: 'Звонки',
    sharing: 'staff',
    definition: { ...definition, ...of },
  });
  if (!saved.ok) throw new Error(saved.error.code);
  const what = mailed ?? { kind: 'own' as const, ownReportId: saved.value.id };
  return setSchedule(desk(), { mailed: what, file: 'report.csv', rhythm, addressIds });
};
const comeDue = async (ms = day) => {
  world.pass(ms);
  const { db, services } = world;
  await openDispatches(db, services.now(), services.databases.control);
  await world.settle(2 * hour);
};
const states = async () => (await world.db.select().from(reportDispatches)).map(({ state }) => state);

test('a report goes to a confirmed address only, once a time, and never again after one press', async () => {
  const confirmed = await confirm('boss@client.example');
  const silent = await ask('silent@client.example');
  world.smtp.state.taken = [];
  expect(await plan([confirmed, silent])).toMatchObject({ ok: true });
  const { db, services } = world;
  world.pass(day);
  const again = () => openDispatches(db, services.now(), services.databases.control);
  await Promise.all([again(), again()]);
  await again();
  await world.settle(2 * hour);
  expect(taken().map(({ to }) => to)).toEqual([['boss@client.example']]);
  const text = taken()[0]?.text ?? '';
  expect(text).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(text).toContain('filename=report.csv');
  const [end = ''] = tokensIn(bodyOf(0));
  expect(await answerLink(reader(), end)).toEqual({ ok: true, value: { deed: 'end' } });
  await comeDue();
  expect(taken()).toHaveLength(1);
  expect(await states()).toEqual(['sent']);
});

test('times that were missed while nobody ran are one mail, and it comes at its hour again', async () => {
  const id = await confirm('boss@client.example');
  await plan([id]);
  await comeDue(5 * day);
  expect(taken()).toHaveLength(1);
  const [schedule] = await world.db.select().from(reportSchedules);
  expect(schedule?.nextAt.toISOString()).toMatch(/T06:00:00.000Z$/);
  expect(Number(schedule?.nextAt)).toBeGreaterThan(world.services.now().getTime() - 2 * hour - day);
});

test('a mail is kept while the server is busy, and not doubled after it broke off', async () => {
  const id = await confirm('boss@client.example');
  await plan([id]);
  world.smtp.state.mood = 'busy';
  await comeDue();
  expect(await states()).toEqual(['waiting']);
  world.smtp.state.mood = null;
  await world.settle(3 * hour);
  expect(await states()).toEqual(['sent']);
  expect(taken()).toHaveLength(1);
});

test('one that was claimed by who died is not known to have gone, and is not sent again', async () => {
  const id = await confirm('boss@client.example');
  await plan([id]);
  world.pass(day);
  const { db, services } = world;
  await openDispatches(db, services.now(), services.databases.control);
  const [dispatch] = await db.select().from(reportDispatches);
  expect(await claimDispatch(db, dispatch?.id ?? '', services.now())).toBe(true);
  expect(await claimDispatch(db, dispatch?.id ?? '', services.now())).toBe(false);
  await world.settle(2 * hour);
  expect(await states()).toEqual(['unconfirmed']);
  expect(taken()).toEqual([]);
});

test('what shows people one by one goes to those who work here only, whatever is changed later', async () => {
  const stranger = await confirm('boss@client.example');
  const own = await confirm('lead@bpo.example');
  const { control } = world.services.databases;
  const createdAt = world.services.now();
  await commit(control, [
    control.insert(users).values({ id: 'l1', email: 'lead@bpo.example', name: 'Вера', createdAt }),
    control.insert(memberships).values({ id: 'ml1', userId: 'l1', tenantId: 't1', role: 'lead', createdAt }),
  ]);
  const byPeople = { by: 'agent' as const };
  expect(await plan([stranger, own], byPeople)).toMatchObject({
    error: { code: 'mail-names-people', address: 'boss@client.example' },
  });
  expect(await plan([own], byPeople)).toMatchObject({ ok: true });
  await comeDue();
  await commit(control, [control.delete(memberships)]);
  await comeDue();
  expect(taken().map(({ to }) => to)).toEqual([['lead@bpo.example']]);
  expect((await states()).toSorted()).toEqual(['failed', 'sent']);
});

test('a month is waited for until it is closed; a schedule that was stopped sends nothing', async () => {
  const id = await confirm('boss@client.example');
  const set = await plan([id], {}, { kind: 'month' });
  await comeDue();
  expect(await world.db.select().from(reportDispatches)).toMatchObject([
    { state: 'waiting', failure: 'month-not-closed' },
  ]);
  expect(await removeSchedule(desk(), set.ok ? set.value.id : '')).toMatchObject({ ok: true });
  await comeDue();
  expect(await states()).toEqual(['failed']);
  expect(taken()).toEqual([]);
});

test('an address is asked seldom, and only the last link confirms, for three days', async () => {
  const [address, links] = ['boss@client.example', [] as string[][]];
  for (let turn = 0; turn < 3; turn++) {
    await ask(address);
    links.push(tokensIn(bodyOf(-1)));
    world.pass(11 * 60_000);
  }
  const often = { error: { code: 'mail-asked-often' } };
  expect(await askAddress(desk(), { address, language: 'ru' })).toMatchObject(often);
  const [[first = '', end = ''] = [], , [newest = ''] = []] = links;
  const gone = { error: { code: 'mail-link-over' } };
  for (const forged of ['', first, `${newest}x`, newest.replace('.', '')])
    expect(await answerLink(reader(), forged)).toMatchObject(gone);
  const late = new Date(world.services.now().getTime() + 3 * day);
  expect(await readLink({ ...reader(), now: late }, newest)).toMatchObject(gone);
  expect(await answerLink(reader(), newest)).toMatchObject({ ok: true });
  const confirmed = { error: { code: 'mail-address-confirmed' } };
  expect(await askAddress(desk(), { address, language: 'ru' })).toMatchObject(confirmed);
  expect(await answerLink(reader(), end)).toMatchObject({ value: { deed: 'end' } });
  expect(await answerLink(reader(), newest)).toMatchObject(gone);
  const client = { ...manager, roles: ['client' as const] };
  const asked = await askAddress({ ...desk(), actor: client }, { address, language: 'ru' });
  expect(asked).toMatchObject({ error: { code: 'forbidden' } });
});
