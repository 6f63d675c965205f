import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { getBankQuestion, listBank, listQuestionVersions } from '#db/tenant/queries/admission.ts';
import { listFirstMarks } from '#db/tenant/queries/admission-attempts.ts';
import { listArticles } from '#db/tenant/queries/knowledge.ts';
import { type ItemResponse, itemStatistics } from './item-statistics.ts';

export type ListedQuestion = Awaited<ReturnType<typeof readBank>>['questions'][number];
export type QuestionDetail = NonNullable<Awaited<ReturnType<typeof readQuestion>>>;

const mostArticles = 500;

/** The bank with how each question serves; the statistics are those of its latest version. */
export async function readBank(db: TenantDb) {
  const responses = await readResponses(db);
  const questions = (await listBank(db)).map((row) => {
    const { questionId, version, carrier, topic, kind, body, articleId, withdrawnAt } = row;
    const statistics = itemStatistics(responses.get(keyOf(row)) ?? []);
    const isWithdrawn = withdrawnAt !== null;
    return { id: questionId, version, carrier, topic, kind, body, articleId, isWithdrawn, statistics };
  });
  return { questions, topics: [...new Set(questions.map(({ topic }) => topic))] };
}

/** One question with all its versions, the newest first. */
export async function readQuestion({ db, control }: { db: TenantDb; control: ControlDb }, id: string) {
  const question = await getBankQuestion(db, id);
  if (!question) return null;
  const versions = await listQuestionVersions(db, id);
  const responses = await readResponses(db);
  const names = await namesOf(
    control,
    versions.map(({ by }) => by),
  );
  return {
    question,
    versions: versions.map((row) => ({
      version: row.version,
      body: row.body,
      at: row.at,
      by: names[row.by] ?? '',
      statistics: itemStatistics(responses.get(keyOf(row)) ?? []),
    })),
  };
}

function keyOf({ questionId, version }: { questionId: string; version: number }): string {
  return `${questionId} ${version}`;
}

/** The answers of first attempts by version of a question, each with how the rest of its attempt went. */
async function readResponses(db: TenantDb): Promise<Map<string, ItemResponse[]>> {
  const marks = await listFirstMarks(db);
  const responses = new Map<string, ItemResponse[]>();
  for (const attempt of Map.groupBy(marks, ({ attemptId }) => attemptId).values()) {
    const earned = attempt.reduce((sum, mark) => sum + mark.earned, 0);
    if (attempt.length < 2) continue;
    for (const mark of attempt) {
      const rest = (earned - mark.earned) / (attempt.length - 1);
      const known = responses.get(keyOf(mark));
      const response = { isRight: mark.earned > 0, rest };
      if (known) known.push(response);
      else responses.set(keyOf(mark), [response]);
    }
  }
  return responses;
}

/** What one who writes a question chooses from: the topics there are, and the articles that are published. */
export async function readChoices(db: TenantDb) {
  const [bank, articles] = [
    await listBank(db),
    await listArticles(db, { state: 'published', carrier: null }, mostArticles),
  ];
  return {
    topics: [...new Set(bank.map(({ topic }) => topic))],
    articles: articles.map(({ id, title }) => ({ id, title })),
  };
}
