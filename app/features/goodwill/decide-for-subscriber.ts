import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { findBar } from '#app/features/admission/find-bar.ts';
import type { CaseDesk } from '#app/features/case/change-case.ts';
import type { StaffDesk } from '#app/features/case/move-case.ts';
import { writeCaseChange } from '#app/features/case/write-case-change.ts';
import { tellPeople } from '#app/features/notice/tell-people.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import { listPeopleOf } from '#db/control/queries/colleagues.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import {
  countDecisions,
  type DecisionRow,
  getBudget,
  getDecisionByFormToken,
  readSpent,
} from '#db/tenant/queries/goodwill.ts';
import { goodwillDecisions } from '#db/tenant/schema/goodwill.ts';
import { decideGoodwill, type GoodwillState, goodwillKinds } from './goodwill.ts';
import type { GoodwillRefusal } from './goodwill-refusal.ts';
import { isBarred } from './is-barred.ts';

export const GoodwillInput = z.strictObject({
  formToken: z.uuid(),
  kind: z.enum(goodwillKinds),
  /** What it costs us, kopecks; a kind word costs nothing. */
  amountKopecks: z.int().min(0).max(10_000_000),
  reason: z.string().trim().min(3, 'short').max(1000, 'long'),
});
export type GoodwillInput = z.infer<typeof GoodwillInput>;
export type Decided = { id: string; state: GoodwillState };

const mostTries = 5;

/**
 * An agent decides in the subscriber's favour. Within his budget it is decided with that; above it a lead is
 * asked. Two decisions at once are counted one after the other: they cannot both be the last that fits.
 */
export async function decideForSubscriber(
  desk: StaffDesk & { timeZone: string },
  input: GoodwillInput & { caseId: string },
): Promise<Result<Decided, GoodwillRefusal>> {
  const { db, actor, now } = desk;
  if (!can(actor, 'goodwill:decide')) return refuse({ code: 'forbidden', action: 'goodwill:decide' });
  for (let tries = 0; tries < mostTries; tries++) {
    const earlier = await getDecisionByFormToken(db, input.formToken);
    if (earlier) return decidedBefore(earlier, input);
    const row = await getCase(db, input.caseId);
    if (!row) return refuse({ code: 'case-not-found' });
    const bar = await findBar(desk, row);
    if (bar) return refuse(bar);
    if (await isBarred(db, input.kind, row.subscriberId)) return refuse({ code: 'debt-disputed' });
    const decision = await decisionOf(desk, input);
    const note = { kind: input.kind, amountKopecks: input.amountKopecks, decisionId: decision.id };
    const event = `goodwill-${decision.state}`;
    const author = { by: 'person' as const, actor: actor.userId, at: now };
    const told = writeCaseChange(db, row, { event, note }, author);
    if (!told.ok) throw new Error(`The case ${row.number} took no note of a decision.`);
    const statements = [db.insert(goodwillDecisions).values(decision), ...told.statements];
    const asked = decision.state === 'asked' ? await askLeads(desk, decision) : [];
    const written = await commit(db, [...statements, ...asked], [{ topic: 'case', id: row.id }]);
    if (written.ok) return ok({ id: decision.id, state: decision.state });
  }
  return refuse({ code: 'conflict' });
}

/** Whoever leads here hears of it; the agent does not ask himself. */
async function askLeads(
  { db, control, actor, now }: StaffDesk,
  { id: decisionId, caseId, amountKopecks }: Awaited<ReturnType<typeof decisionOf>>,
): Promise<Statement[]> {
  const leads = await listPeopleOf(control, db.tenantId, ['lead', 'manager']);
  const others = leads.filter((userId) => userId !== actor.userId);
  const told = { kind: 'goodwill-asked' as const, decisionId, amountKopecks };
  return tellPeople(db, others, { caseId, by: actor.userId, at: now, told });
}

function decidedBefore(row: DecisionRow, input: GoodwillInput): Result<Decided, GoodwillRefusal> {
  const isSame = row.kind === input.kind && row.amountKopecks === input.amountKopecks;
  return isSame ? ok({ id: row.id, state: row.state }) : refuse({ code: 'form-reused' });
}

async function decisionOf(
  { db, actor, now, timeZone }: CaseDesk & { timeZone: string },
  input: GoodwillInput & { caseId: string },
) {
  const month = monthOf(now, timeZone);
  const whose = { agentId: actor.userId, month, caseId: input.caseId };
  const spent = await readSpent(db, whose);
  const state = decideGoodwill(input.amountKopecks, spent, await getBudget(db, now));
  const sequence = (await countDecisions(db, actor.userId, month)) + 1;
  return { id: uuid(), ...input, ...whose, sequence, state, at: now };
}

/** `2026-03`, as the calendar on the wall of that zone says. */
export function monthOf(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' });
  return parts.format(at).slice(0, 7);
}
