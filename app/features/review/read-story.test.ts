import { expect, test } from 'vitest';
import { addNote } from '#app/features/case/add-note.ts';
import { commit } from '#db/commit.ts';
import { caseEvents } from '#db/tenant/schema/case.ts';
import { contacts } from '#db/tenant/schema/contact.ts';
import { agent, colleague, openCaseWorld } from '#tests/setup/test-cases.ts';
import { readStory } from './read-story.ts';

test('a story tells neither where recordings lie nor, to whom it is not told, whose work it is', async () => {
  const { db, services, desk, write, now } = await openCaseWorld();
  const { caseId } = await write('Не работает интернет');
  const mentions = [agent.userId];
  const noted = { caseId, formToken: 'note', body: 'Посмотри', mentions };
  expect((await addNote(desk(colleague), noted)).ok).toBe(true);
  const given = { event: 'assigned', actor: colleague.userId, note: { to: agent.userId }, version: 9 };
  const call = { id: 'call', caseId, channel: 'call', direction: 'inbound', agentId: agent.userId } as const;
  const recordingUrl = 'https://pbx.example/agent-1.wav';
  await commit(db, [
    db.insert(caseEvents).values({ caseId, ...given, fromState: 'open', toState: 'open', at: now() }),
    db.insert(contacts).values({ ...call, recordingUrl, startedAt: now(), createdAt: now() }),
  ]);
  const reader = { ...desk(), carriers: services.carriers, locale: 'ru' } as const;
  const shown = async (hidden: string | null) => {
    const story = await readStory(reader, { subjectType: 'case', subjectId: caseId }, hidden);
    if (story?.type !== 'case') throw new Error('There is no story.');
    // An id, which is all a name is here, is not on the page.
    const words = story.conversation.entries.map((entry) => ({ ...entry, author: null, values: null }));
    return JSON.stringify(words);
  };
  expect(await shown(null)).toContain('"agent-1"');
  expect(await shown(null)).not.toContain('pbx.example');
  expect(await shown('agent-1')).not.toContain('"agent-1"');
  expect(await shown('agent-1')).toContain('"agent-2"');
});
