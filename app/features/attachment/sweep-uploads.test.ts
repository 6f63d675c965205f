import { mkdtempSync, readdirSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { claimReply, recordDelivery } from '#app/features/case/deliver-reply.ts';
import { sendReply } from '#app/features/case/send-reply.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { uploads } from '#db/tenant/schema/arrival.ts';
import { openCaseWorld } from '#tests/setup/test-cases.ts';
import { fileStore } from './file-store.ts';
import { sweepUploads } from './sweep-uploads.ts';
import { removeUpload, uploadFile } from './upload-file.ts';

const dayMs = 86_400_000;

async function openFiles() {
  const world = await openCaseWorld();
  const folder = mkdtempSync(join(tmpdir(), 'pult-files-'));
  const store = fileStore(folder, 't');
  const { caseId } = await world.write('Пришлите договор');
  const files = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return {
    world,
    caseId,
    files,
    bring: async (text: string) => {
      const kept = await uploadFile(world.desk(), store, caseId, { name: 'a.txt', bytes: Buffer.from(text) });
      if (!kept.ok) throw new Error(kept.error.code);
      return kept.value.id;
    },
    send: async () => {
      const seenMessageId = (await getCase(world.db, caseId))?.lastMessageId ?? null;
      const input = { caseId, formToken: uuid(), body: 'Вот', seenMessageId, nextState: 'open' as const };
      const sent = await sendReply(world.desk(), input);
      if (!sent.ok) throw new Error(sent.error.code);
      return sent.value.messageId;
    },
    sweep: () => sweepUploads(world.db, store, world.now()),
    rows: async () => (await world.db.select().from(uploads)).length,
    /** As if nobody had written them since two days. */
    age: () => {
      for (const { parentPath, name } of files()) {
        const then = (Date.now() - 2 * dayMs) / 1000;
        utimesSync(join(parentPath, name), then, then);
      }
    },
  };
}

test('what was never sent is forgotten after a month, with its bytes', async () => {
  const { world, bring, sweep, rows, files, age } = await openFiles();
  await bring('договор');
  age();
  world.pass(30 * dayMs);
  await sweep();
  expect(await rows()).toBe(1);
  world.pass(1);
  await sweep();
  expect([await rows(), files()]).toEqual([0, []]);
});

test('what was taken away is forgotten after its day, unless the same bytes are kept elsewhere', async () => {
  const { world, caseId, bring, sweep, rows, files, age } = await openFiles();
  const [first, second] = [await bring('договор'), await bring('счёт')];
  await bring('счёт');
  for (const id of [first, second]) await removeUpload(world.desk(), caseId, id);
  age();
  world.pass(dayMs + 1);
  await sweep();
  expect([await rows(), files().length]).toEqual([1, 1]);
});

test('a file goes on with its reply: while it is held it can be given back, then it stays attached', async () => {
  const { world, bring, send, sweep, rows, files, age } = await openFiles();
  await bring('договор');
  const messageId = await send();
  age();
  world.pass(40 * dayMs);
  await sweep();
  expect(await rows()).toBe(1);
  await claimReply(world.db, messageId, world.now());
  await recordDelivery(world.db, messageId, { state: 'sent', externalId: null }, world.now());
  await sweep();
  expect([await rows(), files().length]).toEqual([0, 1]);
});

test('bytes that somebody has just brought again are left alone', async () => {
  const { world, bring, sweep, rows, files } = await openFiles();
  await bring('договор');
  world.pass(31 * dayMs);
  await sweep();
  expect([await rows(), files().length]).toEqual([0, 1]);
});
