import { inArray, lt } from 'drizzle-orm';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { outreachAttempts, outreachRefusals } from '#db/tenant/schema/outreach.ts';

const yearsKept = 3;
/** So many at once, so that nobody waits for it. */
const atOnce = 1000;

/** Contacts and refusals are kept for three years (230-FZ, art. 17), and forgotten after that. */
export async function forgetContacts(db: TenantDb, now: Date): Promise<void> {
  const before = new Date(now);
  before.setUTCFullYear(now.getUTCFullYear() - yearsKept);
  for (const table of [outreachAttempts, outreachRefusals]) {
    const old = db.select({ id: table.id }).from(table).where(lt(table.at, before)).limit(atOnce);
    await commit(db, [db.delete(table).where(inArray(table.id, old))]);
  }
}
