import { type Actor, can } from '#app/features/access/can.ts';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { DialError, type Msisdn } from '#carriers/port.ts';
import { getCarrierAccount } from '#db/control/queries/carrier-accounts.ts';
import { type CarrierAccountRefusal, type ConnectionVerdict, judgeConnection } from './carrier-account.ts';

/** Signs in at the carrier and reads one line: nothing is changed there. */
export async function tryConnection(
  services: Services,
  actor: Actor,
  { tenantId, id }: { tenantId: string; id: string },
  msisdn: Msisdn,
): Promise<Result<ConnectionVerdict, CarrierAccountRefusal>> {
  if (!can(actor, 'carrier-account:write')) return refuse({ code: 'forbidden' });
  const row = await getCarrierAccount(services.databases.control, tenantId, id);
  if (!row) return refuse({ code: 'carrier-account-not-found' });
  const { carrier } = await services.carriers.open(tenantId, id);
  try {
    return ok(judgeConnection(await carrier.getLine(msisdn)));
  } catch (error) {
    if (!(error instanceof DialError)) throw error;
    const failure = { class: 'carrier_down', code: error.outcome, text: error.message } as const;
    return ok({ verdict: 'unreachable', failure });
  }
}
