import { expect, test } from 'vitest';
import { createBatch } from '#app/features/batch/create-batch.ts';
import type { ContactInput } from '#app/features/case/case-inputs.ts';
import { logContact } from '#app/features/case/log-contact.ts';
import { assignCase, solveCase } from '#app/features/case/move-case.ts';
import { sendReply } from '#app/features/case/send-reply.ts';
import { takeComplaintStep } from '#app/features/case/take-complaint-step.ts';
import { writeNewCase } from '#app/features/case/write-new-case.ts';
import { decideForSubscriber } from '#app/features/goodwill/decide-for-subscriber.ts';
import { confirmRequest } from '#app/features/request/confirm-request.ts';
import { draftDecided, draftRequest } from '#app/features/request/draft-request.ts';
import { orderChange } from '#app/features/request/order-change.ts';
import { settleRequest } from '#app/features/request/settle-request.ts';
import { routeCases } from '#app/features/routing/route-cases.ts';
import { saveProfile } from '#app/features/routing/save-profile.ts';
import { setPresence } from '#app/features/routing/set-presence.ts';
import { takeNext } from '#app/features/routing/take-next.ts';
import { commit } from '#db/commit.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { articles, articleVersions } from '#db/tenant/schema/knowledge.ts';
import { lead, openAdmissionWorld, testQuestion, testTerms, unwrap } from '#tests/setup/test-admission.ts';
import { agent, colleague } from '#tests/setup/test-cases.ts';
import { setAdmissionTest } from './set-test.ts';
import { reviseQuestion } from './write-question.ts';

const day = 86_400_000;
type World = Awaited<ReturnType<typeof openAdmissionWorld>>;
/** A case that is nobody's. */
async function waiting(
  world: World,
  carrier: string | null,
  kind: 'question' | 'complaint' = 'question',
): Promise<string> {
  const input = { kind, subject: 'Вопрос', channel: 'email' as const, carrier };
  const { row, statements } = writeNewCase(world.db, input, { actor: lead.userId, at: world.now() });
  await commit(world.db, statements);
  return row.id;
}
const push = (world: World) => routeCases(world.db, world.now(), world.services.databases.control);
const assign = (world: World, caseId: string, userId: string) =>
  assignCase(world.desk(lead), { caseId, userId });

test('without a pass nobody takes, is pushed or is assigned a case of the carrier; with one he is', async () => {
  const world = await openAdmissionWorld();
  const caseId = await waiting(world, 'mts');
  const any = { carriers: [], kinds: [], languages: [], saves: true };
  const given = { ...any, capacity: { rest: 9 }, isPushed: true };
  unwrap(await saveProfile(world.desk(lead), { userId: agent.userId, ...given }));
  unwrap(await setPresence(world.desk(), 'online'));
  expect(await push(world)).toBe(0);
  expect(await takeNext(world.desk())).toEqual({
    ok: false,
    error: { code: 'not-admitted', carrier: 'mts' },
  });
  expect(await assign(world, caseId, agent.userId)).toEqual({
    ok: false,
    error: { code: 'assignee-not-admitted' },
  });
  await world.take(2);
  expect(await push(world)).toBe(0);
  world.pass(day);
  await world.take(3);
  unwrap(await setPresence(world.desk(), 'online'));
  expect(await push(world)).toBe(1);
  unwrap(await assign(world, caseId, agent.userId));
});

test('who was asked for nothing is told that nothing waits', async () => {
  const world = await openAdmissionWorld();
  expect(await takeNext(world.desk())).toEqual({ ok: false, error: { code: 'nothing-waits' } });
});

test('a case of no known carrier needs any pass', async () => {
  const world = await openAdmissionWorld();
  const caseId = await waiting(world, null);
  const refused = { ok: false, error: { code: 'not-admitted', carrier: null } };
  expect(await takeNext(world.desk())).toEqual(refused);
  await world.take(4);
  unwrap(await setAdmissionTest(world.desk(lead), 'mts', { ...testTerms, isOn: false }));
  unwrap(await setAdmissionTest(world.desk(lead), 'beeline', testTerms));
  expect(unwrap(await takeNext(world.desk())).caseId).toBe(caseId);
});

test('a pass ends by its term to the instant, and then he is given nothing more', async () => {
  const world = await openAdmissionWorld();
  await world.take(4);
  world.pass(90 * day - 1);
  const caseId = await waiting(world, 'mts');
  unwrap(await assign(world, caseId, agent.userId));
  world.pass(1);
  const later = await waiting(world, 'mts');
  expect(await assign(world, later, agent.userId)).toMatchObject({
    error: { code: 'assignee-not-admitted' },
  });
});

test('an article published anew asks for a re-test after a grace, of those who passed before', async () => {
  const world = await openAdmissionWorld();
  const at = world.now();
  const articleId = crypto.randomUUID();
  const words = { carrier: null, title: 'Роуминг', keywords: '', body: 'Как есть' };
  const by = { ownerId: 'lead-1', createdAt: at, changedAt: at, reviewAt: at };
  const state = { state: 'published' as const, isRequired: false, validFrom: null, validUntil: null };
  await commit(world.db, [
    world.db
      .insert(articles)
      .values({ id: articleId, slug: 'rouming', version: 1, ...words, ...by, ...state }),
  ]);
  const [id = ''] = world.questionIds;
  unwrap(await reviseQuestion(world.desk(lead), id, 1, { ...testQuestion, articleId }));
  await world.take(4);
  world.pass(day);
  const version = {
    articleId,
    version: 2,
    state: 'published' as const,
    ...words,
    at: world.now(),
    by: 'lead-1',
    note: '',
  };
  await commit(world.db, [world.db.insert(articleVersions).values(version)]);
  await world.take(4, colleague);
  world.pass(7 * day - 1);
  const caseId = await waiting(world, 'mts');
  unwrap(await assign(world, caseId, agent.userId));
  world.pass(1);
  expect(await assign(world, caseId, agent.userId)).toMatchObject({
    error: { code: 'assignee-not-admitted' },
  });
  unwrap(await assign(world, caseId, colleague.userId));
});

test('a test that is switched off, and a test of another carrier, bar nobody', async () => {
  const world = await openAdmissionWorld();
  const caseId = await waiting(world, 'mts');
  expect(await assign(world, caseId, agent.userId)).toMatchObject({
    error: { code: 'assignee-not-admitted' },
  });
  unwrap(await setAdmissionTest(world.desk(lead), 'mts', { ...testTerms, isOn: false }));
  unwrap(await setAdmissionTest(world.desk(lead), 'beeline', testTerms));
  unwrap(await assign(world, caseId, agent.userId));
});

/** Every way to act for the client company towards subscribers and carriers, on a case and a line of MTS. */
async function openDeeds() {
  const world = await openAdmissionWorld();
  const { caseId } = await world.write('Не работает интернет');
  const complaintId = await waiting(world, 'mts', 'complaint');
  const id = () => crypto.randomUUID();
  const contact = { channel: 'call', direction: 'inbound' } as const;
  const inCase = (case_: ContactInput['case']) => () =>
    logContact(world.desk(), {
      ...contact,
      formToken: id(),
      case: case_,
      ...('caseId' in case_ ? {} : { lineId: world.line.id }),
    });
  const carriers = { ...world.services.carriers, open: () => Promise.reject(new Error('Nothing is asked.')) };
  const desk = () => ({ ...world.desk(), carriers });
  const draft = {
    lineId: world.line.id,
    formToken: id(),
    payload: { kind: 'other', task: 'Позвонить' },
  } as const;
  const drafted = unwrap(await draftDecided(desk(), draft));
  const task = unwrap(
    await orderChange(desk(), { ...draft, formToken: id(), payload: { kind: 'other', task: 'Узнать' } }),
  );
  const change = { kind: 'line.block', reason: 'wish' } as const;
  const deeds = {
    reply: async () => {
      const seenMessageId = (await getCase(world.db, caseId))?.lastMessageId ?? null;
      const words = { formToken: id(), body: 'Проверяем', seenMessageId, nextState: 'open' } as const;
      return sendReply(world.desk(), { caseId, ...words });
    },
    'contact in a case': inCase({ caseId }),
    'contact that opens one': inCase({ kind: 'question', subject: 'Вопрос' }),
    goodwill: () =>
      decideForSubscriber(
        { ...world.desk(), timeZone: 'Europe/Moscow' },
        { caseId, formToken: id(), kind: 'credit', amountKopecks: 100, reason: 'списали дважды' },
      ),
    draft: () => draftRequest(desk(), { ...draft, formToken: id() }),
    confirmation: () => confirmRequest(desk(), { requestId: drafted.id, version: drafted.version }),
    settlement: () => settleRequest(desk(), { requestId: task.id, result: 'done', words: 'сделано' }),
    batch: () =>
      createBatch(
        { ...desk(), actor: { ...agent, roles: ['lead'] } },
        { id: id(), title: 'Блокировка', carrier: 'mts', change, list: '' },
      ),
    'complaint step': () =>
      takeComplaintStep(world.desk(), { caseId: complaintId, step: 'thanks', text: 'Спасибо, что сказали' }),
    solution: () => solveCase(world.desk(), { caseId }),
  };
  return { world, deeds, caseId, complaintId };
}

test.each([
  'reply',
  'contact in a case',
  'contact that opens one',
  'goodwill',
  'draft',
  'confirmation',
  'settlement',
  'batch',
  'complaint step',
  'solution',
] as const)('without a pass nobody acts for a client company and carrier: %s', async (deed) => {
  const { world, deeds } = await openDeeds();
  expect(await deeds[deed]()).toMatchObject({ error: { code: 'not-admitted' } });
  await world.take(4);
  expect(await deeds[deed]()).not.toMatchObject({ error: { code: 'not-admitted' } });
});

test('who loses his pass finishes what he has in hand, and begins nothing', async () => {
  const { world, deeds, caseId, complaintId } = await openDeeds();
  await world.take(4);
  for (const id of [caseId, complaintId]) unwrap(await assign(world, id, agent.userId));
  world.pass(91 * day);
  for (const deed of ['reply', 'contact in a case', 'goodwill', 'complaint step', 'solution'] as const) {
    expect((await deeds[deed]()).ok, deed).toBe(true);
  }
  for (const deed of ['contact that opens one', 'draft'] as const) {
    expect(await deeds[deed](), deed).toMatchObject({ error: { code: 'not-admitted' } });
  }
});
