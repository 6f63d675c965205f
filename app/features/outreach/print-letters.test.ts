import { eq, ne } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { formatFor } from '#app/platform/format.ts';
import { commit } from '#db/commit.ts';
import { letterFiles, outreachAttempts } from '#db/tenant/schema/outreach.ts';
import { receivables } from '#db/tenant/schema/receivable.ts';
import { subscribers } from '#db/tenant/schema/subscriber.ts';
import { addReceivable } from '#tests/setup/test-receivables.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { printLetters } from './print-letters.ts';
import { readLetterFile, readLetterPages, readLetters } from './read-letters.ts';

const now = new Date('2026-11-22T09:00:00Z');
const manager: Actor = { userId: 'manager-1', name: 'Пётр', roles: ['manager'] };
const agent: Actor = { userId: 'agent-1', name: 'Анна', roles: ['agent'] };

test('letters go into one file with its maker and time; of a debt that was paid since none is written', async () => {
  const { db } = await openTestTenant();
  for (const id of ['owes', 'paid', 'homeless']) {
    await addReceivable(db, id, [{ dueOn: '2026-10-20', kopecks: 100 }]);
    await commit(db, [
      db.insert(outreachAttempts).values({
        id,
        subscriberId: `s-${id}`,
        receivableId: id,
        sequence: 1,
        purpose: 'collection',
        channel: 'letter',
        address: `Д-${id}`,
        content: '=Оплатите; связь',
        timeZone: 'unknown',
        state: 'printing',
        sendKey: id,
        by: 'worker',
        at: now,
      }),
    ]);
  }
  const postalAddress = '=190000, Санкт-Петербург';
  await commit(db, [
    db.update(receivables).set({ balanceKopecks: 0 }).where(eq(receivables.id, 'paid')),
    db.update(subscribers).set({ postalAddress }).where(ne(subscribers.id, 's-homeless')),
  ]);
  const unaddressed = [{ id: 'homeless', receivableId: 'homeless', contract: 'Д-homeless' }];
  expect(await readLetters(db)).toMatchObject({ waiting: 2, withoutAddress: 1, unaddressed, files: [] });
  expect(await printLetters({ db, actor: agent, now }, 'address')).toMatchObject({
    error: { code: 'forbidden' },
  });
  const printed = await printLetters({ db, actor: manager, now }, 'address');
  const fileId = printed.ok ? printed.value.id : '';
  expect(await db.select().from(letterFiles)).toMatchObject([
    { letters: 1, madeBy: 'manager-1', madeAt: now },
  ]);
  const states = await db
    .select({ id: outreachAttempts.id, state: outreachAttempts.state })
    .from(outreachAttempts);
  expect(states.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual([
    { id: 'homeless', state: 'printing' },
    { id: 'owes', state: 'sent' },
    { id: 'paid', state: 'failed' },
  ]);
  const text = (await readLetterFile(db, fileId)) ?? '';
  expect(text).toContain('Д-owes');
  expect(text).not.toContain('Д-paid');
  expect(text).not.toContain(';=');
  expect(await readLetterFile(db, 'other')).toBeNull();
  expect(text).toContain('190000');
  await commit(db, [db.update(subscribers).set({ postalAddress: 'переехал' })]);
  const pages = await readLetterPages(db, fileId, formatFor('ru', 'Europe/Moscow'));
  expect(pages?.parts).toContainEqual(expect.objectContaining({ text: expect.stringContaining('190000') }));
  expect(await readLetterPages(db, 'other', formatFor('ru', 'Europe/Moscow'))).toBeNull();
  await commit(db, [db.update(subscribers).set({ postalAddress: null })]);
  const again = () => printLetters({ db, actor: manager, now }, 'address');
  expect(await again()).toMatchObject({ error: { code: 'no-letters' } });
  const byContract = await printLetters({ db, actor: manager, now }, 'contract');
  const second = byContract.ok ? byContract.value.id : '';
  expect(await readLetterFile(db, second)).toContain('Д-homeless');
  expect(await readLetterPages(db, second, formatFor('ru', 'Europe/Moscow'))).toBeNull();
  expect((await readLetters(db)).files.toSorted((a, b) => b.addressed - a.addressed)).toMatchObject([
    { addressed: 1, letters: 1 },
    { addressed: 0, letters: 1 },
  ]);
});
