import { eq, ne } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { caseEvents, cases } from '#db/tenant/schema/case.ts';
import { contacts } from '#db/tenant/schema/contact.ts';
import { ratings } from '#db/tenant/schema/rating.ts';
import { requestEvents, requests } from '#db/tenant/schema/request.ts';
import { type DrawnContract, recountClocks } from './recount-clocks.ts';

const dayMs = 86_400_000;
/** Without terms of the contract: answered within 20 s, given up before 5 s, back within 7 days. */
const usual = { withinMs: 20_000, shortMs: 5000, repeatMs: 7 * dayMs };
const spoken = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Moscow' });
const dateOf = (at: Date) => spoken.format(at);

type Parts = [numerator: number, denominator: number];
/** By metric and date; a count has 0 below. */
type Recounted = Map<string, Parts>;

/** Every metric again, row by row from the raw log, as the definitions have it: nothing of the product's counting is used. */
export async function recountReports(db: TenantDb, contract: DrawnContract, now: number): Promise<Recounted> {
  const told: Recounted = new Map();
  const add = (metric: string, on: Date, isCounted: number | boolean, isAsked: number | boolean = 0) => {
    const name = `${metric} ${dateOf(on)}`;
    const [numerator, denominator] = told.get(name) ?? [0, 0];
    told.set(name, [numerator + Number(isCounted), denominator + Number(isAsked)]);
  };
  await recountContacts(db, add);
  await recountCases(db, add);
  await recountRequests(db, add);
  for (const { id } of await db.select().from(cases).where(ne(cases.state, 'merged'))) {
    for (const { target, at, isMet } of await recountClocks(db, id, contract, now))
      add(target === 'carrier' ? 'carrierPart' : target, at, isMet, 1);
  }
  return told;
}

type Add = (metric: string, on: Date, isCounted: number | boolean, isAsked?: number | boolean) => void;

async function recountContacts(db: TenantDb, add: Add): Promise<void> {
  const topics = new Map((await db.select().from(cases)).map(({ id, topicId }) => [id, topicId]));
  const all = (await db.select().from(contacts)).map((row) => ({
    ...row,
    about: row.topicId ?? (row.caseId === null ? null : (topics.get(row.caseId) ?? null)),
  }));
  const isSame = (a: (typeof all)[number], b: (typeof all)[number]) =>
    a.id !== b.id &&
    a.subscriberId !== null &&
    a.subscriberId === b.subscriberId &&
    b.direction === 'inbound' &&
    ((a.caseId !== null && a.caseId === b.caseId) || (a.about !== null && a.about === b.about));
  for (const row of all.filter(({ direction }) => direction === 'inbound')) {
    const on = row.startedAt;
    const later = (other: { startedAt: Date }) => other.startedAt.getTime() - on.getTime();
    const same = all.filter((other) => isSame(row, other));
    const isRepeat = same.some((other) => later(other) < 0 && later(other) >= -usual.repeatMs);
    const isBack = same.some((other) => later(other) > 0 && later(other) <= usual.repeatMs);
    add('contacts', on, 1);
    add('repeatContacts', on, row.channel === 'call' && isRepeat, 1);
    const notOurs = ['not-ours', 'wrong-number', 'no-answer'].includes(row.result ?? '');
    if (row.isSolvedAtFirst !== null && !notOurs)
      add('firstContactResolution', on, row.isSolvedAtFirst && !isBack, 1);
    if (row.channel !== 'call' || row.endedAt === null || row.waitMs === null) continue;
    const isAnswered = (row.talkMs ?? 0) > 0;
    if (!isAnswered && row.waitMs < usual.shortMs) {
      add('shortAbandoned', on, 1);
      continue;
    }
    add('offered', on, 1);
    add('serviceLevel', on, isAnswered && row.waitMs <= usual.withinMs, 1);
    add('answeredShare', on, isAnswered, 1);
    add('abandoned', on, !isAnswered, 1);
    if (!isAnswered) continue;
    add('answered', on, 1);
    add('speedOfAnswer', on, row.waitMs, 1);
    add('handlingTime', on, (row.talkMs ?? 0) + (row.holdMs ?? 0) + (row.wrapMs ?? 0), 1);
  }
}

async function recountCases(db: TenantDb, add: Add): Promise<void> {
  for (const row of await db.select().from(cases)) {
    const told = await db.select().from(caseEvents).where(eq(caseEvents.caseId, row.id));
    const [opened] = told.toSorted((a, b) => a.at.getTime() - b.at.getTime());
    if (!opened || row.state === 'merged') continue;
    const isAnswered = told.some(({ event }) => event === 'answered' || event === 'asked-subscriber');
    const isSolved = row.state === 'solved' || row.state === 'closed';
    const solutions = told.filter(({ fromState, toState }) => toState === 'solved' && fromState !== 'solved');
    const solvedAt = new Date(Math.max(...solutions.map(({ at }) => at.getTime())));
    add('opened', opened.at, 1);
    if (row.kind === 'complaint') add('complaints', opened.at, 1);
    add('complaintShare', opened.at, row.kind === 'complaint', 1);
    if (row.channel === 'chat' || row.channel === 'messenger')
      add('missedChats', opened.at, isSolved && !isAnswered, 1);
    if (isSolved) {
      const own = await db.select().from(contacts).where(eq(contacts.caseId, row.id));
      add('solved', solvedAt, 1);
      add('timeToSolve', solvedAt, solvedAt.getTime() - opened.at.getTime(), 1);
      add(
        'solvedOnFirstLine',
        solvedAt,
        own.every(({ result }) => result !== 'passed-on'),
        1,
      );
    }
    const again = told.filter(({ fromState, toState }) => fromState === 'solved' && toState === 'open');
    const [first] = again.toSorted((a, b) => a.at.getTime() - b.at.getTime());
    if (first) add('reopened', first.at, 1);
    const [rating] = await db.select().from(ratings).where(eq(ratings.caseId, row.id));
    if (!rating) continue;
    add('satisfaction', rating.at, rating.stars >= 4, 1);
    const { recommends } = rating;
    if (recommends === null) continue;
    add('recommendation', rating.at, recommends >= 9 ? 1 : recommends <= 6 ? -1 : 0, 1);
  }
}

const away = ['queued', 'sending', 'accepted', 'unconfirmed'];

async function recountRequests(db: TenantDb, add: Add): Promise<void> {
  for (const { id } of await db.select({ id: requests.id }).from(requests)) {
    const told = await db.select().from(requestEvents).where(eq(requestEvents.requestId, id));
    const moves = told.toSorted((a, b) => a.version - b.version);
    const received = moves.find(({ toState }) => toState !== 'draft' && toState !== 'cancelled');
    if (!received) continue;
    add('requestsReceived', received.at, 1);
    const manual = moves.find(({ fromState, toState }) => toState === 'manual' && fromState !== 'manual');
    if (manual) add('requestsManual', manual.at, 1);
    const end = moves.find(({ toState }) => ['done', 'refused', 'cancelled'].includes(toState));
    if (!end) continue;
    add('requestsDone', end.at, end.toState === 'done', 1);
    add('requestsRefused', end.at, end.toState === 'refused', 1);
    if (end.toState !== 'done') continue;
    add('requestLead', end.at, end.at.getTime() - received.at.getTime(), 1);
    let carrierMs = 0;
    for (const [place, { toState, at }] of moves.entries()) {
      const next = moves[place + 1];
      if (away.includes(toState) && next) carrierMs += next.at.getTime() - at.getTime();
    }
    add('carrierTime', end.at, carrierMs, 1);
  }
}
