import {
  and,
  asc,
  count,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Bars } from '#app/features/admission/bars.ts';
import type { CaseKind } from '#app/features/case/case.ts';
import type { Channel } from '#app/features/contact/contact.ts';
import type { Agent, Skills, Waiting } from '#app/features/routing/routing.ts';
import type { TenantDb } from '#db/open.ts';
import { cases, topics } from '../schema/case.ts';
import { agentProfiles, presences } from '../schema/routing.ts';
import { saveTalks } from '../schema/save.ts';

/** Spelt as in the partial indexes, so that SQLite sees that they apply. */
const isOpen = sql`${cases.state} in ('new', 'open', 'waiting')`;
const isUnassigned = sql`${cases.assigneeId} is null and ${cases.state} in ('new', 'open')`;
const isLeaving =
  sql<boolean>`(exists (select 1 from ${topics} where ${topics.id} = ${cases.topicId} and ${topics.isLeaving})
  or exists (select 1 from ${saveTalks} where ${saveTalks.caseId} = ${cases.id} and ${saveTalks.state} = 'open'))`.mapWith(
    Boolean,
  );
const breachingFirst = [sql`${cases.dueAt} is null`, asc(cases.dueAt)];

export async function getProfile(db: TenantDb, userId: string) {
  const [row] = await db.select().from(agentProfiles).where(eq(agentProfiles.userId, userId)).limit(1);
  return row ?? null;
}

export async function listProfiles(db: TenantDb) {
  return db.select().from(agentProfiles);
}

export async function listPresences(db: TenantDb) {
  return db.select().from(presences).where(ne(presences.state, 'offline'));
}

export async function getPresence(db: TenantDb, userId: string) {
  const [row] = await db.select().from(presences).where(eq(presences.userId, userId)).limit(1);
  return row ?? null;
}

/** Those who said they are at work, and whose page has not been heard of since. */
export async function listSilent(db: TenantDb, since: Date) {
  return db
    .select()
    .from(presences)
    .where(and(ne(presences.state, 'offline'), lt(presences.seenAt, since)));
}

/** The agents at work with what they have in hand; `userIds`: only these. */
export async function listAgentsAtWork(
  db: TenantDb,
  userIds?: readonly string[],
): Promise<Omit<Agent, 'bars'>[]> {
  const rows = await db
    .select({ profile: agentProfiles })
    .from(agentProfiles)
    .innerJoin(presences, eq(presences.userId, agentProfiles.userId))
    .where(
      and(eq(presences.state, 'online'), userIds ? inArray(agentProfiles.userId, [...userIds]) : undefined),
    );
  const loads = await listLoads(
    db,
    rows.map(({ profile }) => profile.userId),
  );
  return rows.map(({ profile }) => ({ ...profile, load: loads.get(profile.userId) ?? {} }));
}

/** Open cases of each agent by channel. One that waits for the subscriber takes no room. */
export async function listLoads(db: TenantDb, userIds: string[]): Promise<Map<string, Agent['load']>> {
  const loads = new Map<string, Agent['load']>();
  if (userIds.length === 0) return loads;
  const rows = await db
    .select({ userId: cases.assigneeId, channel: cases.channel, n: count() })
    .from(cases)
    .where(and(inArray(cases.assigneeId, userIds), isOpen, ne(cases.state, 'waiting')))
    .groupBy(cases.assigneeId, cases.channel);
  for (const { userId, channel, n } of rows) {
    if (userId) loads.set(userId, { ...loads.get(userId), [channel]: n });
  }
  return loads;
}

/** What somebody could take: by his skills and the tests he has passed, and in these channels. */
type Wanted = Skills & { channels?: readonly Channel[]; bars?: Bars };

/** Cases that are nobody's, those first that would breach first; `wanted` absent: whoever could take them. */
export async function listWaiting(
  db: TenantDb,
  now: Date,
  limit: number,
  wanted?: Wanted,
): Promise<Waiting[]> {
  const awake = or(isNull(cases.snoozedUntil), lt(cases.snoozedUntil, now));
  const waiting = await db
    .select({
      id: cases.id,
      channel: cases.channel,
      carrier: cases.carrier,
      kind: cases.kind,
      language: cases.language,
      isLeaving,
      dueAt: cases.dueAt,
      createdAt: cases.createdAt,
      subscriberId: cases.subscriberId,
    })
    .from(cases)
    .where(unassignedFirst(and(awake, fits(wanted)), limit))
    .orderBy(...breachingFirst);
  const known = await lastAgentsOf(
    db,
    waiting.map(({ subscriberId }) => subscriberId).filter((id) => id !== null),
  );
  return waiting.map(({ subscriberId, ...row }) => ({
    ...row,
    lastAgentId: (subscriberId && known.get(subscriberId)) || null,
  }));
}

/** Asked every two seconds: left to itself, SQLite takes the state for the rarest condition and sorts all that wait. */
function unassignedFirst(which: SQL | undefined, limit: number): SQL {
  return sql`${cases.id} in (select ${cases.id} from ${cases} indexed by cases_unassigned
    where ${and(isUnassigned, which)} order by ${sql.join(breachingFirst, sql`, `)} limit ${limit})`;
}

/** As `mayTake`, in the database: a case that nobody of them could take must not fill the list. */
function fits(wanted: Wanted | undefined) {
  if (!wanted) return undefined;
  const { carriers, kinds, languages, saves, channels, bars } = wanted;
  const barred = bars?.carriers ?? [];
  return and(
    barred.length > 0 ? or(isNull(cases.carrier), notInArray(cases.carrier, [...barred])) : undefined,
    bars?.unknownCarrier ? isNotNull(cases.carrier) : undefined,
    carriers.length > 0 ? or(isNull(cases.carrier), inArray(cases.carrier, [...carriers])) : undefined,
    kinds.length > 0 ? inArray(cases.kind, [...kinds] as CaseKind[]) : undefined,
    languages.length > 0 ? inArray(cases.language, [...languages]) : undefined,
    saves ? undefined : sql`not ${isLeaving}`,
    channels ? inArray(cases.channel, [...channels]) : undefined,
  );
}

/** Who had the newest case of each subscriber that was anybody's. */
async function lastAgentsOf(db: TenantDb, subscriberIds: string[]): Promise<Map<string, string>> {
  if (subscriberIds.length === 0) return new Map();
  const rows = await db
    .select({ subscriberId: cases.subscriberId, agentId: cases.assigneeId, newest: sql`max(${cases.id})` })
    .from(cases)
    .where(and(inArray(cases.subscriberId, subscriberIds), isNotNull(cases.assigneeId)))
    .groupBy(cases.subscriberId);
  return new Map(
    rows.flatMap(({ subscriberId, agentId }) => (subscriberId && agentId ? [[subscriberId, agentId]] : [])),
  );
}

/** What an agent has in hand that still needs us. */
export async function listCasesToHandOver(db: TenantDb, userId: string, limit: number) {
  return db
    .select()
    .from(cases)
    .where(and(eq(cases.assigneeId, userId), isOpen, ne(cases.state, 'waiting')))
    .orderBy(desc(cases.id))
    .limit(limit);
}
