import { and, desc, eq, isNull } from 'drizzle-orm';
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

/** The key in force that has this hash, or none. */
export async function getApiKeyOfHash(
  control: ControlDb,
  keyHash: string,
): Promise<{ id: string; tenantId: string } | null> {
  const [row] = await control
    .select({ id: apiKeys.id, tenantId: apiKeys.tenantId })
    .from(apiKeys)
    .where(and(eq(apiKeys.keyHash, keyHash), isNull(apiKeys.revokedAt)));
  return row ?? null;
}
