import { commit, type Statement } from '#db/commit.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import {
  type Changed,
  dropEmptyCells,
  forgetReportChanges,
  hasReportWork,
  listReportChanges,
  putIn,
  takeOut,
  tellDueClocks,
} from '#db/tenant/queries/report-changes.ts';
import { theseIds } from '#db/tenant/queries/report-facts.ts';
import { readClockFacts } from './read-clock-facts.ts';
import { rebuildStep } from './rebuild-reports.ts';
import { type ZoneDays, zoneDays } from './zone-days.ts';

/** So many at once hold a page up by a few milliseconds. */
const mostAtOnce = 200;
const entities: readonly Changed[] = ['case', 'request', 'contact'];
const counting = new WeakSet<TenantDb>();

/** Brings the numbers up to what was written since the last time. A look that outlasts the next one is not begun twice. */
export async function countChanges(db: TenantDb, now: Date, control: ControlDb): Promise<void> {
  if (counting.has(db)) return;
  counting.add(db);
  try {
    if (!(await hasReportWork(db, now))) return;
    const tenant = await getTenant(control, db.tenantId);
    if (tenant) await countAll(db, now, tenant.timeZone);
  } finally {
    counting.delete(db);
  }
}

/** The same of one database, whoever asks. Returns how many entities it counted anew. */
export async function countAll(db: TenantDb, now: Date, timeZone: string): Promise<number> {
  while (await rebuildStep(db, now, timeZone)) {}
  await commit(db, [tellDueClocks(now)]);
  const days = zoneDays(timeZone);
  for (let counted = 0; ; ) {
    const changed = await countSome(db, now, days);
    counted += changed;
    if (changed < mostAtOnce) return counted;
  }
}

async function countSome(db: TenantDb, now: Date, days: ZoneDays): Promise<number> {
  const changes = await listReportChanges(db, mostAtOnce);
  if (changes.length === 0) return 0;
  const statements: Statement[] = [];
  for (const entity of entities) {
    const ids = changes.filter((change) => change.entity === entity).map(({ id }) => id);
    if (ids.length === 0) continue;
    const span = theseIds(ids);
    const clocks = entity === 'case' ? await readClockFacts(db, ids, now, days) : [];
    statements.push(...takeOut(entity, span), ...putIn(entity, span, days, clocks));
  }
  const seqs = changes.map(({ seq }) => seq);
  const all = [...statements, dropEmptyCells(), forgetReportChanges(db, seqs)];
  await commit(db, all, [{ topic: 'reports', id: 'cells' }]);
  return changes.length;
}
