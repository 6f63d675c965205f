import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Statement } from '#db/commit.ts';
import type { ControlDb } from '#db/open.ts';
import { carrierAccounts } from '../schema.ts';

export type CarrierAccountRow = typeof carrierAccounts.$inferSelect;

/** An account of this tenant that is not closed. */
export async function getCarrierAccount(control: ControlDb, tenantId: string, id: string) {
  const [row] = await control
    .select()
    .from(carrierAccounts)
    .where(
      and(
        eq(carrierAccounts.id, id),
        eq(carrierAccounts.tenantId, tenantId),
        isNull(carrierAccounts.closedAt),
      ),
    )
    .limit(1);
  return row ?? null;
}

export async function listCarrierAccounts(
  control: ControlDb,
  tenantId?: string,
): Promise<CarrierAccountRow[]> {
  const own = tenantId === undefined ? undefined : eq(carrierAccounts.tenantId, tenantId);
  return control
    .select()
    .from(carrierAccounts)
    .where(and(own, isNull(carrierAccounts.closedAt)))
    .orderBy(asc(carrierAccounts.carrier), asc(carrierAccounts.title));
}

/** The statement by which somebody sets out to ask an account for its catalogue, unless another did since. */
export function askCatalogue(
  control: ControlDb,
  { id, catalogueAskedAt }: Pick<CarrierAccountRow, 'id' | 'catalogueAskedAt'>,
  at: Date,
): Statement {
  const before = catalogueAskedAt
    ? eq(carrierAccounts.catalogueAskedAt, catalogueAskedAt)
    : isNull(carrierAccounts.catalogueAskedAt);
  return control
    .update(carrierAccounts)
    .set({ catalogueAskedAt: at })
    .where(and(eq(carrierAccounts.id, id), before));
}
