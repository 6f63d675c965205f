import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { commit } from '#db/commit.ts';
import { letterFiles, outreachAttempts } from '#db/tenant/schema/outreach.ts';
import { receivables } from '#db/tenant/schema/receivable.ts';
import { addReceivable } from '#tests/setup/test-receivables.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { printLetters, readLetterFile, readLetters } from './print-letters.ts';

const now = new Date('2026-11-22T09:00:00Z');
const manager: Actor = { userId: 'manager-1', name: 'Пётр', roles: ['manager'] };
const agent: Actor = { userId: 'agent-1', name: 'Анна', roles: ['agent'] };

test('letters go into one file with its maker and time; of a debt that was paid since none is written', async () => {
  const { db } = await openTestTenant();
  for (const id of ['owes', 'paid']) {
    await addReceivable(db, id, [{ dueOn: '2026-10-20', kopecks: 100 }]);
    await commit(db, [
      db.insert(outreachAttempts).values({
        ...{
          id,
          subscriberId: `s-${id}`,
          receivableId: id,
          sequence: 1,
          purpose: 'collection',
          channel: 'letter',
        },
        ...{ address: `Д-${id}`, content: '=Оплатите; связь', timeZone: 'unknown', state: 'printing' },
        ...{ sendKey: id, by: 'worker', at: now },
      }),
    ]);
  }
  await commit(db, [db.update(receivables).set({ balanceKopecks: 0 }).where(eq(receivables.id, 'paid'))]);
  expect(await readLetters(db)).toMatchObject({ waiting: 2, files: [] });
  expect(await printLetters({ db, actor: agent, now })).toMatchObject({ error: { code: 'forbidden' } });
  const printed = await printLetters({ db, actor: manager, now });
  const fileId = printed.ok ? printed.value.id : '';
  expect(await db.select().from(letterFiles)).toMatchObject([
    { letters: 1, madeBy: 'manager-1', madeAt: now },
  ]);
  const states = await db
    .select({ id: outreachAttempts.id, state: outreachAttempts.state })
    .from(outreachAttempts);
  expect(states.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual([
    { id: 'owes', state: 'sent' },
    { id: 'paid', state: 'failed' },
  ]);
  const text = (await readLetterFile(db, fileId)) ?? '';
  expect(text).toContain('Д-owes');
  expect(text).not.toContain('Д-paid');
  expect(text).not.toContain(';=');
  expect(await readLetterFile(db, 'other')).toBeNull();
  expect(await printLetters({ db, actor: manager, now })).toMatchObject({ error: { code: 'no-letters' } });
});
