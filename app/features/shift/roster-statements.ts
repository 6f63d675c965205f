import { and, eq, sql } from 'drizzle-orm';
import type { Statement } from '#db/commit.ts';
import { columns, rowsFrom, textsIn } from '#db/json-rows.ts';
import type { TenantDb } from '#db/open.ts';
import type { RosterRow, ShiftRow } from '#db/tenant/queries/shifts.ts';
import { type KeptShift, rosterChanges, rosters, shifts } from '#db/tenant/schema/shift.ts';
import type { RosterChangeKind } from './shift.ts';

/** Shifts as they were and as they become: what is only before is removed, what is only after is new. */
export type RosterEdit = {
  kind: RosterChangeKind;
  before: readonly ShiftRow[];
  after: readonly ShiftRow[];
  why?: string;
};
/** The statements of one change, for one batch. The roster's next number is taken by it, or the whole batch fails. */
export function editStatements(
  db: TenantDb,
  { id: rosterId, version }: Pick<RosterRow, 'id' | 'version'>,
  { kind, before, after, why }: RosterEdit,
  { id, by, at }: { id: string; by: string; at: Date },
): Statement[] {
  const next = version + 1;
  return [
    db.insert(rosterChanges).values({
      id,
      rosterId,
      version: next,
      by,
      at,
      kind,
      before: before.map(keep),
      after: after.map(keep),
      why: why ?? null,
    }),
    db
      .update(rosters)
      .set({ version: next })
      .where(and(eq(rosters.id, rosterId), eq(rosters.version, version))),
    db.delete(shifts).where(sql`${shifts.id} ${textsIn(before.map((shift) => shift.id))}`),
    ...insertShifts(db, after),
  ];
}

/** `json_each` gives a statement one parameter, however many shifts there are. */
function insertShifts(db: TenantDb, rows: readonly ShiftRow[]): Statement[] {
  if (rows.length === 0) return [];
  const cells = rows.map((row) => [
    ...[row.id, row.rosterId, row.userId, row.date, row.startsAt.getTime(), row.endsAt.getTime()],
    ...[row.breaks, row.skill, row.templateId, [row.version, row.isPinned ? 1 : 0, row.note]],
  ]);
  const last = sql`value -> 9 ->> 0, value -> 9 ->> 1, value -> 9 ->> 2`;
  return [db.insert(shifts).select(sql`select ${columns(9)}, ${last} ${rowsFrom(cells)}`)];
}

export function keep({ startsAt, endsAt, rosterId: _, version: __, ...shift }: ShiftRow): KeptShift {
  return { ...shift, startsAt: startsAt.getTime(), endsAt: endsAt.getTime() };
}
