import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { editStatements } from '#app/features/shift/roster-statements.ts';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { stillVersion } from '#db/still-version.ts';
import { getRoster, getShift, type PublishedShiftRow, type ShiftRow } from '#db/tenant/queries/shifts.ts';
import { publishedShifts } from '#db/tenant/schema/shift.ts';
import type { Handing } from './judge-exchange.ts';

type Told = { shift: PublishedShiftRow; to: string };
type Author = { by: string; at: Date };

/**
 * The statements by which shifts change hands, for one batch: what people were told, and the planner's own plan where he
 * has not changed those shifts since. Both consented by offering and by taking (article 103). Takes the next number of each
 * plan, so that a publishing or an edit at the same time comes before or after it, never between. Null: the engine is at
 * work on the plan.
 */
export async function exchangeStatements(
  db: TenantDb,
  handings: readonly Told[],
  { by, at }: Author,
): Promise<Statement[] | null> {
  const statements = handings.flatMap(({ shift, to }) => [
    stillVersion(db, publishedShifts, shift),
    db
      .update(publishedShifts)
      .set({ userId: to, ackAt: at, consentAt: at, version: shift.version + 1 })
      .where(eq(publishedShifts.id, shift.id)),
  ]);
  for (const [rosterId, ofRoster] of Map.groupBy(handings, ({ shift }) => shift.rosterId)) {
    const roster = await getRoster(db, rosterId);
    if (!roster || roster.solveId !== null) return null;
    const drafts = await draftsOf(db, ofRoster);
    const after = drafts.map(({ draft, to }) => ({ ...draft, userId: to, version: draft.version + 1 }));
    const edit = { kind: 'swap' as const, before: drafts.map(({ draft }) => draft), after };
    statements.push(...editStatements(db, roster, edit, { id: uuid(), by, at }));
  }
  return statements;
}

/** Those of the planner's shifts that still are as people were told. */
async function draftsOf(db: TenantDb, handings: readonly Told[]): Promise<{ draft: ShiftRow; to: string }[]> {
  const drafts = await Promise.all(
    handings.map(async ({ shift, to }) => ({ draft: await getShift(db, shift.id), shift, to })),
  );
  return drafts.flatMap(({ draft, shift, to }) => (draft && isSame(draft, shift) ? [{ draft, to }] : []));
}

function isSame(draft: ShiftRow, told: PublishedShiftRow): boolean {
  return (
    draft.userId === told.userId &&
    draft.startsAt.getTime() === told.startsAt.getTime() &&
    draft.endsAt.getTime() === told.endsAt.getTime()
  );
}

/** Who gets which shift when an offer comes to pass. */
export function handingsOf(
  offer: { offeredBy: string },
  shiftIds: { own: string; wanted: string | null },
  taker: string,
): Handing[] {
  const given = { shiftId: shiftIds.own, to: taker };
  return shiftIds.wanted === null ? [given] : [given, { shiftId: shiftIds.wanted, to: offer.offeredBy }];
}
