import { parsePhone } from '#app/features/subscriber/phone.ts';
import type { TenantDb } from '#db/open.ts';
import { getLineByNumber } from '#db/tenant/queries/calls.ts';

/** Whose number it is; one that is not of a line of ours is kept as it was told. */
export async function findCaller(db: TenantDb, number: string) {
  const parsed = parsePhone(number);
  const line = parsed.ok ? await getLineByNumber(db, parsed.value) : null;
  const address = parsed.ok ? parsed.value : number.trim() || null;
  return { address, lineId: line?.id ?? null, subscriberId: line?.subscriberId ?? null };
}
