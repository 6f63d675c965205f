import { and, eq, isNull } from 'drizzle-orm';
import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { admissionPasses } from '#db/tenant/schema/admission.ts';
import type { AdmissionRefusal } from './admission.ts';
import type { AdmissionReader } from './read-my-admission.ts';

/** This person has seen that he was given passes by a new marking. */
export async function seeNews({ db, actor, now }: AdmissionReader): Promise<Result<null, AdmissionRefusal>> {
  if (!can(actor, 'admission:take')) return refuse({ code: 'forbidden', action: 'admission:take' });
  const own = and(eq(admissionPasses.userId, actor.userId), isNull(admissionPasses.seenAt));
  const seen = db.update(admissionPasses).set({ seenAt: now }).where(own);
  await commit(db, [seen], [{ topic: 'admission', id: actor.userId }]);
  return ok(null);
}
