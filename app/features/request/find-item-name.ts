import type { TenantDb } from '#db/open.ts';
import { getCatalogueName, getOptionName } from '#db/tenant/queries/catalogue.ts';
import type { Payload } from './request.ts';

/**
 * What the option or tariff is called, from what the carrier showed before: it is not asked again here.
 * `null`: nobody has seen it, or the request is about neither.
 */
export async function findItemName(
  db: TenantDb,
  line: { id: string; carrier: string },
  payload: Payload,
): Promise<string | null> {
  const { carrier } = line;
  if ('tariffCode' in payload) {
    return getCatalogueName(db, { carrier, type: 'tariff', code: payload.tariffCode });
  }
  if (!('optionCode' in payload)) return null;
  const code = payload.optionCode;
  const known = await getCatalogueName(db, { carrier, type: 'option', code });
  return known ?? getOptionName(db, line.id, code);
}
