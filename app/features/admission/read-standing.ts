import type { TenantDb } from '#db/open.ts';
import { listPasses, listRepublished, type PassRow, type TestRow } from '#db/tenant/queries/admission.ts';
import { listAttempts } from '#db/tenant/queries/admission-attempts.ts';
import { changesFor } from './question-range.ts';
import { type Standing, standingOf } from './standing.ts';

/** Where one person stands with one test now. */
export async function readStanding(
  db: TenantDb,
  test: TestRow,
  userId: string,
  now: Date,
): Promise<Standing> {
  const passes = (await listPasses(db, [userId])).filter(({ carrier }) => carrier === test.carrier);
  const attempts = await listAttempts(db, { userId, carrier: test.carrier });
  const changes = changesFor(test, await readRepublished(db, passes));
  return standingOf({ test, passes, attempts, changes, now });
}

/** What was published after the first of these passes; nothing is asked for when there are none. */
export async function readRepublished(db: TenantDb, passes: readonly Pick<PassRow, 'takenAt'>[]) {
  if (passes.length === 0) return [];
  const since = Math.min(...passes.map(({ takenAt }) => takenAt.getTime()));
  return listRepublished(db, new Date(since));
}
