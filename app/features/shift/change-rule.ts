import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { labourRules } from '#db/tenant/schema/shift.ts';
import { fixedRules, isRuleKey } from './labour-rules.ts';
import { ruleModes } from './shift.ts';
import { notAllowed, type ShiftDesk, type ShiftRefused } from './shift-desk.ts';

/** `value`: in the rule's unit, minutes of hours. */
export const RuleInput = z.strictObject({
  key: z.string().max(40),
  mode: z.enum(ruleModes),
  value: z.int().min(0).max(20_000),
  weight: z.int().min(0).max(1000),
});

/** Makes a rule hard, soft with a weight, or off, for this client company. */
export async function changeLabourRule(
  { db, actor, now }: Pick<ShiftDesk, 'db' | 'actor' | 'now'>,
  { key, ...rule }: z.infer<typeof RuleInput>,
): ShiftRefused<{ key: string }> {
  if (!can(actor, 'shift:write')) return refuse(notAllowed);
  if (!isRuleKey(key) || fixedRules.has(key)) return refuse({ code: 'rule-not-found' });
  const set = { ...rule, version: 1, changedAt: now, changedBy: actor.userId };
  await commit(db, [
    db
      .insert(labourRules)
      .values({ key, ...set })
      .onConflictDoUpdate({ target: labourRules.key, set }),
  ]);
  return ok({ key });
}
