import { asc, desc, gt, lt } from 'drizzle-orm';
import type { ControlDb } from '#db/open.ts';
import { audit } from '../schema.ts';

export type AuditRow = typeof audit.$inferSelect;

/** Newest first; `before`: only rows with a smaller id. */
export function listAudit(control: ControlDb, limit: number, before?: number): Promise<AuditRow[]> {
  const older = before === undefined ? undefined : lt(audit.id, before);
  return control.select().from(audit).where(older).orderBy(desc(audit.id)).limit(limit);
}

/** Oldest first, after the row with id `after`. */
export function listAuditAfter(control: ControlDb, after: number, limit: number): Promise<AuditRow[]> {
  return control.select().from(audit).where(gt(audit.id, after)).orderBy(asc(audit.id)).limit(limit);
}
