import { listColleagues } from '#db/control/queries/colleagues.ts';
import type { ControlDb } from '#db/open.ts';
import { listAdmissionTests, listPasses } from '#db/tenant/queries/admission.ts';
import { listAttempts } from '#db/tenant/queries/admission-attempts.ts';
import { changesFor } from './question-range.ts';
import type { AdmissionReader } from './read-my-admission.ts';
import { readRepublished } from './read-standing.ts';
import { standingOf } from './standing.ts';

export type TeamPasses = Awaited<ReturnType<typeof readTeamPasses>>;
export type PassHolder = TeamPasses['people'][number];

/** Passes that end so soon are worth a look, ms. */
const soonMs = 14 * 86_400_000;

/** Everybody who may be given work here, and where each stands with each test; whose pass ends soon. */
export async function readTeamPasses({
  db,
  control,
  now,
}: Pick<AdmissionReader, 'db' | 'now'> & { control: ControlDb }) {
  const [colleagues, all] = [await listColleagues(control, db.tenantId), await listAdmissionTests(db)];
  const tests = all.filter(({ isOn }) => isOn);
  const ids = colleagues.map(({ id }) => id);
  const [passes, attempts] = [await listPasses(db, ids), await listAttempts(db)];
  const republished = await readRepublished(db, passes);
  const people = colleagues.map(({ id, name }) => {
    const cells = tests.map((test) => {
      const isHis = (one: { userId: string; carrier: string }) =>
        one.userId === id && one.carrier === test.carrier;
      const own = { passes: passes.filter(isHis), attempts: attempts.filter(isHis) };
      const standing = standingOf({ test, ...own, changes: changesFor(test, republished), now });
      const last = own.attempts.at(-1);
      const { pass } = standing;
      const isSoon = pass.state === 'valid' && pass.end.at.getTime() - now.getTime() <= soonMs;
      return { carrier: test.carrier, standing, lastAttemptId: last?.closedAt ? last.id : null, isSoon };
    });
    return { userId: id, name, cells };
  });
  return { carriers: tests.map(({ carrier }) => carrier), people };
}
