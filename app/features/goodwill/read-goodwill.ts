import { type Actor, can } from '#app/features/access/can.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { getBudget, listDecisions, listStories, readSpent } from '#db/tenant/queries/goodwill.ts';
import { monthOf } from './decide-for-subscriber.ts';

type Reader = { db: TenantDb; control: ControlDb; actor: Actor; now: Date; timeZone: string };

/** What the agent may still decide by himself in a case. */
export async function readPowers({ db, actor, now, timeZone }: Omit<Reader, 'control'>, caseId: string) {
  const whose = { agentId: actor.userId, month: monthOf(now, timeZone), caseId };
  return { budget: await getBudget(db, now), spent: await readSpent(db, whose) };
}

/** What was decided in a case. */
export async function readCaseDecisions({ db, control }: Pick<Reader, 'db' | 'control'>, caseId: string) {
  const decisions = await named(control, await listDecisions(db, { caseId }));
  return decisions.map(({ id, kind, amountKopecks, state, agentName }) => ({
    id,
    kind,
    amountKopecks,
    state,
    agentName,
  }));
}
export type CaseDecision = Awaited<ReturnType<typeof readCaseDecisions>>[number];

/** The page of good deeds: stories for all, one's own decisions, or the whole month for those who lead. */
export async function readGoodwill({ db, control, actor, now, timeZone }: Reader, asked: string | null) {
  const month = asked && /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : monthOf(now, timeZone);
  const mayAnswer = can(actor, 'goodwill:approve');
  // A busy month of all is more than is listed: one's own must not be cut off behind it.
  const own = { month, agentId: actor.userId };
  const decisions = await named(control, await listDecisions(db, mayAnswer ? { month } : own));
  const waiting = mayAnswer ? await named(control, await listDecisions(db, { state: 'asked' })) : [];
  const stories = await listStories(db, month);
  const names = await namesOf(
    control,
    stories.map(({ agentId }) => agentId),
  );
  return {
    month,
    mayAnswer,
    mayBudget: can(actor, 'goodwill:budget'),
    budget: await getBudget(db, now),
    stories: stories.map((story) => ({ ...story, agentName: names[story.agentId] ?? '' })),
    waiting: waiting.filter(({ agentId }) => agentId !== actor.userId),
    decisions,
  };
}

export type DecisionItem = Awaited<ReturnType<typeof named>>[number];

async function named(control: ControlDb, rows: Awaited<ReturnType<typeof listDecisions>>) {
  const names = await namesOf(
    control,
    rows.map(({ decision }) => decision.agentId),
  );
  return rows.map(({ decision, caseNumber, caseSubject }) => ({
    ...decision,
    caseNumber,
    caseSubject,
    agentName: names[decision.agentId] ?? '',
  }));
}
