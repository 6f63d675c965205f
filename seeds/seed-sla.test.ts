import { expect, test } from 'vitest';
import { findCalendarFault } from '#app/features/sla/calendar.ts';
import { ContractTerms } from '#app/features/sla/contract.ts';
import { readRules } from '#app/features/sla/read-rules.ts';
import { commit } from '#db/commit.ts';
import { listCalendarVersions } from '#db/tenant/queries/sla.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { pusto } from './pusto.ts';
import { storeSla } from './seed-sla.ts';
import { volna } from './volna.ts';

test.each([
  ['a client with a history', volna, 2, true],
  ['a client of today', pusto, 1, false],
])('%s has calendars without a fault and a contract', async (_what, plan, versions, hasTargets) => {
  const { db } = await openTestTenant();
  expect(await commit(db, storeSla(db, plan, 'u1'))).toMatchObject({ ok: true });
  const faults = (await listCalendarVersions(db)).map(({ hours }) => findCalendarFault(hours));
  expect(faults).toEqual([undefined, undefined, undefined]);
  const { contracts, calendars } = await readRules(db);
  expect(contracts).toHaveLength(versions);
  for (const { terms } of contracts) {
    expect(ContractTerms.safeParse(terms).success).toBe(true);
    expect(terms.rules.length > 0).toBe(hasTargets);
    expect(terms.rules.every(({ calendarId }) => calendars.has(calendarId))).toBe(true);
  }
});
