import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { compareTexts } from '#app/features/knowledge/compare-texts.ts';
import { CsvBroken, type CsvRow, readCsv } from '#app/platform/read-csv.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import { listBank } from '#db/tenant/queries/admission.ts';
import { listArticles } from '#db/tenant/queries/knowledge.ts';
import { admissionQuestions, admissionQuestionVersions } from '#db/tenant/schema/admission.ts';
import type { AdmissionRefusal } from './admission.ts';
import {
  type PlannedQuestion,
  planQuestionImport,
  type QuestionPlan,
  textOf,
} from './plan-question-import.ts';
import type { AdmissionDesk } from './write-question.ts';

const mostArticles = 2000;
export const QuestionTable = z.strictObject({ text: z.string().min(1, 'required').max(1_000_000, 'long') });
export type QuestionTable = z.infer<typeof QuestionTable>;
export type ShownQuestionPlan = ReturnType<typeof showQuestionPlan>;

/** What the table would change. Writes nothing. */
export async function readQuestionPlan(
  { db, carriers }: Pick<AdmissionDesk, 'db' | 'carriers'>,
  { text }: QuestionTable,
): Promise<QuestionPlan & { titles: ReadonlyMap<string, string> }> {
  const read = await readRows(text);
  const articles = await listArticles(db, { state: 'published', carrier: null }, mostArticles);
  const slugs = new Map(articles.map(({ slug, id }) => [slug, id]));
  const known = { carriers: Object.keys(carriers.titles), articles: slugs };
  const plan = planQuestionImport(read.rows, await listBank(db), known);
  const titles = new Map(articles.map(({ id, title }) => [id, title]));
  return { ...plan, faults: [...plan.faults, ...(read.fault ? [read.fault] : [])], titles };
}

async function readRows(text: string) {
  const rows: CsvRow[] = [];
  try {
    for await (const row of readCsv(bytesOf(text))) rows.push(row);
    return { rows, fault: null };
  } catch (error) {
    if (!(error instanceof CsvBroken)) throw error;
    return { rows, fault: { row: error.row, code: 'broken', detail: '' } };
  }
}

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}

/** The plan as a page shows it: what is new, and what changes beside what it was. */
export function showQuestionPlan({
  changes,
  same,
  faults,
  titles,
}: Awaited<ReturnType<typeof readQuestionPlan>>) {
  const said = <Q extends { articleId: string | null }>(question: Q) => {
    const { articleId } = question;
    return { ...question, articleId: articleId && (titles.get(articleId) ?? articleId) };
  };
  const shown = changes.map(({ row, question, before }) => {
    return {
      row,
      isNew: before === null,
      text: compareTexts(before ? textOf(said(before)) : '', textOf(said(question))),
    };
  });
  return { changes: shown, same, faults, fingerprint: fingerprintOf(changes) };
}

function fingerprintOf(changes: readonly PlannedQuestion[]): string {
  const said = changes.map(({ question, before }) => [
    before?.questionId,
    before?.version,
    question.carrier,
    textOf(question),
  ]);
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

/** Writes exactly what was shown, or nothing: what changed meanwhile has to be looked at again. */
export async function importQuestions(
  desk: AdmissionDesk,
  table: QuestionTable,
  fingerprint: string,
): Promise<Result<{ count: number }, AdmissionRefusal>> {
  const { db, actor } = desk;
  if (!can(actor, 'admission:write')) return refuse({ code: 'forbidden', action: 'admission:write' });
  const { changes } = await readQuestionPlan(desk, table);
  if (fingerprintOf(changes) !== fingerprint) return refuse({ code: 'conflict' });
  if (changes.length === 0) return ok({ count: 0 });
  const written = await commit(
    db,
    changes.flatMap((change) => changeStatements(desk, change)),
  );
  return written.ok ? ok({ count: changes.length }) : refuse({ code: 'conflict' });
}

function changeStatements(
  { db, actor, now }: AdmissionDesk,
  { question, before }: PlannedQuestion,
): Statement[] {
  const questionId = before?.questionId ?? uuid();
  const version = (before?.version ?? 0) + 1;
  const row = { ...question, questionId, version, at: now, by: actor.userId };
  const stored = before
    ? db.update(admissionQuestions).set({ version }).where(eq(admissionQuestions.id, questionId))
    : db.insert(admissionQuestions).values({ id: questionId, version, createdAt: now });
  return [stored, db.insert(admissionQuestionVersions).values(row)];
}
