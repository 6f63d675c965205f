import { eq, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { listColleagues } from '#db/control/queries/colleagues.ts';
import type { TenantDb } from '#db/open.ts';
import { type AbsenceRow, getAbsence, getMending, type MendingRow } from '#db/tenant/queries/shift-life.ts';
import type { ShiftRow } from '#db/tenant/queries/shifts.ts';
import { type KeptMending, mendings } from '#db/tenant/schema/shift-life.ts';
import { type BrokenPlans, findMending, readBrokenPlans } from './propose-mending.ts';
import { editStatements } from './roster-statements.ts';
import { notAllowed, type ShiftDesk } from './shift-desk.ts';
import type { ShiftRefusal } from './shift-refusal.ts';

/** The changes that were looked at. */
export const SeenMending = z.strictObject({ mendingId: z.uuid() });

export type Mending = NonNullable<Awaited<ReturnType<typeof readMending>>>;

/** What the planner looks at before he accepts it, with names. Null: there is no such sickness. */
export async function readMending(desk: ShiftDesk, absenceId: string) {
  const absence = await getAbsence(desk.db, absenceId);
  if (absence?.kind !== 'sick') return null;
  const plans = await readBrokenPlans(desk, absence);
  const kept = plans && plans.lost.length > 0 ? await keepMending(desk, absence, plans) : null;
  const people = await listColleagues(desk.control, desk.db.tenantId);
  const nameOf = (userId: string) => people.find(({ id }) => id === userId)?.name ?? '';
  const { fromAt, toAt, userId } = absence;
  const touched = new Set([...(plans?.lost ?? []), ...(kept?.changes ?? [])].map(({ rosterId }) => rosterId));
  return {
    absence: { id: absenceId, name: nameOf(userId), fromAt, lastAt: new Date(toAt.getTime() - 1) },
    rosters: (plans?.rosters ?? [])
      .filter(({ id }) => touched.has(id))
      .map(({ id, fromDate, toDate }) => ({ id, fromDate, lastDate: addDays(toDate, -1) })),
    lost: (plans?.lost ?? []).map(({ date, startsAt, endsAt }) => ({ date, startsAt, endsAt })),
    mendingId: kept?.id ?? null,
    acceptedAt: kept?.acceptedAt ?? null,
    mended: (kept?.changes ?? []).map((one) => ({
      name: nameOf(one.userId),
      before: one.before && timesOf(one.before),
      after: one.after && timesOf(one.after),
    })),
  };
}

function timesOf({ date, startsAt, endsAt }: NonNullable<KeptMending['before']>) {
  return { date, startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
}

/**
 * What was accepted while the plans still hold it; else what was reckoned last, or what is reckoned now where that stands on
 * what is no more. Of two who look at once both see the same.
 */
async function keepMending({ db, now }: ShiftDesk, absence: AbsenceRow, plans: BrokenPlans) {
  const kept = await getMending(db, absence.id);
  if (kept?.acceptedAt ? isHeld(kept, plans.shifts) : kept?.basis === plans.basis) return kept;
  const made = { id: uuid(), basis: plans.basis, changes: await findMending(plans), madeAt: now };
  const fresh = { ...made, acceptedAt: null, acceptedBy: null };
  const isOther = sql`${mendings.basis} <> ${plans.basis}`;
  await commit(db, [
    db
      .insert(mendings)
      .values({ absenceId: absence.id, ...made })
      .onConflictDoUpdate({ target: mendings.absenceId, set: fresh, setWhere: isOther }),
  ]);
  return getMending(db, absence.id);
}

function isHeld({ changes }: MendingRow, shifts: readonly ShiftRow[]): boolean {
  const now = new Map(shifts.map((shift) => [shift.id, shift]));
  return changes.every(({ before, after }) => {
    if (!after) return before === null || !now.has(before.id);
    const shift = now.get(after.id);
    return shift?.startsAt.getTime() === after.startsAt && shift.endsAt.getTime() === after.endsAt;
  });
}

/**
 * Takes the changes that were looked at into their plans, in one batch: all or none. Nobody's shifts change by that: people
 * are told when the planner publishes, and what begins within a month needs their consent.
 */
export async function acceptMending(
  desk: ShiftDesk,
  absenceId: string,
  { mendingId }: z.infer<typeof SeenMending>,
): Promise<Result<{ changes: number }, ShiftRefusal | { code: 'absence-not-found' }>> {
  const { db, actor, now } = desk;
  if (!can(actor, 'shift:write')) return refuse(notAllowed);
  const absence = await getAbsence(db, absenceId);
  if (!absence) return refuse({ code: 'absence-not-found' });
  const [kept, plans] = [await getMending(db, absenceId), await readBrokenPlans(desk, absence)];
  if (!kept || !plans || kept.id !== mendingId || kept.basis !== plans.basis || kept.acceptedAt)
    return refuse({ code: 'mending-outdated' });
  const touched = plans.rosters.filter(({ id }) => kept.changes.some(({ rosterId }) => rosterId === id));
  if (touched.some(({ solveId }) => solveId !== null)) return refuse({ code: 'roster-solving' });
  const statements = [
    ...touched.flatMap((roster) => {
      const own = kept.changes.filter(({ rosterId }) => rosterId === roster.id);
      const edit = { kind: 'replan' as const, before: rowsOf(own, 'before'), after: rowsOf(own, 'after') };
      return editStatements(db, roster, edit, { id: uuid(), by: actor.userId, at: now });
    }),
    acceptance(db, absenceId, { by: actor.userId, at: now }),
  ];
  const written = await commit(
    db,
    statements,
    touched.map(({ id }) => ({ topic: 'roster', id })),
  );
  return written.ok ? ok({ changes: kept.changes.length }) : refuse({ code: 'mending-outdated' });
}

function acceptance(db: TenantDb, absenceId: string, { by, at }: { by: string; at: Date }) {
  return db.update(mendings).set({ acceptedAt: at, acceptedBy: by }).where(eq(mendings.absenceId, absenceId));
}

function rowsOf(changes: readonly KeptMending[], side: 'before' | 'after'): ShiftRow[] {
  return changes.flatMap(({ rosterId, [side]: kept }) =>
    kept ? [{ ...kept, rosterId, startsAt: new Date(kept.startsAt), endsAt: new Date(kept.endsAt) }] : [],
  );
}
