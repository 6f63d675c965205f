import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { Statement } from '../../commit.ts';
import { rowsFrom } from '../../json-rows.ts';
import type { TenantDb } from '../../open.ts';
import {
  churnDue,
  churnRuns,
  churnScoreHistory,
  churnScores,
  departures,
  lineLives,
} from '../schema/churn.ts';
import { lines } from '../schema/subscriber.ts';

export type ChurnRun = typeof churnRuns.$inferSelect;

export async function getChurnRun(db: TenantDb, on: string): Promise<ChurnRun | null> {
  const [row] = await db.select().from(churnRuns).where(eq(churnRuns.on, on));
  return row ?? null;
}

/** The last night; with `before`: the last before that date. */
export async function getLastChurnRun(db: TenantDb, before = '~'): Promise<ChurnRun | null> {
  const [row] = await db
    .select()
    .from(churnRuns)
    .where(lt(churnRuns.on, before))
    .orderBy(desc(churnRuns.on))
    .limit(1);
  return row ?? null;
}

/** The lines to be scored next. */
export async function listDueLines(db: TenantDb, limit: number): Promise<string[]> {
  const rows = await db.select().from(churnDue).orderBy(asc(churnDue.lineId)).limit(limit);
  return rows.map(({ lineId }) => lineId);
}

/** The last of the next lines behind a place; null: there are none. */
export async function getLinePageEnd(db: TenantDb, after: string, size: number): Promise<string | null> {
  const [row] = await db.all<{ upTo: string | null }>(sql`
    select max(id) as upTo from (select id from lines where id > ${after} order by id limit ${size})`);
  return row?.upTo ?? null;
}

/** Lines of a page of which nobody wrote down when they joined. */
export async function listUndated(db: TenantDb, { after, upTo }: { after: string; upTo: string }) {
  return db
    .select({ lineId: lines.id, ownedSince: lines.ownedSince, createdAt: lines.createdAt })
    .from(lines)
    .leftJoin(lineLives, eq(lineLives.lineId, lines.id))
    .where(and(gt(lines.id, after), sql`${lines.id} <= ${upTo}`, isNull(lineLives.lineId)));
}

const isHere = sql`not exists (select 1 from departures d where d.line_id = l.id and d.returned_on is null)`;

/** Marks whoever of a page is in the base. */
export function markPage(db: TenantDb, { after, upTo }: { after: string; upTo: string }): Statement {
  return mark(db, sql`select l.id from lines l where l.id > ${after} and l.id <= ${upTo} and ${isHere}`);
}

/** `since`: the instant of the last night, `floor`: below the ids of everything made from some days before it on. */
export type ChangedSince = { since: Date; floor: string; day: string; turn: number; turns: number };

/**
 * Marks the lines in whose lives something happened since the last night, and every so manieth besides: what only grows
 * with time is looked at again that often.
 */
export function markChanged(db: TenantDb, { since, floor, day, turn, turns }: ChangedSince): Statement {
  const at = since.getTime();
  const ofSubscribers = (subscribers: SQL) =>
    sql`select id from lines where subscriber_id in (${subscribers})`;
  const changed = sql.join(
    [
      sql`select id from lines where id > ${floor} or rowid % ${turns} = ${turn}`,
      sql`select line_id from requests where id > ${floor}`,
      sql`select line_id from line_usage where told_at >= ${at}`,
      sql`select r.line_id from journal_entries e join receivables r on r.id = e.receivable_id
        where e.id > ${floor} and r.line_id is not null`,
      sql`select line_id from departures where returned_on >= ${day}`,
      ofSubscribers(sql`select subscriber_id from cases where id > ${floor}`),
      ofSubscribers(sql`select subscriber_id from contacts where id > ${floor}`),
      ofSubscribers(
        sql`select c.subscriber_id from ratings s join cases c on c.id = s.case_id where s.at >= ${at}`,
      ),
    ],
    sql` union `,
  );
  return mark(db, sql`select l.id from (${changed}) found join lines l on l.id = found.id where ${isHere}`);
}

function mark(db: TenantDb, found: SQL): Statement {
  return db.insert(churnDue).select(sql`${found}`).onConflictDoNothing();
}

/** Lines behind a place without traffic since a date that are still in the base. */
export async function listSilent(
  db: TenantDb,
  { activeUntil, after }: { activeUntil: string; after: string },
  limit: number,
) {
  return db
    .select({
      lineId: lines.id,
      carrierAccountId: lines.carrierAccountId,
      lastActiveOn: sql<string>`${lineLives.lastActiveOn}`,
    })
    .from(lineLives)
    .innerJoin(lines, eq(lines.id, lineLives.lineId))
    .leftJoin(departures, and(eq(departures.lineId, lines.id), isNull(departures.returnedOn)))
    .where(
      and(
        isNotNull(lineLives.lastActiveOn),
        sql`${lineLives.lastActiveOn} <= ${activeUntil}`,
        gt(lineLives.lineId, after),
        isNull(departures.id),
      ),
    )
    .orderBy(asc(lineLives.lineId))
    .limit(limit);
}

/** Ends the silence of whoever had traffic after it was noticed. */
export function endSilence(db: TenantDb): Statement {
  const active = sql`(select v.last_active_on from line_lives v where v.line_id = ${departures.lineId})`;
  return db
    .update(departures)
    .set({ returnedOn: active })
    .where(
      and(isNull(departures.returnedOn), eq(departures.kind, 'silent'), sql`${active} > ${departures.on}`),
    );
}

/** Takes down the scores of whoever has left since: nobody has to keep him. */
export function dropScoresOfLeavers(db: TenantDb, since: Date): Statement {
  const { returnedOn, notedAt } = departures;
  const left = db
    .select({ id: departures.lineId })
    .from(departures)
    .where(and(isNull(returnedOn), gte(notedAt, since)));
  return db.delete(churnScores).where(inArray(churnScores.lineId, left));
}

/** `row`: the line, probability, band, reasons, inputs. */
export type ScoreRow = [
  lineId: string,
  probability: number,
  band: string,
  reasons: string[],
  inputs: (number | null)[],
];

/** Keeps new scores, and what was foretold before wherever it moved by five points or into another band. */
export function storeScores(
  db: TenantDb,
  { on, modelId }: { on: string; modelId: string },
  rows: readonly ScoreRow[],
): Statement[] {
  const given = sql`(select value ->> 0 as id, value ->> 1 as p, value ->> 2 as band, value -> 3 as reasons,
    value -> 4 as inputs ${rowsFrom(rows)})`;
  const moved = sql`select n.id, ${on}, ${modelId}, n.p, n.band from ${given} n
    left join churn_scores s on s.line_id = n.id
    where s.line_id is null or s.band <> n.band or abs(s.probability - n.p) >= 0.05`;
  const set = {
    on: sql`excluded."on"`,
    modelId: sql`excluded.model_id`,
    probability: sql`excluded.probability`,
    band: sql`excluded.band`,
    reasons: sql`excluded.reasons`,
    inputs: sql`excluded.inputs`,
  };
  return [
    db.insert(churnScoreHistory).select(moved).onConflictDoNothing(),
    db
      .insert(churnScores)
      .select(
        sql`select n.id, ${on}, ${modelId}, n.p, n.band, n.reasons, n.inputs from ${given} n where true`,
      )
      .onConflictDoUpdate({ target: churnScores.lineId, set }),
  ];
}
