import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { type Actor, can } from '#app/features/access/can.ts';
import { writeCaseChange } from '#app/features/case/write-case-change.ts';
import { writeNewCase } from '#app/features/case/write-new-case.ts';
import { tellPeople } from '#app/features/notice/tell-people.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { listPeopleOf } from '#db/control/queries/colleagues.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { countAskedSince, getFigureQuestion } from '#db/tenant/queries/report-talk.ts';
import { messages } from '#db/tenant/schema/contact.ts';
import { figureQuestions } from '#db/tenant/schema/report-talk.ts';
import { type AnswerInput, type QuestionInput, type QuestionRefusal, questionLimits } from './question.ts';

type Desk = { db: TenantDb; control: ControlDb; actor: Actor; now: Date };

/**
 * Asks about a number: a case of its own, a manager's from the first, with the words as its note. `title`: the metric as
 * the person reads it.
 */
export async function askQuestion(
  { db, control, actor, now }: Desk,
  { title, ...input }: QuestionInput & { title: string },
): Promise<Result<{ id: string }, QuestionRefusal>> {
  if (!can(actor, 'report:ask')) return refuse({ code: 'forbidden', action: 'report:ask' });
  const since = new Date(now.getTime() - questionLimits.withinMs);
  const asked = await countAskedSince(db, since, actor.userId);
  if (asked.own >= questionLimits.own || asked.all >= questionLimits.all)
    return refuse({ code: 'too-many-asked' });
  const managers = (await listPeopleOf(control, db.tenantId, ['manager'])).toSorted();
  const by = { actor: actor.userId, at: now };
  const subject = `${title}, ${input.from}–${input.to}`;
  const opened = { kind: 'question', subject, channel: 'web', assigneeId: managers[0] ?? null } as const;
  const { row, statements } = writeNewCase(db, opened, by);
  const [id, messageId] = [uuid(), uuid()];
  const words = { body: `${input.question}\n\n${input.page}`, author: actor.userId, mentions: [] };
  const note = { id: messageId, caseId: row.id, kind: 'note', state: 'sent', sentAt: now, at: now } as const;
  const told = { caseId: row.id, told: { kind: 'mention', messageId }, by: actor.userId, at: now } as const;
  const written = await commit(
    db,
    [
      ...statements,
      db.insert(messages).values({ ...note, ...words }),
      db
        .insert(figureQuestions)
        .values({ id, caseId: row.id, ...input, askedBy: actor.userId, askedAt: now }),
      ...tellPeople(db, managers, told),
    ],
    [{ topic: 'case', id: row.id }],
  );
  return written.ok ? ok({ id }) : refuse({ code: 'conflict' });
}

/** Answers it in the portal, once, and solves its case. */
export async function answerQuestion(
  { db, actor, now }: Desk,
  id: string,
  { answer }: AnswerInput,
): Promise<Result<null, QuestionRefusal>> {
  if (!can(actor, 'report:write')) return refuse({ code: 'forbidden', action: 'report:write' });
  const asked = await getFigureQuestion(db, id);
  const row = asked ? await getCase(db, asked.caseId) : null;
  if (!asked || !row) return refuse({ code: 'asked-not-found' });
  if (asked.answeredAt) return refuse({ code: 'asked-answered' });
  const author = { by: 'person' as const, actor: actor.userId, at: now };
  const solved = writeCaseChange(db, row, { move: 'solve', note: { isAnswer: true } }, author);
  const said = { answer, answeredBy: actor.userId, answeredAt: now };
  const kept = db
    .update(figureQuestions)
    .set(said)
    .where(and(eq(figureQuestions.id, id), isNull(figureQuestions.answeredAt)));
  // A case that was solved by hand stays so, and the answer is told all the same.
  const statements = solved.ok ? [...solved.statements, kept] : [kept];
  const written = await commit(db, statements, [{ topic: 'case', id: row.id }]);
  return written.ok ? ok(null) : refuse({ code: 'conflict' });
}
