import { beforeEach, expect, test } from 'vitest';
import type { Role } from '#app/features/access/role.ts';
import { bookBillingFile } from '#app/features/receivable/book-billing-file.ts';
import { makeSubscriber } from '#seeds/factories.ts';
import { openTestDesk } from '#tests/setup/desk-visit.ts';
import * as billing from './debt-billing.tsx';
import * as plan from './debt-billing-plan.ts';
import * as rejects from './debt-billing-rejects.ts';

let desk: Awaited<ReturnType<typeof openTestDesk>>;
beforeEach(async () => {
  desk = await openTestDesk();
});
const path = '/t/tenant-1/plan/debt/billing';
const contract = makeSubscriber(1).contractNumber;
const text = `id;account;phone;date;sum\nП-1;${contract};;2026-02-01;100\nП-2;нет;8 916 123-45-67;2026-02-01;5`;
const file = { content: 'payments', name: 'oplaty.csv', text };
const send = async (route: { action(args: never): unknown }, role: Role, json: unknown) =>
  route.action((await desk.enter({ role, path, json })) as never);

test('a manager sees what a file would book, books it, and gets the other rows back as a table', async () => {
  const planned = await send(plan, 'manager', file);
  expect(planned).toMatchObject({ done: { rows: 2, booked: 1, kopecks: 10_000, rejected: 1 } });
  const taken = (await send(billing, 'manager', file)) as { done: { id: string } };
  const at = { db: desk.db, now: () => new Date(), timeZone: 'Europe/Moscow' };
  expect(await bookBillingFile(at, taken.done.id)).toBe('ended');
  const { files, waiting } = await billing.loader((await desk.enter({ role: 'manager', path })) as never);
  expect(files).toMatchObject([{ name: 'oplaty.csv', rows: 2, booked: 1, rejects: 1 }]);
  expect(waiting).toMatchObject([{ row: 3, reason: 'unknown-account' }]);
  expect(waiting[0]?.text).not.toContain('123-45');
  const params = { billingFileId: taken.done.id };
  const answer = await rejects.loader((await desk.enter({ role: 'manager', path, params })) as never);
  expect(await answer.text()).toContain('"П-2";"нет";"8 916 123-45-67"');
});

test.each(['agent', 'lead'] as const)('a %s is given nothing of it', async (role) => {
  await expect(send(plan, role, file)).rejects.toMatchObject({ init: { status: 403 } });
  const entered = (await desk.enter({ role, path })) as never;
  await expect(async () => billing.loader(entered)).rejects.toMatchObject({ init: { status: 403 } });
  expect(await send(billing, role, file)).toMatchObject({ init: { status: 403 } });
});
