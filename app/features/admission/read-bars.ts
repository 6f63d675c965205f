import type { TenantDb } from '#db/open.ts';
import { listAdmissionTests, listPasses, type PassRow, type TestRow } from '#db/tenant/queries/admission.ts';
import { type Bars, barsOf, noBars } from './bars.ts';
import { changesFor } from './question-range.ts';
import { readRepublished } from './read-standing.ts';
import { endOf } from './standing.ts';

/** What each of these people may not be given now. A client company without tests bars nobody, and asks for little. */
export async function readBars(
  db: TenantDb,
  userIds: readonly string[],
  now: Date,
): Promise<(userId: string) => Bars> {
  const tests = (await listAdmissionTests(db)).filter(({ isOn }) => isOn);
  if (tests.length === 0) return () => noBars;
  const passes = await listPasses(db, userIds);
  const isValid = await validAt(db, tests, passes, now);
  return (userId) => {
    const valid = passes.filter((pass) => pass.userId === userId && isValid(pass));
    return barsOf(tests, new Set(valid.map(({ carrier }) => carrier)));
  };
}

/** Whether a pass holds. Of a test that is not asked for any more its term alone counts. */
async function validAt(db: TenantDb, tests: readonly TestRow[], passes: readonly PassRow[], now: Date) {
  const republished = await readRepublished(db, passes);
  const known = new Map(
    tests.map((test) => [test.carrier, { test, changes: changesFor(test, republished) }]),
  );
  return (pass: PassRow): boolean => {
    const { test, changes } = known.get(pass.carrier) ?? { test: null, changes: [] };
    return now < endOf(pass, changes, test?.graceDays ?? 0).at;
  };
}
