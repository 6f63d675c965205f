import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { editStatements } from '#app/features/shift/roster-statements.ts';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { stillVersion } from '#db/still-version.ts';
import { getRoster, getShift, type PublishedShiftRow } from '#db/tenant/queries/shifts.ts';
import { publishedShifts } from '#db/tenant/schema/shift.ts';

type Times = Partial<Pick<PublishedShiftRow, 'startsAt' | 'endsAt' | 'breaks'>>;
type Author = { by: string; at: Date; isAgreed: boolean };

/**
 * The statements by which a shift is changed on the day itself, for one batch: what its owner was told and, where it still
 * says the same, the planner's plan. `isAgreed`: he has agreed to it; else he has still to see it. Null: the engine is at
 * work on the plan.
 */
export async function changeTold(
  db: TenantDb,
  shift: PublishedShiftRow,
  times: Times,
  { by, at, isAgreed }: Author,
): Promise<Statement[] | null> {
  const roster = await getRoster(db, shift.rosterId);
  if (!roster || roster.solveId !== null) return null;
  const draft = await getShift(db, shift.id);
  const version = shift.version + 1;
  const seen = isAgreed ? { ackAt: at, consentAt: at } : { ackAt: null };
  const told = db
    .update(publishedShifts)
    .set({ ...times, ...seen, version })
    .where(eq(publishedShifts.id, shift.id));
  const edit = {
    kind: 'move' as const,
    before: draft ? [draft] : [],
    after: draft ? [{ ...draft, ...times, version: draft.version + 1 }] : [],
  };
  return [
    stillVersion(db, publishedShifts, shift),
    told,
    ...editStatements(db, roster, edit, { id: uuid(), by, at }),
  ];
}

/** The statements by which somebody who agreed to come gets a shift. */
export async function addTold(
  db: TenantDb,
  row: Pick<PublishedShiftRow, 'id' | 'rosterId' | 'userId' | 'date' | 'startsAt' | 'endsAt' | 'skill'>,
  { by, at }: Omit<Author, 'isAgreed'>,
): Promise<Statement[] | null> {
  const roster = await getRoster(db, row.rosterId);
  if (!roster || roster.solveId !== null) return null;
  const shift = { ...row, breaks: [], templateId: null, version: 0 };
  const agreed = { publishedAt: at, ackAt: at, needsConsent: true, consentAt: at };
  const edit = { kind: 'place' as const, before: [], after: [{ ...shift, isPinned: true, note: null }] };
  return [
    ...editStatements(db, roster, edit, { id: uuid(), by, at }),
    db.insert(publishedShifts).values({ ...shift, ...agreed }),
  ];
}
