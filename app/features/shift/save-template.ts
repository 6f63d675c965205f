import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { shiftTemplates } from '#db/tenant/schema/shift.ts';
import { notAllowed, type ShiftDesk, type ShiftRefused } from './shift-desk.ts';
import { minutesOf } from './shift-steps.ts';

/** A half hour of the wall clock, `HH:MM`. */
export const halfHour = z.string().regex(/^([01]\d|2[0-3]):[03]0$/, 'halfHour');
/** From when to when it may begin, `HH:MM` of the wall clock; how many hours it is long, and its unpaid breaks. */
export const TemplateInput = z.object({
  name: z.string().trim().min(1, 'required').max(60, 'long'),
  first: halfHour,
  last: halfHour,
  hours: z.coerce.number().min(1, 'halfHours').max(24, 'halfHours').multipleOf(0.5, 'halfHours'),
  breaks: z.coerce.number().int().min(0).max(3),
});

type Desk = Pick<ShiftDesk, 'db' | 'actor' | 'now'>;

/** A shape of shifts the engine may choose from: starts an hour apart, half-hour breaks spread over it. */
export async function addTemplate(
  { db, actor }: Desk,
  { id, name, first, last, hours, breaks }: z.infer<typeof TemplateInput> & { id: string },
): ShiftRefused<{ id: string }> {
  if (!can(actor, 'shift:write')) return refuse(notAllowed);
  const minutes = 60 * hours;
  const from = minutesOf(first);
  const starts = [];
  for (let start = from; start <= Math.max(from, minutesOf(last)); start += 60) starts.push(start);
  const presences = [{ minutes, breaks: spreadBreaks(minutes, breaks) }];
  const written = await commit(db, [
    db.insert(shiftTemplates).values({ id, name, starts, presences, version: 1 }),
  ]);
  return written.ok ? ok({ id }) : refuse({ code: 'template-name-taken' });
}

/** Each in its part of the shift, an hour to either side of the middle. */
function spreadBreaks(minutes: number, count: number) {
  return Array.from({ length: count }, (_, nth) => {
    const middle = Math.floor((minutes * (nth + 1)) / (count + 1) / 30) * 30;
    return {
      minutes: 30,
      isPaid: false,
      earliest: Math.max(30, middle - 60),
      latest: Math.min(minutes - 60, middle + 30),
    };
  });
}

/** No plan is made with it any more; shifts that were stay. */
export async function retireTemplate({ db, actor, now }: Desk, id: string): ShiftRefused<{ id: string }> {
  if (!can(actor, 'shift:write')) return refuse(notAllowed);
  const isInUse = and(eq(shiftTemplates.id, id), isNull(shiftTemplates.retiredAt));
  const written = await commit(db, [db.update(shiftTemplates).set({ retiredAt: now }).where(isInUse)]);
  const isMine = written.ok && written.results[0]?.rowsAffected === 1;
  return isMine ? ok({ id }) : refuse({ code: 'template-not-found' });
}
