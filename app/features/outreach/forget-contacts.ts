import { inArray, lt } from 'drizzle-orm';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { cabinetNotices } from '#db/tenant/schema/cabinet.ts';
import { outreachAttempts, outreachRefusals } from '#db/tenant/schema/outreach.ts';

const yearsKept = 3;
/** So many at once, so that nobody waits for it. */
const atOnce = 1000;

/** Contacts and refusals are kept for three years (230-FZ, art. 17), and forgotten after that. */
export async function forgetContacts(db: TenantDb, now: Date): Promise<void> {
  const before = new Date(now);
  before.setUTCFullYear(now.getUTCFullYear() - yearsKept);
  const { id, at } = outreachAttempts;
  const oldAttempts = db.select({ id }).from(outreachAttempts).where(lt(at, before)).limit(atOnce);
  const refusals = outreachRefusals;
  const oldRefusals = db
    .select({ id: refusals.id })
    .from(refusals)
    .where(lt(refusals.at, before))
    .limit(atOnce);
  await commit(db, [
    db.delete(cabinetNotices).where(inArray(cabinetNotices.attemptId, oldAttempts)),
    db.delete(outreachAttempts).where(inArray(id, oldAttempts)),
    db.delete(refusals).where(inArray(refusals.id, oldRefusals)),
  ]);
}
