import { asc, eq } from 'drizzle-orm';
import type { CaseState } from '#app/features/case/case.ts';
import { countAll } from '#app/features/metric/count-changes.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { caseEvents, caseRequests, cases, topics } from '#db/tenant/schema/case.ts';
import { contacts } from '#db/tenant/schema/contact.ts';
import { ratings } from '#db/tenant/schema/rating.ts';
import { requestEvents, requests } from '#db/tenant/schema/request.ts';
import { calendars, calendarVersions, contractVersions } from '#db/tenant/schema/sla.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeRequest, makeSubscriber } from '#seeds/factories.ts';
import { type Deed, now, start } from './drawn-history.ts';
import type { DrawnContract } from './recount-clocks.ts';

const timeZone = 'Europe/Moscow';
const minuteMs = 60_000;

const open: readonly CaseState[] = ['new', 'open', 'waiting'];
/** From which states an event is told of a case, and where it leads. */
const caseMoves: Record<string, { from: readonly CaseState[]; to: CaseState | null }> = {
  answered: { from: open, to: 'open' },
  'asked-subscriber': { from: open, to: 'waiting' },
  'subscriber-wrote': { from: [...open, 'solved'], to: 'open' },
  solved: { from: open, to: 'solved' },
  reopened: { from: ['solved'], to: 'open' },
  closed: { from: ['solved'], to: 'closed' },
  merged: { from: open, to: 'merged' },
};

/** A case and a request of each number, on their way. */
export async function furnish(db: TenantDb, drawn: DrawnContract): Promise<void> {
  const at = new Date(start);
  const numbers = [0, 1, 2, 3];
  const told = { version: 1, at, actor: 'w' };
  await commit(db, [
    db.insert(topics).values([
      { id: 't1', title: 'Один' },
      { id: 't2', title: 'Два' },
    ]),
    ...[1, 2, 3, 4].flatMap((n) => [
      db.insert(subscribers).values(makeSubscriber(n)),
      db.insert(lines).values(makeLine(n, { carrier: n === 1 ? 'mts' : 'beeline' })),
    ]),
    ...numbers.flatMap((n) => [
      db.insert(cases).values({
        id: `k${n}`,
        number: n + 1,
        state: 'new',
        version: 1,
        subject: 'x',
        priority: 'normal',
        kind: n === 0 ? 'complaint' : 'question',
        channel: n === 1 ? 'chat' : 'call',
        carrier: n === 2 ? null : 'mts',
        createdBy: 'w',
        createdAt: at,
        changedAt: at,
      }),
      db
        .insert(caseEvents)
        .values({ ...told, caseId: `k${n}`, event: 'opened', fromState: 'new', toState: 'new' }),
      db.insert(requests).values(makeRequest(n + 1, { state: 'draft', version: 1 })),
      db.insert(requestEvents).values({
        ...told,
        requestId: makeRequest(n + 1).id,
        event: 'drafted',
        fromState: 'draft',
        toState: 'draft',
      }),
      ...(n > 0
        ? [db.insert(caseRequests).values({ caseId: `k${n}`, requestId: makeRequest(n + 1).id })]
        : []),
    ]),
    ...agree(db, drawn),
  ]);
}

function agree(db: TenantDb, { fromHour, toHour, isWeekendOpen, minutes }: DrawnContract): Statement[] {
  const made = { createdBy: 'm', createdAt: new Date(0) };
  const hour = (n: number) => `${`${n}`.padStart(2, '0')}:00`;
  const day = [{ from: hour(fromHour), to: hour(toHour) }];
  const week = Array.from({ length: 7 }, (_, place) => (place < 5 || isWeekendOpen ? day : []));
  const match = { channels: [], kinds: [], priorities: [], segments: [] };
  const rules = [{ id: 'all', match, calendarId: 'team', minutes }];
  const terms = { rules, exclusions: [], warnAt: [], escalations: [], graceMinutes: 0 };
  return [
    db.insert(calendars).values({ id: 'team', name: 'Смена', ...made }),
    db.insert(calendarVersions).values({
      id: 'h1',
      calendarId: 'team',
      effectiveFrom: '2026-01-01',
      hours: { timeZone, week, specialDays: [] },
      reason: 'x',
      ...made,
    }),
    db.insert(contractVersions).values({
      id: 'c1',
      effectiveFrom: new Date(0),
      appliesTo: 'new',
      terms,
      reason: 'x',
      ...made,
    }),
  ];
}

export async function perform(db: TenantDb, one: Deed): Promise<void> {
  if (one.type === 'looked') await countAll(db, now, timeZone);
  else await commit(db, await statementsOf(db, one));
}

async function statementsOf(db: TenantDb, one: Exclude<Deed, { type: 'looked' }>): Promise<Statement[]> {
  switch (one.type) {
    case 'contact': {
      const { id, at, subscriber, caseOf, isOver, type: _, ...rest } = one;
      const own = { ...rest, id: `c${id}`, startedAt: at, endedAt: isOver ? at : null, createdAt: at };
      const subscriberId = subscriber === null ? null : makeSubscriber(subscriber).id;
      const row = { ...own, subscriberId, caseId: caseOf === null ? null : `k${caseOf}` };
      return [db.insert(contacts).values(row).onConflictDoUpdate({ target: contacts.id, set: row })];
    }
    case 'case': {
      const [row] = await db
        .select()
        .from(cases)
        .where(eq(cases.id, `k${one.id}`));
      const move = caseMoves[one.event];
      if (!row || !move?.to || !move.from.includes(row.state)) return [];
      // What the subscriber writes leaves a new case new.
      const toState = one.event === 'subscriber-wrote' && row.state === 'new' ? 'new' : move.to;
      const at = new Date(Math.min(row.changedAt.getTime() + one.minutes * minuteMs, now.getTime()));
      const version = row.version + 1;
      const told = { version, at, actor: 'w', event: one.event, fromState: row.state, toState };
      return [
        db.update(cases).set({ state: toState, version, changedAt: at }).where(eq(cases.id, row.id)),
        db.insert(caseEvents).values({ caseId: row.id, ...told }),
      ];
    }
    case 'request': {
      const { id } = makeRequest(one.id + 1);
      const told = await db
        .select()
        .from(requestEvents)
        .where(eq(requestEvents.requestId, id))
        .orderBy(asc(requestEvents.version));
      const last = told.at(-1);
      if (!last || ['done', 'refused', 'cancelled'].includes(last.toState)) return [];
      // Half a minute beside every move of a case: what happens at once has no order.
      const next = last.at.getTime() + one.minutes * minuteMs + (last.version === 1 ? 30_000 : 0);
      const at = new Date(Math.min(next, now.getTime() - 30_000));
      const move = { version: last.version + 1, fromState: last.toState, toState: one.to, at, actor: 'w' };
      return [db.insert(requestEvents).values({ requestId: id, event: 'moved', ...move })];
    }
    case 'rating': {
      const { id, at, stars, recommends } = one;
      const row = { caseId: `k${id}`, agentId: 'w', stars, recommends, at, solvedAt: at };
      return [db.insert(ratings).values(row).onConflictDoUpdate({ target: ratings.caseId, set: row })];
    }
    case 'topic':
      return [
        db
          .update(cases)
          .set({ topicId: one.topicId })
          .where(eq(cases.id, `k${one.id}`)),
      ];
    case 'gone':
      return [db.delete(contacts).where(eq(contacts.id, `c${one.id}`))];
  }
}
