import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import type { CaseDesk } from '#app/features/case/change-case.ts';
import { dateAt, midnightOf } from '#app/features/sla/wall-clock.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { contactRules } from '#db/tenant/schema/outreach.ts';
import { ContactLimits } from './contact-limits.ts';
import { longestCallLabel } from './decide-contact.ts';
import { legalModes } from './outreach.ts';
import type { OutreachRefusal } from './outreach-refusal.ts';

const words = (max: number) => z.string().trim().max(max, 'long');

export const ContactRulesInput = z
  .strictObject({
    /** From the beginning of this day by the client company's clock; today: from now on. */
    effectiveFrom: z.iso.date({ error: 'date' }),
    mode: z.enum(legalModes),
    registerNumber: words(60),
    creditorName: words(120).min(2, 'short'),
    creditorPhone: words(30).regex(/^\+?[\d\s()-]{5,}$/, 'phone'),
    callLabel: z
      .string()
      .trim()
      .refine((text) => [...text].length <= longestCallLabel, 'long'),
    limits: ContactLimits,
  })
  .refine(({ mode, registerNumber }) => mode !== 'registered' || registerNumber !== '', {
    error: 'required',
    path: ['registerNumber'],
  });
export type ContactRulesInput = z.infer<typeof ContactRulesInput>;

/** Other rules from a day on. What was decided before stays with the rules of its day. */
export async function setContactRules(
  { db, actor, now }: CaseDesk,
  timeZone: string,
  { effectiveFrom, registerNumber, callLabel, ...input }: ContactRulesInput,
): Promise<Result<{ id: string }, OutreachRefusal>> {
  if (!can(actor, 'outreach:write')) return refuse({ code: 'forbidden', action: 'outreach:write' });
  const today = dateAt(now.getTime(), timeZone);
  if (effectiveFrom < today) return refuse({ code: 'begins-in-the-past' });
  const from = effectiveFrom === today ? now : new Date(midnightOf(effectiveFrom, timeZone));
  const optional = { registerNumber: registerNumber || null, callLabel: callLabel || null };
  const row = { id: uuid(), from, ...input, ...optional, setBy: actor.userId, setAt: now };
  const { id: _, ...set } = row;
  const insert = db.insert(contactRules).values(row);
  const written = await commit(db, [insert.onConflictDoUpdate({ target: contactRules.from, set })]);
  return written.ok ? ok({ id: row.id }) : refuse({ code: 'conflict' });
}
