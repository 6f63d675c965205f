import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { getCase, getMessage } from '#db/tenant/queries/cases.ts';
import { attachments, messages } from '#db/tenant/schema/contact.ts';
import { mailArrivals } from '#db/tenant/schema/mail.ts';
import { openCaseWorld } from '#tests/setup/test-cases.ts';
import { readConversation } from './read-conversation.ts';

async function openTalk() {
  const world = await openCaseWorld();
  const { caseId, messageId } = await world.write('Не работает интернет');
  const read = async (most?: number) => {
    const row = await getCase(world.db, caseId);
    if (!row) throw new Error('The case is gone.');
    return readConversation(world.desk(), row, most);
  };
  return { world, messageId, read };
}

test('a message tells what hangs on it: a masked sender, files by kind, and what to know of the mail', async () => {
  const { world, messageId, read } = await openTalk();
  const { db } = world;
  const file = { messageId, sizeBytes: 2048, sha256: 'ab' };
  await commit(db, [
    db.insert(attachments).values({ id: 'f1', name: 'счёт.pdf', type: 'application/pdf', ...file }),
    db
      .insert(attachments)
      .values({ id: 'f2', name: 'a.exe', type: '', ...file, sha256: null, refusedReason: 'runs' }),
    db.insert(mailArrivals).values({
      id: uuid(),
      sha256: 'cd',
      sizeBytes: 1,
      state: 'filed',
      flags: ['sender-refuted'],
      messageId,
      arrivedAt: world.now(),
    }),
  ]);
  const { entries } = await read();
  const message = entries.find((entry) => entry.type === 'message');
  expect(message).toMatchObject({
    maskedAddress: 'a•••@example.com',
    flags: ['sender-refuted'],
    files: [
      { id: 'f1', title: 'счёт.pdf', kind: 'pdf', sizeBytes: 2048, refusedReason: null },
      { id: 'f2', refusedReason: 'runs' },
    ],
  });
  expect(JSON.stringify(entries)).not.toContain('anna@example.com');
});

test('a long conversation shows its newest first, and the rest when it is asked for', async () => {
  const { world, messageId, read } = await openTalk();
  const first = await getMessage(world.db, messageId);
  if (!first) throw new Error('The message is gone.');
  const more = Array.from({ length: 450 }, (_, index) => ({
    ...first,
    id: uuid(),
    body: `${index}`,
    externalId: `<more-${index}>`,
    at: new Date(first.at.getTime() + index + 1),
  }));
  await commit(world.db, [world.db.insert(messages).values(more)]);
  const bodies = async (most?: number) => {
    const { entries, ...ends } = await read(most);
    const written = entries.flatMap((entry) => (entry.type === 'message' ? [entry.body] : []));
    return { ...ends, first: written[0], count: written.length };
  };
  expect(await bodies()).toEqual({ isCut: true, more: 400, first: '250', count: 200 });
  expect(await bodies(400)).toEqual({ isCut: true, more: 800, first: '50', count: 400 });
  expect(await bodies(800)).toEqual({
    isCut: false,
    more: null,
    first: 'Не работает интернет',
    count: 451,
  });
  expect(await bodies(-5)).toMatchObject({ count: 200 });
});
