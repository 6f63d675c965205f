import { expect, test } from 'vitest';
import { cases } from '#db/tenant/schema/case.ts';
import { contacts, messages } from '#db/tenant/schema/contact.ts';
import { openCaseWorld } from '#tests/setup/test-cases.ts';
import { logCalls, replyAll } from './work-day.ts';

test('a call that is logged with a double click is one contact in one case', async () => {
  const world = await openCaseWorld();
  const ids = await logCalls(() => world.desk(), 4);
  const rows = await world.db.select().from(cases);
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(ids));
  const logged = await world.db.select().from(contacts);
  expect(logged.map(({ channel }) => channel).toSorted()).toEqual(['call', 'call', 'call', 'walkin']);
});

test('every case is answered once, and what the desk acknowledged is there', async () => {
  const world = await openCaseWorld();
  const written = [await world.write('Один'), await world.write('Два'), await world.write('Три')];
  const acknowledged = await replyAll(
    () => world.desk(),
    written.map(({ caseId }) => caseId),
  );
  const replies = (await world.db.select().from(messages)).filter(({ kind }) => kind === 'reply');
  expect(replies.map(({ id }) => id).toSorted()).toEqual(acknowledged.toSorted());
  expect(replies.map(({ caseId }) => caseId).toSorted()).toEqual(
    written.map(({ caseId }) => caseId).toSorted(),
  );
});
