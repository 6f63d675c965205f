import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import type { SlaDesk } from './change-calendar.ts';
import { findMissingCalendar } from './change-contract.ts';
import { compareRules, type RulesPreview } from './compare-rules.ts';
import type { ContractTerms } from './contract.ts';
import { readOpenCases } from './read-open-cases.ts';
import { readRules } from './read-rules.ts';
import type { SlaRefusal } from './sla-refusal.ts';

/** How many open cases would change state under other terms. Writes nothing. */
export async function previewContract(
  { db, actor, now }: SlaDesk,
  terms: ContractTerms,
): Promise<Result<RulesPreview, SlaRefusal>> {
  if (!can(actor, 'sla:write')) return refuse({ code: 'forbidden', action: 'sla:write' });
  const missing = await findMissingCalendar({ db }, terms);
  if (missing) return refuse({ code: 'calendar-missing', number: missing });
  const rules = await readRules(db);
  const { calendars } = rules;
  const open = await readOpenCases(db, rules, now);
  return ok(compareRules(open, calendars, { terms, calendars }, now.getTime()));
}
