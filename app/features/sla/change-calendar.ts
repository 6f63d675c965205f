import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Actor, can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getCalendar } from '#db/tenant/queries/sla.ts';
import { calendars, calendarVersions } from '#db/tenant/schema/sla.ts';
import { CalendarHours, findCalendarFault } from './calendar.ts';
import type { SlaRefusal } from './sla-refusal.ts';
import { dateAt } from './wall-clock.ts';

export type SlaDesk = { db: TenantDb; actor: Actor; now: Date };

export const Reason = z.string().trim().min(3, { error: 'short' }).max(300, { error: 'long' });
export const CalendarInput = z.strictObject({
  name: z.string().trim().min(1, { error: 'required' }).max(60, { error: 'long' }),
  /** From the beginning of this day, by the calendar's own clock. */
  effectiveFrom: z.iso.date({ error: 'date' }),
  hours: CalendarHours,
  reason: Reason,
});
export type CalendarInput = z.infer<typeof CalendarInput>;
type Changed = Promise<Result<{ id: string }, SlaRefusal>>;

/** A new calendar. Its first hours hold from ever, so nothing that was counted moves. */
export async function createCalendar(desk: SlaDesk, input: CalendarInput): Changed {
  const { db, actor, now } = desk;
  if (!can(actor, 'sla:write')) return refuse({ code: 'forbidden', action: 'sla:write' });
  const fault = findCalendarFault(input.hours);
  if (fault) return refuse(fault);
  const id = uuid();
  const row = { id, name: input.name, createdBy: actor.userId, createdAt: now };
  return write(desk, id, [db.insert(calendars).values(row), addVersion(desk, id, input)]);
}

/**
 * Other hours from a day on. A version of the same day is replaced by this one and kept; days that are past
 * were counted by their own hours and stay so.
 */
export async function changeCalendar(desk: SlaDesk, id: string, input: CalendarInput): Changed {
  const { db, actor, now } = desk;
  if (!can(actor, 'sla:write')) return refuse({ code: 'forbidden', action: 'sla:write' });
  if (!(await getCalendar(db, id))) return refuse({ code: 'calendar-not-found' });
  const fault = findCalendarFault(input.hours);
  if (fault) return refuse(fault);
  if (input.effectiveFrom < dateAt(now.getTime(), input.hours.timeZone))
    return refuse({ code: 'begins-in-the-past' });
  const replaced = db
    .update(calendarVersions)
    .set({ replacedAt: now })
    .where(
      and(
        eq(calendarVersions.calendarId, id),
        eq(calendarVersions.effectiveFrom, input.effectiveFrom),
        isNull(calendarVersions.replacedAt),
      ),
    );
  const renamed = db.update(calendars).set({ name: input.name }).where(eq(calendars.id, id));
  return write(desk, id, [replaced, renamed, addVersion(desk, id, input)]);
}

function addVersion({ db, actor, now }: SlaDesk, calendarId: string, input: CalendarInput): Statement {
  const { effectiveFrom, hours, reason } = input;
  const author = { createdBy: actor.userId, createdAt: now };
  return db
    .insert(calendarVersions)
    .values({ id: uuid(), calendarId, effectiveFrom, hours, reason, ...author });
}

async function write({ db }: SlaDesk, id: string, statements: Statement[]): Changed {
  const written = await commit(db, statements, [{ topic: 'sla', id }]);
  if (written.ok) return ok({ id });
  return refuse({ code: written.conflict === 'calendars.name' ? 'calendar-name-taken' : 'conflict' });
}
