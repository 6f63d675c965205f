import { type Speaker, stepMessage } from '#app/features/ladder/step-message.ts';
import { addDays, daysBetween } from '#app/features/sla/calendar-date.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callTasks, suspensions } from '#db/tenant/schema/ladder.ts';
import { outreachAttempts } from '#db/tenant/schema/outreach.ts';
import type { Draws } from './draws.ts';
import { planId, type TenantPlan } from './plan.ts';
import type { DebtorRow } from './read-debt-histories.ts';
import type { Replay, ReplayedEffect } from './replay-ladder.ts';
import type { MoveRow } from './seed-ladder.ts';

export type Around = {
  plan: TenantPlan;
  debtors: readonly DebtorRow[];
  agents: readonly string[];
  speaker: Speaker;
  today: string;
  draws: Draws;
  now: Date;
};
type Done = { debtor: DebtorRow; effect: ReplayedEffect; moveId: string; debtSince: string; isOver: boolean };

const hourMs = 3_600_000;

/** The contacts, calls and proposals that the replayed steps brought about, as they would have ended. */
export function storeEffects(
  db: TenantDb,
  around: Around,
  replays: readonly Replay[],
  moves: readonly MoveRow[],
): Statement[] {
  const moveOf = new Map(moves.map((move) => [`${move.receivableId} ${move.version}`, move]));
  const debtorOf = new Map(around.debtors.map((debtor) => [debtor.receivableId, debtor]));
  const done = replays.flatMap(({ receivableId, standing, effects }) =>
    effects.flatMap((effect): Done[] => {
      const [debtor, move] = [debtorOf.get(receivableId), moveOf.get(`${receivableId} ${effect.version}`)];
      if (!debtor || !move) return [];
      const isOver =
        standing?.leftOn !== null || standing.hold !== null || standing.debtSince !== move.debtSince;
      return [{ debtor, effect, moveId: move.id, debtSince: move.debtSince, isOver }];
    }),
  );
  return [
    ...contactRows(around, done).map((row) => db.insert(outreachAttempts).values(row)),
    ...taskRows(around, done).map((row) => db.insert(callTasks).values(row).onConflictDoNothing()),
    ...proposalRows(around, done).map((row) => db.insert(suspensions).values(row).onConflictDoNothing()),
  ];
}

/** Sent in the morning; whom a channel does not reach is not written to. */
function contactRows({ plan, speaker, draws }: Around, done: readonly Done[]) {
  const sequences = new Map<string, number>();
  const inOrder = done.toSorted((a, b) => (a.effect.on < b.effect.on ? -1 : 1));
  return inOrder.flatMap(({ debtor, effect, moveId, debtSince }, index) => {
    if (effect.type !== 'contact') return [];
    const { subscriberId, receivableId, lineId, name } = debtor;
    const address = effect.channel === 'email' ? debtor.email : debtor.msisdn;
    if (!address) return [];
    const sequence = (sequences.get(subscriberId) ?? 0) + 1;
    sequences.set(subscriberId, sequence);
    const at = new Date(midnightOf(effect.on, plan.timeZone) + draws.int(9 * hourMs, 11 * hourMs));
    const debt = { subscriberName: name, oldestDueOn: debtSince };
    const content = stepMessage(effect.step, { debt, sumKopecks: effect.sumKopecks, speaker, on: effect.on });
    const { purpose, channel } = effect;
    return [
      {
        id: planId(plan, 'ladderContact', at, index),
        subscriberId,
        sequence,
        lineId,
        receivableId,
        purpose,
        channel,
        address,
        content,
        timeZone: plan.timeZone,
        state: 'sent' as const,
        sendKey: `step-${moveId}`,
        by: 'worker',
        at,
        sentAt: at,
      },
    ];
  });
}

const outcomes = { 'no-answer': 40, promised: 30, refuses: 10, paid: 12, other: 8 } as const;

/** Calls of the last two days still wait; who paid or promised meanwhile is called no more. */
function taskRows({ plan, agents, today, draws }: Around, done: readonly Done[]) {
  return done
    .filter(({ effect }) => effect.type === 'task')
    .map(({ debtor: { receivableId }, effect, moveId, isOver }, index) => {
      const createdAt = new Date(midnightOf(effect.on, plan.timeZone) + 2 * hourMs);
      const id = planId(plan, 'ladderTask', createdAt, index);
      const row = { id, receivableId, moveId, on: effect.on, version: 1, createdAt };
      if (effect.on >= addDays(today, -2))
        return { ...row, state: isOver ? ('dropped' as const) : ('open' as const) };
      const doneAt = new Date(createdAt.getTime() + draws.int(9 * hourMs, 15 * hourMs));
      const [doneBy, outcome] = [draws.pick(agents), draws.weigh(outcomes)];
      return {
        ...row,
        version: 3,
        state: 'done' as const,
        takenBy: doneBy,
        takenAt: doneAt,
        outcome,
        doneBy,
        doneAt,
      };
    });
}

function proposalRows({ plan, today }: Around, done: readonly Done[]) {
  return done.flatMap(({ debtor: { receivableId, lineId }, effect, isOver }, index) => {
    if (effect.type !== 'proposal' || !lineId) return [];
    const proposedAt = new Date(midnightOf(effect.on, plan.timeZone) + 2 * hourMs);
    const row = { receivableId, lineId, debtKopecks: effect.sumKopecks, proposedAt };
    const isOld = daysBetween(effect.on, today) > 60;
    const end = isOver
      ? { state: 'cancelled' as const, version: 2, why: 'paid' }
      : { state: 'proposed' as const, version: 1 };
    return isOld && !isOver
      ? []
      : [{ id: planId(plan, 'ladderProposal', proposedAt, index), ...row, ...end }];
  });
}
