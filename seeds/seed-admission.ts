import { inArray } from 'drizzle-orm';
import { remarkAttempts } from '#app/features/admission/withdraw-question.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listArticlesBySlugs } from '#db/tenant/queries/knowledge.ts';
import {
  admissionAnswers,
  admissionAttempts,
  admissionItems,
  admissionMarks,
  admissionPasses,
  admissionQuestions,
  admissionQuestionVersions,
  admissionTests,
} from '#db/tenant/schema/admission.ts';
import { articleVersions } from '#db/tenant/schema/knowledge.ts';
import { admissionParts, type SeededQuestion, admissionQuestions as written } from './admission-questions.ts';
import { type AskedQuestion, attemptRows, type Sitting } from './admission-sittings.ts';
import { createDraws } from './draws.ts';
import { seededId } from './factories.ts';
import { seededCarriers, type TenantPlan } from './plan.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** People who took the tests and have left since: what the questions are judged by. */
const formerPeople = 60;
const terms = { minutes: 15, passPercent: 75, coolOffHours: 24, validDays: 180, graceDays: 14, isOn: true };

/** User ids. `newcomerId`: has just failed and is admitted to nothing. `traineeId`: has two of three, one by a new marking. */
export type AdmissionPeople = { admitted: readonly string[]; traineeId: string; newcomerId: string };

/** A bank of questions, the tests of three carriers, a year of attempts, and who is admitted today. */
export async function seedAdmission(
  db: TenantDb,
  plan: TenantPlan,
  people: AdmissionPeople,
  now: Date,
): Promise<void> {
  const bank = await bankRows(db, plan, now);
  const beganAt = new Date(now.getTime() - 400 * dayMs);
  const sittings = await planSittings(db, plan, people, now);
  const rows = sittings.map((sitting, index) =>
    attemptRows(sitting, bank, { index, seed: plan.seed, terms }),
  );
  const withdrawn = rows.flatMap(({ withdrawn: question }) => question ?? []);
  await commit(db, [
    db.insert(admissionQuestions).values(
      bank.map(({ questionId }) => ({
        id: questionId,
        version: 1,
        createdAt: beganAt,
        ...(withdrawn.includes(questionId)
          ? { withdrawnAt: now, withdrawnBy: 'lead', withdrawnReason: 'верных ответа два' }
          : {}),
      })),
    ),
    db.insert(admissionQuestionVersions).values(bank.map(({ lure: _, ...row }) => row)),
    ...seededCarriers.map((carrier) =>
      db
        .insert(admissionTests)
        .values({ carrier, version: 1, parts: admissionParts, ...terms, setAt: beganAt, setBy: 'lead' }),
    ),
    db.insert(admissionAttempts).values(rows.map(({ attempt }) => attempt)),
    db.insert(admissionItems).values(rows.flatMap(({ items }) => items)),
    db.insert(admissionAnswers).values(rows.flatMap(({ answers }) => answers)),
    db.insert(admissionMarks).values(rows.flatMap(({ marks }) => marks)),
    db.insert(admissionPasses).values(rows.flatMap(({ pass }) => pass ?? [])),
  ]);
  for (const questionId of withdrawn) await remarkAttempts(db, questionId, now);
}

async function bankRows(db: TenantDb, plan: TenantPlan, now: Date): Promise<AskedQuestion[]> {
  const slugs = written.flatMap(({ article }) => article ?? []);
  const articles = new Map((await listArticlesBySlugs(db, slugs)).map(({ id, slug }) => [slug, id]));
  const at = new Date(now.getTime() - 400 * dayMs);
  return written.map((question, index) => ({
    questionId: seededId(at, plan.seed * 2 ** 16 + index, 70),
    version: 1,
    carrier: question.carrier ?? null,
    topic: question.topic,
    body: question.body,
    ...answerOf(question, index),
    explanation: question.why,
    articleId: (question.article && articles.get(question.article)) || null,
    at,
    by: 'lead',
    // One of them leads the best astray, so that there is something to be found.
    lure: question.body.startsWith('Что спросить первым') ? 'strong' : 'weak',
  }));
}

function answerOf(question: SeededQuestion, index: number) {
  if ('value' in question) {
    return { kind: 'number' as const, options: [], key: [question.value, question.tolerance] };
  }
  const { right, wrong } = question;
  const all = [...right, ...wrong];
  const options = createDraws(7000 + index).shuffle(all);
  const key = right.map((text) => options.indexOf(text)).sort((a, b) => a - b);
  return { kind: right.length > 1 ? ('several' as const) : ('one' as const), options, key };
}

/** Who took which test when, and how well he knew it. Those of today after the last change of an article. */
async function planSittings(
  db: TenantDb,
  plan: TenantPlan,
  { admitted, traineeId, newcomerId }: AdmissionPeople,
  now: Date,
): Promise<Sitting[]> {
  const draws = createDraws(plan.seed + 70);
  const past = Array.from({ length: formerPeople }, (_, n) => {
    const userId = seededId(plan.clock, plan.seed * 2 ** 16 + n, 71);
    const ability = draws.int(-10, 14) / 10;
    return seededCarriers.map((carrier) => {
      const startedAt = new Date(now.getTime() - draws.int(200, 390) * dayMs - draws.int(0, 9) * hourMs);
      return { userId, carrier, startedAt, ability, wants: null, number: 1 };
    });
  });
  const since = await lastChange(db, now);
  const recently = () => new Date(since + Math.round((now.getTime() - since) * (draws.int(10, 80) / 100)));
  const sat = (
    userId: string,
    carrier: string,
    wants: Sitting['wants'],
    startedAt = recently(),
    number = 1,
  ) => {
    return { userId, carrier, startedAt, ability: 1, wants, number };
  };
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * hourMs);
  return [
    ...past.flat(),
    ...admitted.flatMap((userId) => seededCarriers.map((carrier) => sat(userId, carrier, 'pass'))),
    sat(traineeId, 'mts', 'fail', new Date(since - 30 * dayMs)),
    sat(traineeId, 'mts', 'pass', recently(), 2),
    sat(traineeId, 'beeline', 'remark'),
    sat(newcomerId, 'mts', 'fail', hoursAgo(3)),
  ];
}

/** When the last article behind a question was published, epoch ms; an hour ago at the latest. */
async function lastChange(db: TenantDb, now: Date): Promise<number> {
  const slugs = written.flatMap(({ article }) => article ?? []);
  const ids = (await listArticlesBySlugs(db, slugs)).map(({ id }) => id);
  const rows = await db
    .select({ at: articleVersions.at })
    .from(articleVersions)
    .where(inArray(articleVersions.articleId, ids));
  const hourAgo = now.getTime() - hourMs;
  return Math.min(hourAgo, Math.max(now.getTime() - 60 * dayMs, ...rows.map(({ at }) => at.getTime())));
}
