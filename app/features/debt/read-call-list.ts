import type { Actor } from '#app/features/access/can.ts';
import { decideNow, readContact } from '#app/features/outreach/read-contact.ts';
import { limitsFor } from '#app/features/promise/offer-limits.ts';
import { leastPromise } from '#app/features/promise/promise.ts';
import { daysPastDue } from '#app/features/receivable/ageing.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { countOpenCalls, getLineToCall, listOpenCalls } from '#db/tenant/queries/call-tasks.ts';
import { getOfferRules, listBrokenPromises } from '#db/tenant/queries/promises.ts';
import { compareCalls, holderOf } from './call-task.ts';

export type CallReader = { db: TenantDb; control: ControlDb; actor: Actor; now: Date; timeZone: string };
export type CallList = Awaited<ReturnType<typeof readCallList>>;
export type ListedCall = CallList['calls'][number];

/** More than a shift can call. */
const mostShown = 50;

/** Whom to call today, in the order that matters, each with the reason and whether he may be called now. */
export async function readCallList(reader: CallReader) {
  const { db, control, actor, now, timeZone } = reader;
  const today = dateAt(now.getTime(), timeZone);
  const rows = await listOpenCalls(db, today);
  const gates = await readGates(reader, rows);
  const broken = await listBrokenPromises(
    db,
    rows.map(({ task }) => task.receivableId),
  );
  const limits = limitsFor(actor.roles, await getOfferRules(db, now));
  const calls = rows
    .map((row) => describeCall(row, { reader, today, gates }))
    .toSorted(compareCalls)
    .slice(0, mostShown);
  const names = await namesOf(
    control,
    calls.flatMap(({ holder }) => holder ?? []),
  );
  const own = await readLinesToCall(db, calls);
  return {
    total: await countOpenCalls(db, today),
    offer: { days: limits.days, instalments: limits.instalments },
    calls: calls.map(({ holder, since, ...call }) => ({
      ...call,
      lineId: own.get(call.id) ?? call.lineId,
      takenBy: holder && !call.isMine ? (names[holder] ?? '') : null,
      leastKopecks: leastPromise(call.debtKopecks, limits),
      broken: broken.find((one) => one.receivableId === call.receivableId && one.lastOn >= since) ?? null,
    })),
  };
}

/** Whom to dial in the calls that one has taken: of a whole account its first line. */
async function readLinesToCall(
  db: TenantDb,
  calls: readonly { id: string; receivableId: string; isMine: boolean }[],
) {
  const mine = calls.filter(({ isMine }) => isMine);
  const found = await Promise.all(
    mine.map(
      async ({ id, receivableId }) => [id, (await getLineToCall(db, receivableId))?.id ?? null] as const,
    ),
  );
  return new Map(found);
}

type Row = Awaited<ReturnType<typeof listOpenCalls>>[number];
type Gate = { mayCall: boolean; rule: string | null; callFrom: Date | null };

/** The gate is asked for those at the top only: nobody calls five hundred a day. */
async function readGates({ db, now }: CallReader, rows: readonly Row[]): Promise<Map<string, Gate>> {
  const asked = rows.slice(0, 2 * mostShown);
  const decided = await Promise.all(
    asked.map(async ({ subscriber }) => [subscriber.id, await readGate(db, subscriber.id, now)] as const),
  );
  return new Map(decided);
}

export async function readGate(db: TenantDb, subscriberId: string, now: Date): Promise<Gate> {
  const standing = await readContact(db, subscriberId, now);
  if (!standing) return { mayCall: false, rule: null, callFrom: null };
  const decision = decideNow(standing, { purpose: 'collection', channel: 'call', at: now });
  if (decision.allowed) return { mayCall: true, rule: null, callFrom: null };
  return { mayCall: false, rule: decision.rule, callFrom: decision.until };
}

function describeCall(
  { task, step, subscriber, debtKopecks, oldestDueOn, lineId, probability }: Row,
  { reader, today, gates }: { reader: CallReader; today: string; gates: Map<string, Gate> },
) {
  const holder = holderOf(task, reader.now);
  const gate = gates.get(subscriber.id) ?? { mayCall: false, rule: null, callFrom: null };
  const stepDay = step?.place == null ? null : (step.rules?.steps[step.place]?.day ?? null);
  const stepText = step?.place == null ? null : (step.rules?.steps[step.place]?.text ?? null);
  return {
    id: task.id,
    receivableId: task.receivableId,
    on: task.on,
    subscriber,
    lineId,
    since: oldestDueOn ?? today,
    debtKopecks,
    days: daysPastDue(oldestDueOn, today),
    stepDay,
    stepText,
    probability,
    ...gate,
    holder,
    isMine: holder === reader.actor.userId,
    isTaken: holder !== null,
  };
}
