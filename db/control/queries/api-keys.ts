import { desc, eq } from 'drizzle-orm';
import type { ControlDb } from '#db/open.ts';
import { apiKeys } from '../schema.ts';

type ApiKeyRow = Omit<typeof apiKeys.$inferSelect, 'keyHash'>;

/** Newest first, revoked ones included. */
export async function listApiKeys(control: ControlDb, tenantId: string): Promise<ApiKeyRow[]> {
  const rows = await control
    .select()
    .from(apiKeys)
    .where(eq(apiKeys.tenantId, tenantId))
    .orderBy(desc(apiKeys.createdAt));
  return rows.map(({ keyHash: _, ...row }) => row);
}
