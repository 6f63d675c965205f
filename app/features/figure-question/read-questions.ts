import { type Actor, can } from '#app/features/access/can.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listFigureQuestions } from '#db/tenant/queries/report-talk.ts';

export type QuestionsView = Awaited<ReturnType<typeof readQuestions>>;

/** What was asked about numbers and what was answered: to whom may answer, with the way to its case. */
export async function readQuestions({
  db,
  control,
  actor,
}: {
  db: TenantDb;
  control: ControlDb;
  actor: Actor;
}) {
  const mayAnswer = can(actor, 'report:write');
  const asked = await listFigureQuestions(db);
  const people = asked.flatMap(({ question }) => [question.askedBy, question.answeredBy ?? '']);
  const names = await namesOf(control, people);
  return {
    mayAnswer,
    questions: asked.map(({ question: { askedBy, answeredBy, caseId, ...question }, caseNumber }) => ({
      ...question,
      author: names[askedBy] ?? null,
      answerer: answeredBy ? (names[answeredBy] ?? null) : null,
      case: mayAnswer ? { id: caseId, number: caseNumber } : null,
    })),
  };
}
