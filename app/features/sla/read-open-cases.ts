import type { TenantDb } from '#db/open.ts';
import { listOpenCaseIds } from '#db/tenant/queries/sla.ts';
import type { OpenCase } from './compare-rules.ts';
import { contractOf, readClockEvents } from './read-clocks.ts';
import type { SlaRules } from './read-rules.ts';

const chunk = 400;

/** Every case that still wants something of us, with what its clocks go by now. */
export async function readOpenCases(db: TenantDb, { contracts }: SlaRules, now: Date): Promise<OpenCase[]> {
  const open: OpenCase[] = [];
  for (let after = ''; ; ) {
    const ids = await listOpenCaseIds(db, after, chunk);
    for (const [id, events] of await readClockEvents(db, ids))
      open.push({ id, events, terms: contractOf(events, contracts, now)?.terms ?? null });
    after = ids.at(-1) ?? '';
    if (ids.length < chunk) return open;
  }
}
