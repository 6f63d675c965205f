import type {
  CarrierLine,
  CarrierRef,
  Change,
  Observation,
  Order,
  Reconciliation,
  SentWindow,
} from '../port.ts';
import type { Cabinet } from './cabinet.ts';
import { locate } from './directory.ts';
import { type Answer, trouble } from './failures.ts';
import { readGeneral, readServices, readTariff } from './reads.ts';

/** `hidden`: the cabinet cannot show whether the change took effect. */
type Sight = { goal: 'reached' | 'not_reached' | 'hidden'; seen: string };

/** There is no order status in the cabinet: an order is done when the line shows it. */
export async function observeOrder(cabinet: Cabinet, order: Order, ref: CarrierRef): Promise<Observation> {
  const { settings, now } = cabinet.connection;
  const lookedAt = now().getTime();
  const sight = await lookAt(cabinet, order, ref.hint);
  if (!sight.ok) return { ...sight.trouble, type: 'unavailable' };
  if (sight.value.goal === 'reached') return { type: 'completed' };
  if (lookedAt < Date.parse(ref.submittedAt) + settings.visibleWithinMs) return { type: 'pending' };
  const text = `Order ${ref.id} does not show on the line (${sight.value.seen}); look at the orders in the cabinet`;
  return { type: 'needs_human', failure: { class: 'unknown_outcome', code: 'order_not_visible', text } };
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
    return { type: 'unclear', evidence: `the line could not be read (${code})` };
  }
  const { goal, seen } = sight.value;
  if (goal === 'reached') return { type: 'applied', evidence: `the line shows it: ${seen}` };
  if (goal === 'hidden') return { type: 'unclear', evidence: `the line cannot show it: ${seen}` };
  const sinceMs = lookedAt - sent.before.getTime();
  if (sinceMs < settings.absenceProofAfterMs) {
    return {
      type: 'unclear',
      evidence: `not on the line ${Math.round(sinceMs / 1000)} s after sending: ${seen}`,
    };
  }
  return {
    type: 'absent',
    evidence: `still not on the line ${Math.round(sinceMs / 1000)} s after sending: ${seen}`,
  };
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
  const seen = blocked ? `blocked by ${blocked.by}` : 'not blocked';
  // An operator's block covers the client's own one: nobody can see whether that is there.
  if (blocked?.by === 'operator') return { goal: 'hidden', seen };
  return { goal: (kind === 'line.block') === (blocked !== null) ? 'reached' : 'not_reached', seen };
}

function tariffSight(wanted: string, tariff: CarrierLine['tariff']): Sight {
  if (!tariff) return { goal: 'hidden', seen: 'the line shows no tariff' };
  return { goal: tariff.code === wanted ? 'reached' : 'not_reached', seen: `tariff ${tariff.code}` };
}

type OptionChange = Extract<Change, { optionCode: string }>;

function optionSight({ kind, optionCode }: OptionChange, services: { code: string; isOn: boolean }[]): Sight {
  const isOn = services.some((each) => each.code === optionCode && each.isOn);
  const seen = `option ${optionCode} is ${isOn ? 'on' : 'off'}`;
  return { goal: isOn === (kind === 'option.connect') ? 'reached' : 'not_reached', seen };
}
