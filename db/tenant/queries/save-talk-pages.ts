import {
  and,
  asc,
  between,
  count,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  sql,
  sum,
} from 'drizzle-orm';
import type { SaveState, TalkView } from '#app/features/save-desk/save-desk.ts';
import type { TenantDb } from '#db/open.ts';
import { cases, topics } from '../schema/case.ts';
import { churnScores } from '../schema/churn.ts';
import { goodwillDecisions } from '../schema/goodwill.ts';
import { charges, receivables } from '../schema/receivable.ts';
import { saveTalks } from '../schema/save.ts';
import { lines, subscribers } from '../schema/subscriber.ts';

const statesOf: Record<TalkView, SaveState[]> = {
  open: ['open'],
  followed: ['stayed'],
  ended: ['leaves', 'saved', 'left-later'],
};
const mostListed = 200;

/** With whom and which number; open ones by the clock, the others by their closing, the newest first. */
export async function listTalks(db: TenantDb, view: TalkView) {
  const order =
    view === 'open' ? [asc(saveTalks.clockOn), asc(saveTalks.openedAt)] : [desc(saveTalks.closedAt)];
  return db
    .select({
      talk: saveTalks,
      subscriber: { id: subscribers.id, name: subscribers.name, kind: subscribers.kind },
      line: { msisdn: lines.msisdn, carrier: lines.carrier, tariffName: lines.tariffName },
    })
    .from(saveTalks)
    .innerJoin(lines, eq(lines.id, saveTalks.lineId))
    .innerJoin(subscribers, eq(subscribers.id, lines.subscriberId))
    .where(inArray(saveTalks.state, statesOf[view]))
    .orderBy(...order)
    .limit(mostListed);
}

export async function countTalks(db: TenantDb): Promise<Record<TalkView, number>> {
  const rows = await db
    .select({ state: saveTalks.state, n: count() })
    .from(saveTalks)
    .groupBy(saveTalks.state);
  const of = (view: TalkView) =>
    rows.filter(({ state }) => statesOf[view].includes(state)).reduce((all, { n }) => all + n, 0);
  return { open: of('open'), followed: of('followed'), ended: of('ended') };
}

/** What is known of a line that its owner should be talked to about; kopecks, and the forecast that he leaves. */
export async function getTalkLine(db: TenantDb, lineId: string, today: string) {
  const [line] = await db
    .select({
      balanceKopecks: lines.balanceKopecks,
      blockedBy: lines.blockedBy,
      probability: churnScores.probability,
      band: churnScores.band,
      reasons: churnScores.reasons,
    })
    .from(lines)
    .leftJoin(churnScores, eq(churnScores.lineId, lines.id))
    .where(eq(lines.id, lineId));
  const [owed] = await db
    .select({ kopecks: sum(charges.openKopecks).mapWith(Number) })
    .from(charges)
    .innerJoin(receivables, eq(receivables.id, charges.receivableId))
    .where(and(eq(receivables.lineId, lineId), lt(charges.dueOn, today)));
  const lately = sql`unixepoch('now', '-90 days') * 1000`;
  const [asked] = await db
    .select({
      n: count(),
      complaints: sql<number>`coalesce(sum(${cases.kind} = 'complaint'), 0)`,
    })
    .from(cases)
    .where(and(eq(cases.lineId, lineId), gte(cases.createdAt, lately)));
  return {
    balanceKopecks: line?.balanceKopecks ?? null,
    blockedBy: line?.blockedBy ?? null,
    risk:
      line?.probability != null && line.band
        ? { probability: line.probability, band: line.band, reasons: line.reasons ?? [] }
        : null,
    overdueKopecks: owed?.kopecks ?? 0,
    cases: asked?.n ?? 0,
    complaints: asked?.complaints ?? 0,
  };
}

/** What agents decided in the subscriber's favour in a case while a talk was under way. */
export async function listGoodwillOfTalk(
  db: TenantDb,
  { caseId, from, until }: { caseId: string; from: Date; until: Date },
) {
  return db
    .select({
      id: goodwillDecisions.id,
      kind: goodwillDecisions.kind,
      amountKopecks: goodwillDecisions.amountKopecks,
    })
    .from(goodwillDecisions)
    .where(
      and(
        eq(goodwillDecisions.caseId, caseId),
        inArray(goodwillDecisions.state, ['decided', 'approved']),
        between(goodwillDecisions.at, from, until),
      ),
    );
}

/** Topics of the second level, and whether they lead to the save desk. */
export async function listTopicsForSaving(db: TenantDb) {
  return db
    .select({ id: topics.id, title: topics.title, isLeaving: topics.isLeaving })
    .from(topics)
    .where(and(isNotNull(topics.parentId), isNull(topics.retiredAt)))
    .orderBy(asc(topics.title));
}
