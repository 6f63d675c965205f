import { can } from '#app/features/access/can.ts';
import { noBars } from '#app/features/admission/bars.ts';
import { readBars } from '#app/features/admission/read-bars.ts';
import type { CaseDesk } from '#app/features/case/change-case.ts';
import { writeCaseChange } from '#app/features/case/write-case-change.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { getProfile, listWaiting } from '#db/tenant/queries/routing.ts';
import { readAgentsAtWork } from './read-agents.ts';
import { readOffShift } from './read-off-shift.ts';
import { type Agent, chooseNext } from './routing.ts';
import type { RoutingRefusal } from './routing-refusal.ts';

const mostLookedAt = 300;
const mostTries = 5;

/** Gives an agent the case that he should take next; two who ask at once get two different ones. */
export async function takeNext({
  db,
  actor,
  now,
}: CaseDesk): Promise<Result<{ caseId: string; number: number }, RoutingRefusal>> {
  if (!can(actor, 'case:write')) return refuse({ code: 'forbidden', action: 'case:write' });
  const agent = await agentOf(db, actor.userId, now);
  if (agent.heldBackReason !== null) return refuse({ code: 'held-back', reason: agent.heldBackReason });
  if ((await readOffShift(db, now, [actor.userId])).has(actor.userId)) return refuse({ code: 'off-shift' });
  for (let tries = 0; tries < mostTries; tries++) {
    const waiting = await listWaiting(db, now, mostLookedAt, agent);
    const chosen = chooseNext(agent, waiting, await readAgentsAtWork(db, now), now);
    if (!chosen) return refuse(await whyNothing(db, agent, now));
    const taken = await giveCase(db, chosen.id, actor.userId, { by: 'person', actor: actor.userId, at: now });
    if (taken) return ok(taken);
  }
  return refuse({ code: 'conflict' });
}

/** Who asks is at work, whatever he said; without a profile he is given anything. */
async function agentOf(db: TenantDb, userId: string, now: Date): Promise<Agent> {
  const profile = await getProfile(db, userId);
  const skills = { carriers: [], kinds: [], languages: [], saves: true };
  const anything = { ...skills, capacity: { rest: 1 }, heldBackReason: null };
  const barsFor = await readBars(db, [userId], now);
  return { ...(profile ?? anything), userId, load: {}, bars: barsFor(userId) };
}

/** Nothing waits at all, or only what he has passed no test for: then he is told for which carrier he needs it. */
async function whyNothing(db: TenantDb, agent: Agent, now: Date): Promise<RoutingRefusal> {
  const { carriers, unknownCarrier } = agent.bars;
  if (carriers.length === 0 && !unknownCarrier) return { code: 'nothing-waits' };
  const others = await readAgentsAtWork(db, now);
  const waiting = await listWaiting(db, now, mostLookedAt, { ...agent, bars: noBars });
  const withheld = chooseNext({ ...agent, bars: noBars }, waiting, others, now);
  return withheld ? { code: 'not-admitted', carrier: withheld.carrier } : { code: 'nothing-waits' };
}

/** Gives a case that is still nobody's; `null`: somebody was faster. */
export async function giveCase(
  db: TenantDb,
  caseId: string,
  userId: string,
  author: { by: 'person' | 'worker'; actor: string; at: Date },
): Promise<{ caseId: string; number: number } | null> {
  const row = await getCase(db, caseId);
  if (!row || row.assigneeId !== null) return null;
  const note = { from: null, to: userId };
  const written = writeCaseChange(db, row, { move: 'take', note, set: { assigneeId: userId } }, author);
  if (!written.ok) return null;
  const changes = [{ topic: 'case', id: caseId }];
  const committed = await commit(db, written.statements, changes);
  return committed.ok ? { caseId, number: row.number } : null;
}
