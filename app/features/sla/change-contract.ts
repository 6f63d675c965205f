import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { listCalendars } from '#db/tenant/queries/sla.ts';
import { contractVersions } from '#db/tenant/schema/sla.ts';
import { Reason, type SlaDesk } from './change-calendar.ts';
import { ContractTerms } from './contract.ts';
import type { SlaRefusal } from './sla-refusal.ts';
import { dateAt, midnightOf } from './wall-clock.ts';

export const ContractInput = z.strictObject({
  /** From the beginning of this day by the client company's clock; today: from now on. */
  effectiveOn: z.iso.date({ error: 'date' }),
  appliesTo: z.enum(['new', 'open']),
  terms: ContractTerms,
  reason: Reason,
});
export type ContractInput = z.infer<typeof ContractInput>;

/** Other terms from a day on. A version planned for the same moment is replaced by this one and kept. */
export async function changeContract(
  { db, actor, now }: SlaDesk,
  timeZone: string,
  { effectiveOn, ...input }: ContractInput,
): Promise<Result<{ id: string }, SlaRefusal>> {
  if (!can(actor, 'sla:write')) return refuse({ code: 'forbidden', action: 'sla:write' });
  const today = dateAt(now.getTime(), timeZone);
  if (effectiveOn < today) return refuse({ code: 'begins-in-the-past' });
  const missing = await findMissingCalendar({ db }, input.terms);
  if (missing) return refuse({ code: 'calendar-missing', number: missing });
  const effectiveFrom = effectiveOn === today ? now : new Date(midnightOf(effectiveOn, timeZone));
  const id = uuid();
  const author = { createdBy: actor.userId, createdAt: now };
  const replaced = db
    .update(contractVersions)
    .set({ replacedAt: now })
    .where(and(eq(contractVersions.effectiveFrom, effectiveFrom), isNull(contractVersions.replacedAt)));
  const added = db.insert(contractVersions).values({ id, effectiveFrom, ...input, ...author });
  const written = await commit(db, [replaced, added], [{ topic: 'sla', id }]);
  return written.ok ? ok({ id }) : refuse({ code: 'conflict' });
}

/** The place, from 1, of the first rule that counts by a calendar of no such id. */
export async function findMissingCalendar(
  { db }: Pick<SlaDesk, 'db'>,
  { rules }: ContractTerms,
): Promise<number | undefined> {
  const known = new Set((await listCalendars(db)).map(({ id }) => id));
  const index = rules.findIndex(({ calendarId }) => !known.has(calendarId));
  return index < 0 ? undefined : index + 1;
}
