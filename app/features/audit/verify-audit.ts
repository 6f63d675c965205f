import { chainHash, chainStart } from '#db/audit.ts';
import { type AuditRow, listAuditAfter } from '#db/control/queries/audit.ts';
import type { ControlDb } from '#db/open.ts';

/** `brokenAt`: the first row that is missing, altered or does not follow the one before it. */
export type AuditVerdict =
  | { intact: true; rows: number; tipHash: string }
  | { intact: false; rows: number; brokenAt: number };

const pageSize = 1000;

/** Follows the whole chain. A cut-off end shows only against a tip hash that was noted down before. */
export async function verifyAudit(control: ControlDb): Promise<AuditVerdict> {
  let rows = 0;
  let tipHash = chainStart;
  for (;;) {
    const page = await listAuditAfter(control, rows, pageSize);
    for (const row of page) {
      if (!follows(row, rows + 1, tipHash)) return { intact: false, rows, brokenAt: rows + 1 };
      rows += 1;
      tipHash = row.hash;
    }
    if (page.length < pageSize) return { intact: true, rows, tipHash };
  }
}

function follows(row: AuditRow, id: number, previousHash: string): boolean {
  const entry = { ...row, detail: row.detail as Record<string, unknown> | null };
  return (
    row.id === id && row.previousHash === previousHash && row.hash === chainHash(previousHash, id, entry)
  );
}
