import { asc, inArray, sql } from 'drizzle-orm';
import type { FactEntity } from '#app/features/metric/measure.ts';
import type { ZoneDays } from '#app/features/metric/zone-days.ts';
import type { Statement } from '../../commit.ts';
import type { TenantDb } from '../../open.ts';
import { caseClocks, reportChanges, reportRebuilds } from '../schema/report.ts';
import { entityTables, writtenSql } from './registry-sql.ts';
import { factsSql, type Span } from './report-facts.ts';
import { cellMoves, factsFrom, moveCellsSql, moveSql } from './report-moves.ts';

/** What facts are told of by themselves; a clock belongs to its case. */
export type Changed = Exclude<FactEntity, 'clock'>;
type ClockRow = typeof caseClocks.$inferSelect;

function raw(text: string, params: readonly unknown[]): Statement {
  return { toSQL: () => ({ sql: text, params: [...params] }) };
}

export function listReportChanges(db: TenantDb, limit: number) {
  return db.select().from(reportChanges).orderBy(asc(reportChanges.seq)).limit(limit);
}

/** Whether anything is to be counted, from zero if it never was: one cheap look, for it is asked all the time. */
export async function hasReportWork(db: TenantDb, now: Date): Promise<boolean> {
  const [row] = await db.all<{ has: number }>(sql`select exists (select 1 from ${reportChanges})
    or exists (select 1 from ${caseClocks} where due_at < ${now.getTime()})
    or not exists (select 1 from ${reportRebuilds} where entity is null) as has`);
  return row?.has === 1;
}

/** Only those that were not told anew meanwhile: then they have another number. */
export function forgetReportChanges(db: TenantDb, seqs: readonly number[]): Statement {
  return db.delete(reportChanges).where(inArray(reportChanges.seq, [...seqs]));
}

/** Cases with a clock that came due by itself, as if they had been told of. */
export function tellDueClocks(now: Date): Statement {
  return raw(
    `insert or ignore into report_changes (entity, id)
      select distinct 'case', case_id from case_clocks where due_at < ?1 and due_at is not null`,
    [BigInt(now.getTime())],
  );
}

/** Takes the old facts of a span out of the cells. */
export function takeOut(entity: Changed, span: Span): Statement[] {
  const into = { sign: -1, cells: 'report_cells' } as const;
  const sums = tablesOf(entity).flatMap((table) => moveCellsSql(table, span, into));
  return [...sums.map((text) => raw(text, span.params)), ...dropFacts(entity, span)];
}

export function dropFacts(entity: Changed, span: Span): Statement[] {
  const rows = [`delete from ${entity}_facts where ${span.where('id')}`];
  if (entity === 'case') rows.push(`delete from case_clocks where ${span.where('case_id')}`);
  return rows.map((text) => raw(text, span.params));
}

/** Derives the facts of a span from the log and adds them to the cells. There are none of it yet. */
export function putIn(entity: Changed, span: Span, days: ZoneDays, clocks: readonly ClockRow[]): Statement[] {
  const into = { sign: 1, cells: 'report_cells' } as const;
  const sums = tablesOf(entity).flatMap((table) => moveCellsSql(table, span, into));
  return [...deriveFacts(entity, span, days, clocks), ...sums.map((text) => raw(text, span.params))];
}

/** Derives the facts of a span from the log. There are none of it yet. */
export function deriveFacts(
  entity: Changed,
  span: Span,
  days: ZoneDays,
  clocks: readonly ClockRow[],
): Statement[] {
  const derived = raw(factsSql[entity](days, span), span.params);
  return entity === 'case' ? [derived, keepClocks(clocks)] : [derived];
}

function tablesOf(entity: Changed): readonly FactEntity[] {
  return entity === 'case' ? ['case', 'clock'] : [entity];
}

function keepClocks(rows: readonly ClockRow[]): Statement {
  const values = rows.map(inOrder);
  const places = Array.from({ length: 7 }, (_, place) => `value ->> ${place}`);
  return raw(
    `insert into case_clocks (case_id, place, target, judged_day, is_met, spent_ms, due_at)
      select ${places.join(', ')} from json_each(?1)`,
    [JSON.stringify(values)],
  );
}

function inOrder({ caseId, place, target, judgedDay, isMet, spentMs, dueAt }: ClockRow) {
  return [caseId, place, target, judgedDay, isMet, spentMs, dueAt];
}

/** A sum that came to nothing is no cell: counted from zero there would be none. */
export function dropEmptyCells(): Statement {
  return raw('delete from report_cells where value = 0', []);
}

export async function getRebuild(db: TenantDb) {
  const [row] = await db.select().from(reportRebuilds).limit(1);
  return row ?? null;
}

/** Begins to count from the first case on. Until the end the facts are replaced piece by piece, and the cells stay. */
export function beginRebuild(db: TenantDb, now: Date): Statement[] {
  const begun = { entity: 'case', cursor: '', startedAt: now, endedAt: null } as const;
  return [
    raw('delete from report_cells_next', []),
    raw('delete from report_changes', []),
    db
      .insert(reportRebuilds)
      .values({ id: 1, ...begun })
      .onConflictDoUpdate({ target: reportRebuilds.id, set: begun }),
  ];
}

/** One piece of cells to be summed up from zero: the move of `cellMoves`, and the days it is about, both within. */
export type CellPiece = { move: number; from: number; to: number };

/** The days of a month on which anything counts, the first after a day of a move. */
export async function getNextCells(
  db: TenantDb,
  { move, after }: { move: number; after: number },
): Promise<CellPiece | null> {
  const { entity, day } = cellMoves[move] ?? {};
  if (!entity || !day) return null;
  const [row] = await db.all<{ from: number | null; to: number }>(sql`select "from",
    unixepoch(date("from" * 86400, 'unixepoch', 'start of month', '+1 month', '-1 day')) / 86400 as "to"
    from (select min(${writtenSql(day)}) as "from" from ${writtenSql(factsFrom[entity].from)}
      where ${writtenSql(day)} > ${after})`);
  return row && row.from !== null ? { move, from: row.from, to: row.to } : null;
}

/** Sums up facts that are all derived, into cells of which there are none yet. */
export function sumCells({ move, from, to }: CellPiece): Statement[] {
  const one = cellMoves[move];
  if (!one) return [];
  const span = { where: () => `${one.day} between ?1 and ?2`, params: [BigInt(from), BigInt(to)] };
  return [raw(moveSql(one, span, { sign: 1, cells: 'report_cells_next' }), span.params)];
}

/** What was counted from zero takes the place of what pages showed until now. */
export function showCounted(): Statement[] {
  return [
    raw('delete from report_cells', []),
    raw('insert into report_cells select * from report_cells_next where value <> 0', []),
    raw('delete from report_cells_next', []),
  ];
}

/** The next ids of an entity's table, in their order, as far as a piece goes; and how many they are. */
export async function getNextPiece(db: TenantDb, entity: Changed, after: string, size: number) {
  const ids = sql`select id from ${entityTables[entity]} where id > ${after} order by id limit ${size}`;
  const [piece] = await db.all<{ last: string | null; n: number }>(
    sql`select max(id) as last, count(*) as n from (${ids})`,
  );
  return piece?.last ? { last: piece.last, n: piece.n } : null;
}

export async function listIdsBetween(db: TenantDb, entity: Changed, after: string, to: string) {
  const rows = await db.all<{ id: string }>(
    sql`select id from ${entityTables[entity]} where id > ${after} and id <= ${to}`,
  );
  return rows.map(({ id }) => id);
}

export function moveRebuild(
  db: TenantDb,
  to: Pick<typeof reportRebuilds.$inferSelect, 'entity' | 'cursor' | 'endedAt'>,
): Statement {
  return db.update(reportRebuilds).set(to);
}
