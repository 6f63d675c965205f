import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { sendReply } from '#app/features/case/send-reply.ts';
import { commit } from '#db/commit.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { uploads } from '#db/tenant/schema/arrival.ts';
import { cases } from '#db/tenant/schema/case.ts';
import { agent, colleague, openCaseWorld } from '#tests/setup/test-cases.ts';
import { fileStore } from './file-store.ts';
import { removeUpload, uploadFile } from './upload-file.ts';

const hourMs = 3_600_000;
const megabyte = 1024 * 1024;

async function openUploads() {
  const world = await openCaseWorld();
  const store = fileStore(mkdtempSync(join(tmpdir(), 'pult-files-')), 't');
  const { caseId } = await world.write('Пришлите договор');
  const bring = (who = agent, into = caseId) =>
    uploadFile(world.desk(who), store, into, { name: 'a.txt', bytes: Buffer.from('текст') });
  /** As if he had brought so much at that time. */
  const brought = (sizeBytes: number, at: Date, into = caseId, userId = agent.userId) => {
    const file = { name: 'film', type: 'video/mp4', sha256: 'ab', sizeBytes };
    return commit(world.db, [
      world.db.insert(uploads).values({ id: uuid(), caseId: into, userId, at, ...file, removedAt: at }),
    ]);
  };
  return { world, caseId, bring, brought };
}

test('ten files wait for a reply and no more; one that was taken away makes room', async () => {
  const { world, caseId, bring } = await openUploads();
  const kept = [];
  for (let n = 0; n < 10; n += 1) kept.push(await bring());
  expect(await bring()).toMatchObject({ error: { code: 'too-many-files' } });
  expect((await bring(colleague)).ok).toBe(true);
  const [first] = kept;
  if (first?.ok) await removeUpload(world.desk(), caseId, first.value.id);
  expect((await bring()).ok).toBe(true);
});

test('what was sent or taken away counts in what a person may bring in a day', async () => {
  const { world, bring, brought } = await openUploads();
  const elsewhere = (await world.write('Другое')).caseId;
  await brought(500 * megabyte, world.now(), elsewhere);
  expect(await bring()).toMatchObject({ error: { code: 'too-many-today' } });
  expect((await bring(colleague)).ok).toBe(true);
  world.pass(24 * hourMs + 1);
  expect((await bring()).ok).toBe(true);
});

test('a case takes no more in a day however many bring it', async () => {
  const { world, bring, brought } = await openUploads();
  await brought(200 * megabyte, world.now());
  await brought(100 * megabyte, world.now(), undefined, colleague.userId);
  expect(await bring()).toMatchObject({ error: { code: 'too-many-today' } });
  const elsewhere = (await world.write('Другое')).caseId;
  expect((await bring(agent, elsewhere)).ok).toBe(true);
});

test.each([
  ['web', true],
  ['cabinet', true],
  ['chat', false],
  ['messenger', false],
] as const)('whether %s takes files: %s', async (channel, isTaken) => {
  const { world, caseId, bring } = await openUploads();
  await commit(world.db, [world.db.update(cases).set({ channel }).where(eq(cases.id, caseId))]);
  const brought = await bring();
  expect(brought.ok).toBe(isTaken);
  if (!brought.ok) expect(brought.error.code).toBe('files-not-carried');
});

test('a file that went with a reply is remembered as brought, and waits no more', async () => {
  const { world, caseId, bring } = await openUploads();
  await bring();
  const seenMessageId = (await getCase(world.db, caseId))?.lastMessageId ?? null;
  const input = { caseId, formToken: uuid(), body: 'Вот', seenMessageId, nextState: 'open' as const };
  const sent = await sendReply(world.desk(), input);
  const messageId = sent.ok ? sent.value.messageId : '';
  expect(await world.db.select().from(uploads)).toMatchObject([{ messageId, removedAt: null }]);
});
