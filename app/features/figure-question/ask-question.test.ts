import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { countAll } from '#app/features/metric/count-changes.ts';
import { readFigures } from '#app/features/metric/read-figures.ts';
import { listCaseMessages } from '#db/tenant/queries/case-detail.ts';
import { listFigureQuestions } from '#db/tenant/queries/report-talk.ts';
import { cases } from '#db/tenant/schema/case.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { answerQuestion, askQuestion } from './ask-question.ts';
import { QuestionInput, questionLimits } from './question.ts';

const actorOf = (role: 'client' | 'manager' | 'agent' | 'lead') => ({
  userId: role,
  name: role,
  roles: [role],
});
const input: QuestionInput & { title: string } = {
  metric: 'serviceLevel',
  from: '2026-10-01',
  to: '2026-10-31',
  page: 'report/sla?month=2026-10',
  question: 'Почему уровень упал в середине месяца?',
  title: 'Уровень обслуживания',
};
const refused = (code: string) => ({ ok: false, error: expect.objectContaining({ code }) });

async function openAsking() {
  const { db, databases } = await openTestTenant();
  const desk = (role: Parameters<typeof actorOf>[0], now = new Date('2026-11-22T09:00:00Z')) => ({
    db,
    control: databases.control,
    actor: actorOf(role),
    now,
  });
  return { db, desk };
}

test('a question becomes a case that says the metric, the period and the way back; its answer solves it', async () => {
  const { db, desk } = await openAsking();
  const asked = await askQuestion(desk('client'), input);
  if (!asked.ok) throw new Error(asked.error.code);
  const [item] = await listFigureQuestions(db);
  const caseId = item?.question.caseId ?? '';
  const [row] = await db.select().from(cases).where(eq(cases.id, caseId));
  expect(row).toMatchObject({
    kind: 'question',
    state: 'new',
    subject: 'Уровень обслуживания, 2026-10-01–2026-10-31',
  });
  const words = JSON.stringify(await listCaseMessages(db, caseId, 10));
  expect(words).toContain('Почему уровень упал');
  expect(words).toContain('report/sla?month=2026-10');
  expect(
    await answerQuestion(desk('manager'), asked.value.id, { answer: 'Авария у МТС 14 октября.' }),
  ).toEqual({
    ok: true,
    value: null,
  });
  const [answered] = await listFigureQuestions(db);
  expect(answered?.question).toMatchObject({ answer: 'Авария у МТС 14 октября.', answeredBy: 'manager' });
  const [solved] = await db.select().from(cases).where(eq(cases.id, caseId));
  expect(solved?.state).toBe('solved');
  expect(await answerQuestion(desk('manager'), asked.value.id, { answer: 'Ещё раз' })).toEqual(
    refused('asked-answered'),
  );
});

test('the work on a question is no case of a subscriber, and counts nowhere', async () => {
  const { db, desk } = await openAsking();
  await askQuestion(desk('client'), input);
  const [now, timeZone] = [new Date('2026-11-22T09:00:00Z'), 'Europe/Moscow'];
  await countAll(db, now, timeZone);
  const day = { from: '2026-11-22', to: '2026-11-22', now, timeZone };
  const [opened] = await readFigures(db, { metrics: ['opened'], ...day });
  expect(opened?.numerator).toBe(0);
});

test('so many a day, and the day after again', async () => {
  const { desk } = await openAsking();
  for (let asked = 0; asked < questionLimits.own; asked++)
    expect(await askQuestion(desk('client'), input)).toMatchObject({ ok: true });
  expect(await askQuestion(desk('client'), input)).toEqual(refused('too-many-asked'));
  expect(await askQuestion(desk('manager'), input)).toMatchObject({ ok: true });
  const tomorrow = new Date('2026-11-23T09:00:01Z');
  expect(await askQuestion(desk('client', tomorrow), input)).toMatchObject({ ok: true });
});

test('who may not ask or answer', async () => {
  const { desk } = await openAsking();
  for (const role of ['agent', 'lead'] as const)
    expect(await askQuestion(desk(role), input)).toEqual(refused('forbidden'));
  expect(await answerQuestion(desk('client'), 'any', { answer: 'Нет' })).toEqual(refused('forbidden'));
  expect(await answerQuestion(desk('manager'), 'none', { answer: 'Нет' })).toEqual(
    refused('asked-not-found'),
  );
});

test.each([
  'https://evil.example/report',
  '//evil.example',
  'desk/cases',
  'report/../admin',
  'javascript:alert(1)',
])('the way back leads to a report, not to %s', (page) => {
  const { title: _, ...sent } = input;
  expect(QuestionInput.safeParse(sent).success).toBe(true);
  expect(QuestionInput.safeParse({ ...sent, page }).success).toBe(false);
});

test('the way back may lead to a report of one’s own', () => {
  const { title: _, ...sent } = input;
  const page = 'report/own/018f0000-0000-7000-8000-000000000000';
  expect(QuestionInput.safeParse({ ...sent, page }).success).toBe(true);
});
