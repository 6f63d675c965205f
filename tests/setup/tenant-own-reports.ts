import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { ownReports } from '#db/tenant/schema/own-report.ts';
import { seededId, seedTime } from '#seeds/factories.ts';

/** A report of one's own that the client company is shown, marked. */
export async function fillOwnReports(db: TenantDb, seed: number, marker: string) {
  const ownReportId = seededId(seedTime, seed, 381);
  const by = { createdBy: 'somebody', createdAt: seedTime, changedBy: 'somebody', changedAt: seedTime };
  const definition = {
    metrics: ['opened' as const],
    by: null,
    where: { dimension: 'topic' as const, key: marker },
    period: { kind: 'last' as const, count: 1, unit: 'week' as const },
    step: null,
  };
  await commit(db, [
    db.insert(ownReports).values({ id: ownReportId, name: marker, definition, sharing: 'client', ...by }),
  ]);
  return { ownReportId, ownReportFile: 'report.csv' };
}
