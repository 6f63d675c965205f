import {
  type CarrierLine,
  type CarrierRef,
  type Change,
  type Observation,
  type Order,
  ownFailure,
  type Reconciliation,
  type SentWindow,
} from '../port.ts';
import type { Cabinet } from './cabinet.ts';
import { locate } from './directory.ts';
import { type Answer, trouble } from './failures.ts';
import { readGeneral, readServices, readTariff } from './reads.ts';

/** `hidden`: the cabinet cannot show whether the change took effect. */
type Sight = 'reached' | 'not_reached' | 'hidden';

/** There is no order status in the cabinet: an order is done when the line shows it. */
export async function observeOrder(cabinet: Cabinet, order: Order, ref: CarrierRef): Promise<Observation> {
  const { settings, now } = cabinet.connection;
  const lookedAt = now().getTime();
  const sight = await lookAt(cabinet, order, ref.hint);
  if (!sight.ok) return { ...sight.trouble, type: 'unavailable' };
  if (sight.value === 'reached') return { type: 'completed' };
  if (lookedAt < Date.parse(ref.submittedAt) + settings.visibleWithinMs) return { type: 'pending' };
  const text = `Order ${ref.id} does not show on the line; look at the orders in the cabinet`;
  return { type: 'needs_human', failure: ownFailure('unknown_outcome', 'order_not_visible', text) };
}

/** Re-reads the line. Time is taken before the look, so that a late order cannot slip in behind the proof. */
export async function reconcileOrder(
  cabinet: Cabinet,
  order: Order,
  sent: SentWindow,
): Promise<Reconciliation> {
  const { settings, now } = cabinet.connection;
  const lookedAt = now().getTime();
  const sight = await lookAt(cabinet, order, null);
  if (!sight.ok) {
    const { code } = sight.trouble.failure;
    return { type: 'unclear', evidence: { code: 'could-not-ask', detail: code } };
  }
  if (sight.value === 'reached') return { type: 'applied', evidence: { code: 'line-shows-it' } };
  if (sight.value === 'hidden') return { type: 'unclear', evidence: { code: 'line-hidden' } };
  const sinceMs = lookedAt - sent.before.getTime();
  const type = sinceMs < settings.absenceProofAfterMs ? 'unclear' : 'absent';
  return { type, evidence: { code: 'line-lacks-it', detail: String(Math.round(sinceMs / 1000)) } };
}

async function lookAt(
  cabinet: Cabinet,
  { msisdn, change }: Order,
  knownId: string | null,
): Promise<Answer<Sight>> {
  const id = knownId ? { ok: true as const, value: knownId } : await locate(cabinet, msisdn);
  if (!id.ok) return id;
  switch (change.kind) {
    case 'line.block':
    case 'line.unblock': {
      const general = await readGeneral(cabinet, msisdn, id.value);
      return general.ok ? { ok: true, value: blockSight(change.kind, general.value.blocked) } : general;
    }
    case 'tariff.change': {
      const tariff = await readTariff(cabinet, id.value);
      return tariff.ok ? { ok: true, value: tariffSight(change.tariffCode, tariff.value) } : tariff;
    }
    case 'option.connect':
    case 'option.disconnect': {
      const services = await readServices(cabinet, id.value);
      return services.ok ? { ok: true, value: optionSight(change, services.value) } : services;
    }
    default:
      return {
        ok: false,
        trouble: trouble('needs_human', 'not_shown', `MegaFon shows no trace of ${change.kind}`),
      };
  }
}

function blockSight(kind: 'line.block' | 'line.unblock', blocked: CarrierLine['blocked']): Sight {
  // An operator's block covers the client's own one: nobody can see whether that is there.
  if (blocked?.by === 'operator') return 'hidden';
  return (kind === 'line.block') === (blocked !== null) ? 'reached' : 'not_reached';
}

function tariffSight(wanted: string, tariff: CarrierLine['tariff']): Sight {
  if (!tariff) return 'hidden';
  return tariff.code === wanted ? 'reached' : 'not_reached';
}

type OptionChange = Extract<Change, { optionCode: string }>;

function optionSight({ kind, optionCode }: OptionChange, services: { code: string; isOn: boolean }[]): Sight {
  const isOn = services.some((each) => each.code === optionCode && each.isOn);
  return isOn === (kind === 'option.connect') ? 'reached' : 'not_reached';
}
