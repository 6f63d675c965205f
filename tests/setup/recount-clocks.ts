import { asc, eq } from 'drizzle-orm';
import type { Target } from '#app/features/sla/contract.ts';
import type { TenantDb } from '#db/open.ts';
import { caseEvents, caseRequests } from '#db/tenant/schema/case.ts';
import { requestEvents } from '#db/tenant/schema/request.ts';

/** One calendar and one rule for all cases: by which hours of Moscow time runs, and what is promised, in open minutes. */
export type DrawnContract = {
  fromHour: number;
  toHour: number;
  isWeekendOpen: boolean;
  minutes: Record<Target, number | null>;
};
type Running = { from: number; to: number };
/** A promise that somebody must have kept by now, or did: on which day, and whether in time. */
type Judged = { target: Target; at: Date; isMet: boolean };

const [minuteMs, hourMs, dayMs] = [60_000, 3_600_000, 86_400_000];
const moscowMs = 3 * hourMs;

/** The promises of a case again, as the contract has them: nothing of the product's clock is used. */
export async function recountClocks(
  db: TenantDb,
  caseId: string,
  contract: DrawnContract,
  now: number,
): Promise<Judged[]> {
  const told = await db.select().from(caseEvents).where(eq(caseEvents.caseId, caseId));
  const moves = told
    .toSorted((a, b) => a.version - b.version)
    .map((row) => ({ ...row, at: row.at.getTime() }));
  const whenSolved = spans(moves, ({ toState }) => toState === 'solved' || toState === 'closed', now);
  const whenWaiting = spans(moves, ({ toState }) => toState === 'waiting', now);
  const opened = moves[0]?.at ?? now;
  const endings = moves.filter(
    ({ event, toState, fromState }) =>
      event === 'answered' ||
      event === 'asked-subscriber' ||
      (toState === 'solved' && fromState !== 'solved'),
  );
  const untilAnswered = (target: Target, from: number): Owed => {
    const endedAt = endings.find(({ at }) => at >= from)?.at ?? null;
    return { target, running: [{ from, to: endedAt ?? now }], endedAt };
  };
  const answers = [untilAnswered('firstResponse', opened)];
  for (const { event, at } of moves) {
    const isAwaited = answers.some(({ endedAt }) => endedAt === null || at < endedAt);
    if (event === 'subscriber-wrote' && !isAwaited) answers.push(untilAnswered('nextResponse', at));
  }
  const resolution: Owed = {
    target: 'resolution',
    running: without([{ from: opened, to: now }], [...whenSolved, ...whenWaiting]),
    endedAt: whenSolved.at(-1)?.to === now ? (whenSolved.at(-1)?.from ?? null) : null,
  };
  const carriers = (await whenAtCarriers(db, caseId, now)).flatMap((own): Owed[] => {
    const running = without(own, whenSolved);
    const last = running.at(-1)?.to ?? now;
    return running.length > 0 ? [{ target: 'carrier', running, endedAt: last < now ? last : null }] : [];
  });
  return [...answers, resolution, ...carriers].flatMap((one) => judgeOne(contract, one));
}

/** When its time ran, as far as open hours let it, and when it ended. */
type Owed = { target: Target; running: readonly Running[]; endedAt: number | null };

function judgeOne({ minutes, ...hours }: DrawnContract, { target, running, endedAt }: Owed): Judged[] {
  const promised = minutes[target];
  if (promised === null) return [];
  let left = promised * minuteMs;
  // It may be due as the doors close, and is late only once they have opened again.
  let dueAt: number | null = null;
  for (const { from, to } of running) {
    for (const open of openSpans(hours, from, to)) {
      const length = open.to - open.from;
      if (length >= left) dueAt ??= open.from + left;
      if (dueAt !== null && length > left) return [{ target, at: new Date(dueAt), isMet: false }];
      left -= length;
    }
  }
  return endedAt === null ? [] : [{ target, at: new Date(endedAt), isMet: true }];
}

type Hours = Omit<DrawnContract, 'minutes'>;

/** The open hours between two instants, day by day of Moscow. */
function openSpans({ fromHour, toHour, isWeekendOpen }: Hours, from: number, to: number): Running[] {
  const days: Running[] = [];
  for (let day = Math.floor((from + moscowMs) / dayMs); day * dayMs - moscowMs < to; day++) {
    const weekday = new Date(day * dayMs).getUTCDay();
    if (!isWeekendOpen && (weekday === 0 || weekday === 6)) continue;
    const midnight = day * dayMs - moscowMs;
    const open = {
      from: Math.max(from, midnight + fromHour * hourMs),
      to: Math.min(to, midnight + toHour * hourMs),
    };
    if (open.from < open.to) days.push(open);
  }
  return days;
}

const away = ['queued', 'sending', 'accepted', 'unconfirmed'];

/** When each request that serves the case lay with the carrier; those that never did are left out. */
async function whenAtCarriers(db: TenantDb, caseId: string, now: number): Promise<Running[][]> {
  const own = await db.select().from(caseRequests).where(eq(caseRequests.caseId, caseId));
  const all: Running[][] = [];
  for (const { requestId } of own) {
    const told = await db
      .select()
      .from(requestEvents)
      .where(eq(requestEvents.requestId, requestId))
      .orderBy(asc(requestEvents.version));
    const moves = told.map((row) => ({ ...row, at: row.at.getTime() }));
    all.push(spans(moves, ({ toState }) => away.includes(toState), now));
  }
  return all;
}

/** The stretches of time in which something holds, by what was told last. */
function spans<Move extends { at: number }>(
  moves: readonly Move[],
  holds: (move: Move) => boolean,
  now: number,
): Running[] {
  return joined(
    moves.flatMap((move, place) => (holds(move) ? [{ from: move.at, to: moves[place + 1]?.at ?? now }] : [])),
  );
}

function joined(spansOf: readonly Running[]): Running[] {
  const all: Running[] = [];
  for (const span of spansOf) {
    const last = all.at(-1);
    if (last && last.to === span.from) last.to = span.to;
    else all.push({ ...span });
  }
  return all;
}

function without(whole: readonly Running[], holes: readonly Running[]): Running[] {
  return holes.reduce<readonly Running[]>(
    (left, hole) =>
      left.flatMap(({ from, to }) =>
        [
          { from, to: Math.min(to, hole.from) },
          { from: Math.max(from, hole.to), to },
        ].filter((one) => one.from < one.to),
      ),
    whole,
  ) as Running[];
}
