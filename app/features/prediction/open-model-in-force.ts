import type { TenantDb } from '#db/open.ts';
import { type OpenModel, openModel } from './forecast-page.ts';
import { keepModelInForce } from './keep-model-in-force.ts';
import { scorecard } from './scorecard.ts';

/** The tenant's model of non-payment, ready to forecast. */
export async function openModelInForce(db: TenantDb, now: Date): Promise<OpenModel> {
  return openModel(await keepModelInForce(db, 'nonpayment', scorecard, now));
}
