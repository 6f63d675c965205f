import { and, eq } from 'drizzle-orm';
import { can } from '#app/features/access/can.ts';
import type { CaseDesk } from '#app/features/case/change-case.ts';
import { writeCaseChange } from '#app/features/case/write-case-change.ts';
import { settleNotices, tellPeople } from '#app/features/notice/tell-people.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { getDecision } from '#db/tenant/queries/goodwill.ts';
import { goodwillDecisions } from '#db/tenant/schema/goodwill.ts';
import type { GoodwillRefusal } from './goodwill-refusal.ts';
import { isBarred } from './is-barred.ts';

/** A lead says yes or no to what was above an agent's budget; the first answer counts. */
export async function answerGoodwill(
  { db, actor, now }: CaseDesk,
  input: { decisionId: string; answer: 'approved' | 'declined' },
): Promise<Result<null, GoodwillRefusal>> {
  if (!can(actor, 'goodwill:approve')) return refuse({ code: 'forbidden', action: 'goodwill:approve' });
  const decision = await getDecision(db, input.decisionId);
  const row = decision ? await getCase(db, decision.caseId) : null;
  if (!decision || !row) return refuse({ code: 'decision-not-found' });
  if (decision.state !== 'asked') return refuse({ code: 'decision-not-asked', state: decision.state });
  if (decision.agentId === actor.userId) return refuse({ code: 'not-oneself' });
  const isGiven = input.answer === 'approved';
  if (isGiven && (await isBarred(db, decision.kind, row.subscriberId)))
    return refuse({ code: 'debt-disputed' });
  const answer = db
    .update(goodwillDecisions)
    .set({ state: input.answer, answeredBy: actor.userId, answeredAt: now })
    .where(and(eq(goodwillDecisions.id, decision.id), eq(goodwillDecisions.state, 'asked')));
  const change = { event: `goodwill-${input.answer}`, note: { decisionId: decision.id } };
  const told = writeCaseChange(db, row, change, { by: 'person', actor: actor.userId, at: now });
  if (!told.ok) return refuse({ code: 'conflict' });
  const answered = { kind: 'goodwill-answered' as const, decisionId: decision.id, answer: input.answer };
  const heard = [
    ...tellPeople(db, [decision.agentId], { caseId: row.id, by: actor.userId, at: now, told: answered }),
    settleNotices(db, 'goodwill-asked', decision.id, now),
  ];
  const written = await commit(db, [answer, ...told.statements, ...heard], [{ topic: 'case', id: row.id }]);
  return written.ok ? ok(null) : refuse({ code: 'conflict' });
}
