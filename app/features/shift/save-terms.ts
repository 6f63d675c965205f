import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { isColleague } from '#db/control/queries/colleagues.ts';
import { listWorkTerms } from '#db/tenant/queries/shifts.ts';
import { workTerms } from '#db/tenant/schema/shift.ts';
import { halfHour } from './save-template.ts';
import { protectionKinds } from './shift.ts';
import { notAllowed, type ShiftDesk, type ShiftRefused } from './shift-desk.ts';

const zones = new Set(Intl.supportedValuesOf('timeZone'));
const halfHours = z
  .int()
  .min(0)
  .max(168 * 60)
  .multipleOf(30);

/** On what terms somebody works. Minutes; a protection holds until its date, with the paper that says so. */
export const TermsInput = z.strictObject({
  userId: z.string().max(80),
  timeZone: z.string().refine((zone) => zone === 'UTC' || zones.has(zone), 'timeZone'),
  weekMinutesMin: halfHours,
  weekMinutesMax: halfHours.min(60),
  accountingMonths: z.int().min(0).max(12),
  maxDayMinutes: halfHours.min(60).max(24 * 60),
  nightConsent: z.boolean(),
  protections: z
    .array(
      z.strictObject({
        kind: z.enum(protectionKinds),
        until: z.iso.date('date').nullable(),
        document: z.string().trim().min(1, 'required').max(200, 'long'),
      }),
    )
    .max(9),
  available: z
    .array(
      z.strictObject({
        weekdays: z.array(z.int().min(1).max(7)).min(1, 'required').max(7),
        from: halfHour,
        to: halfHour,
      }),
    )
    .max(14),
  hiredOn: z.iso.date('date'),
  endsOn: z.iso.date('date').nullable(),
});

/** Writes down how somebody works; from then on he is planned. */
export async function saveTerms(
  { db, control, actor, now }: Omit<ShiftDesk, 'timeZone'>,
  { userId, ...terms }: z.infer<typeof TermsInput>,
): ShiftRefused<{ userId: string }> {
  if (!can(actor, 'shift:write')) return refuse(notAllowed);
  if (!(await isColleague(control, db.tenantId, userId))) return refuse({ code: 'person-not-found' });
  const old = (await listWorkTerms(db)).find((row) => row.userId === userId);
  const weekMinutesMin = Math.min(terms.weekMinutesMin, terms.weekMinutesMax);
  const set = {
    ...terms,
    weekMinutesMin,
    version: (old?.version ?? 0) + 1,
    changedAt: now,
    changedBy: actor.userId,
  };
  await commit(db, [
    db
      .insert(workTerms)
      .values({ userId, ...set })
      .onConflictDoUpdate({ target: workTerms.userId, set }),
  ]);
  return ok({ userId });
}
