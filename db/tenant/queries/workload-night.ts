import { and, desc, eq, gte, lt, sql } from 'drizzle-orm';
import type { WorkQueueKey } from '#app/features/workload/work-queue.ts';
import type { Statement } from '../../commit.ts';
import { columns, rowsFrom } from '../../json-rows.ts';
import type { TenantDb } from '../../open.ts';
import { workloadAccuracy, workloadDays, workloadForecasts, workloadRuns } from '../schema/workload.ts';

export type WorkloadRun = typeof workloadRuns.$inferSelect;

export async function getWorkloadRun(db: TenantDb, on: string): Promise<WorkloadRun | null> {
  const [row] = await db.select().from(workloadRuns).where(eq(workloadRuns.on, on));
  return row ?? null;
}

export async function getLastWorkloadRun(db: TenantDb): Promise<WorkloadRun | null> {
  const [row] = await db.select().from(workloadRuns).orderBy(desc(workloadRuns.on)).limit(1);
  return row ?? null;
}

export async function getLastEndedRun(db: TenantDb): Promise<WorkloadRun | null> {
  const [row] = await db
    .select()
    .from(workloadRuns)
    .where(eq(workloadRuns.stage, 'ended'))
    .orderBy(desc(workloadRuns.on))
    .limit(1);
  return row ?? null;
}

/** When the first contact came; `null`: none did. */
export async function getFirstContactAt(db: TenantDb): Promise<number | null> {
  const [row] = await db.all<{ at: number | null }>(sql`select min(started_at) as at from contacts`);
  return row?.at ?? null;
}

/** Contacts of a half hour: `slot` half hours after the beginning of the span. */
export type CountedSlot = {
  channel: string;
  carrier: string;
  slot: number;
  contacts: number;
  handled: number;
  handlingS: number;
};

/** A chat that is open for longer was forgotten. */
const longestChatMs = 3_600_000;

/** What subscribers brought between two instants, by channel, carrier and half hour. Spoken: until the wrap-up is done; a chat: until it ended. */
export function countContacts(db: TenantDb, { from, to }: { from: number; to: number }) {
  const length = sql`case
    when c.channel in ('call', 'walkin') then c.talk_ms + coalesce(c.hold_ms, 0) + coalesce(c.wrap_ms, 0)
    when c.channel in ('chat', 'messenger') and c.ended_at - c.started_at between 1 and ${longestChatMs}
      then c.ended_at - c.started_at end`;
  return db.all<CountedSlot>(sql`
    select channel, carrier, slot, count(*) as contacts, count(length) as handled,
      cast(round(coalesce(sum(length), 0) / 1000.0) as integer) as handlingS
    from (select c.channel as channel, coalesce(l.carrier, k.carrier, '') as carrier,
        cast((c.started_at - ${from}) / 1800000 as integer) as slot, ${length} as length
      from contacts c left join lines l on l.id = c.line_id left join cases k on k.id = c.case_id
      where c.started_at >= ${from} and c.started_at < ${to} and c.direction = 'inbound')
    group by channel, carrier, slot`);
}

/** Requests that came to need a person between two instants; `floor`: below the ids of all that may have. */
export function countRequests(
  db: TenantDb,
  { from, to, floor }: { from: number; to: number; floor: string },
) {
  return db.all<CountedSlot>(sql`
    select 'request' as channel, carrier, slot, count(*) as contacts, 0 as handled, 0 as handlingS
    from (select r.carrier as carrier, cast((e.at - ${from}) / 1800000 as integer) as slot
      from requests r join request_events e on e.request_id = r.id
      where r.id >= ${floor} and e.event in ('needs-a-person', 'given-to-a-person')
        and e.at >= ${from} and e.at < ${to})
    group by carrier, slot`);
}

/** `row`: queue, date, source, contacts, handled, seconds. */
export type WorkDayRow = [
  queue: WorkQueueKey,
  on: string,
  source: 'desk' | 'import',
  contacts: number[],
  handled: number[],
  handlingS: number[],
];

/** Keeps days as they are now; one that is there already is replaced. */
export function storeWorkDays(db: TenantDb, rows: readonly WorkDayRow[], now: Date): Statement {
  return db
    .insert(workloadDays)
    .select(sql`select ${columns(6)}, ${now.getTime()} ${rowsFrom(rows)}`)
    .onConflictDoUpdate({
      target: [workloadDays.queue, workloadDays.on, workloadDays.source],
      set: {
        contacts: sql`excluded.contacts`,
        handled: sql`excluded.handled`,
        handlingS: sql`excluded.handling_s`,
        notedAt: sql`excluded.noted_at`,
      },
    });
}

/** Forgets what the desk counted on some dates: they are counted anew in the same batch. */
export function dropDeskDays(db: TenantDb, { from, to }: { from: string; to: string }): Statement {
  const { on, source } = workloadDays;
  return db.delete(workloadDays).where(and(eq(source, 'desk'), gte(on, from), lt(on, to)));
}

/** `row`: queue, date, lead, contacts, seconds of one, spread, date on which it was made. */
export type ForecastRow = [
  queue: WorkQueueKey,
  on: string,
  lead: 'now' | 'week',
  contacts: number[],
  handlingS: number[],
  spread: number,
  madeOn: string,
];

export function storeForecasts(db: TenantDb, rows: readonly ForecastRow[]): Statement {
  return db
    .insert(workloadForecasts)
    .select(sql`select ${columns(7)} ${rowsFrom(rows)}`)
    .onConflictDoUpdate({
      target: [workloadForecasts.queue, workloadForecasts.on, workloadForecasts.lead],
      set: {
        contacts: sql`excluded.contacts`,
        handlingS: sql`excluded.handling_s`,
        spread: sql`excluded.spread`,
        madeOn: sql`excluded.made_on`,
      },
    });
}

export function storeAccuracy(
  db: TenantDb,
  rows: readonly (typeof workloadAccuracy.$inferInsert)[],
): Statement[] {
  return rows.map((row) => db.insert(workloadAccuracy).values(row).onConflictDoNothing());
}
