import { expect, test } from 'vitest';
import { QuestionInput } from '#app/features/admission/admission.ts';
import { isBarred } from '#app/features/admission/bars.ts';
import { readBank } from '#app/features/admission/read-bank.ts';
import { readBars } from '#app/features/admission/read-bars.ts';
import { readMyAdmission } from '#app/features/admission/read-my-admission.ts';
import { remarkAttempts } from '#app/features/admission/withdraw-question.ts';
import { listBank } from '#db/tenant/queries/admission.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { admissionQuestions } from './admission-questions.ts';
import { seedAdmission } from './seed-admission.ts';
import { seedKnowledge } from './seed-knowledge.ts';
import { volna } from './volna.ts';

const people = { admitted: ['lead', 'colleague'], traineeId: 'trainee', newcomerId: 'newcomer' };
const now = new Date(volna.clock.getTime() + 2 * 86_400_000);

async function openSeeded() {
  const { db } = await openTestTenant();
  await seedKnowledge(db, volna, ['author']);
  await seedAdmission(db, volna, people, now);
  return db;
}

test('every question of the demo is one that an editor could have saved, and is tied to an article', async () => {
  const db = await openSeeded();
  const bank = await listBank(db);
  expect(bank.length).toBe(admissionQuestions.length);
  expect(bank.length).toBeGreaterThanOrEqual(40);
  for (const { carrier, topic, kind, body, options, key, explanation, articleId } of bank) {
    const read = QuestionInput.safeParse({
      carrier,
      topic,
      kind,
      body,
      options,
      key,
      explanation,
      articleId,
    });
    expect(read.error?.issues ?? [], body).toEqual([]);
    expect(articleId, body).not.toBeNull();
  }
});

test('most are admitted, one to nothing, and one has a test before him and a pass to hear of', async () => {
  const db = await openSeeded();
  const barsFor = await readBars(db, ['lead', 'colleague', 'trainee', 'newcomer'], now);
  const barred = (userId: string) =>
    ['mts', 'beeline', 'megafon', null].map((one) => isBarred(barsFor(userId), one));
  expect(barred('lead')).toEqual([false, false, false, false]);
  expect(barred('colleague')).toEqual([false, false, false, false]);
  expect(barred('trainee')).toEqual([false, false, true, false]);
  expect(barred('newcomer')).toEqual([true, true, true, true]);
  const actor = { userId: 'trainee', name: 'Ольга', roles: ['agent'] as const };
  const own = await readMyAdmission({ db, actor, now });
  expect(own.news.map(({ carrier }) => carrier)).toEqual(['beeline']);
  expect(own.tests.map(({ standing }) => standing.next.can)).toEqual(['rest', 'start', 'rest']);
});

test('questions of all carriers have enough answers, one of them leads the best astray', async () => {
  const db = await openSeeded();
  const { questions } = await readBank(db);
  const judged = questions.filter(({ statistics }) => statistics.figures !== null);
  expect(judged.length).toBeGreaterThan(20);
  const astray = judged.filter(({ statistics }) => (statistics.figures?.discrimination ?? 0) < 0);
  expect(astray.map(({ body }) => body)).toContain('Что спросить первым у того, кто едет за границу?');
  const good = judged.filter(({ statistics }) => (statistics.figures?.discrimination ?? 0) > 20);
  expect(good.length).toBeGreaterThan(judged.length / 3);
});

test('what was withdrawn is marked to the end', async () => {
  const db = await openSeeded();
  const withdrawn = (await listBank(db)).find(({ withdrawnAt }) => withdrawnAt !== null);
  expect(withdrawn).toBeDefined();
  expect(await remarkAttempts(db, withdrawn?.questionId ?? '', now)).toBe(0);
});
