import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { listOpenCaseIds } from '#db/tenant/queries/sla.ts';
import type { SlaDesk } from './change-calendar.ts';
import { findMissingCalendar } from './change-contract.ts';
import { type ContractPreview, compareContracts, type OpenCase } from './compare-contracts.ts';
import type { ContractTerms } from './contract.ts';
import { contractOf, readClockEvents } from './read-clocks.ts';
import { readRules, type SlaRules } from './read-rules.ts';
import type { SlaRefusal } from './sla-refusal.ts';

const chunk = 400;

/** How many open cases would change state under other terms. Writes nothing. */
export async function previewContract(
  { db, actor, now }: SlaDesk,
  terms: ContractTerms,
): Promise<Result<ContractPreview, SlaRefusal>> {
  if (!can(actor, 'sla:write')) return refuse({ code: 'forbidden', action: 'sla:write' });
  const missing = await findMissingCalendar({ db }, terms);
  if (missing) return refuse({ code: 'calendar-missing', number: missing });
  const rules = await readRules(db);
  const open: OpenCase[] = [];
  for (let after = ''; ; ) {
    const ids = await listOpenCaseIds(db, after, chunk);
    open.push(...(await readOpen({ db, now }, ids, rules)));
    after = ids.at(-1) ?? '';
    if (ids.length < chunk) break;
  }
  return ok(compareContracts(open, terms, rules.calendars, now.getTime()));
}

async function readOpen(
  { db, now }: Pick<SlaDesk, 'db' | 'now'>,
  ids: readonly string[],
  { contracts }: SlaRules,
): Promise<OpenCase[]> {
  const events = await readClockEvents(db, ids);
  return [...events].map(([id, own]) => ({
    id,
    events: own,
    terms: contractOf(own, contracts, now)?.terms ?? null,
  }));
}
