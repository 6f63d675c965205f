import type { Msisdn } from '#carriers/port.ts';
import type { SimulatedCatalogue, SimulatedLine, SimulatedTariff } from '#carriers/simulation.ts';
import { createDraws, type Draws } from './draws.ts';
import type { SubscriberRow } from './factories.ts';
import { type Catalogues, planId, type SeededCarrier, seededCarriers, type TenantPlan } from './plan.ts';
import { drawAddress } from './russian-addresses.ts';
import { drawFirm, drawPerson } from './russian-names.ts';

/** One line as the carrier and Pult both know it. */
export type SeededLine = {
  id: string;
  carrier: SeededCarrier;
  tariff: SimulatedTariff;
  simulated: SimulatedLine;
  createdAt: Date;
};
export type SeededSubscriber = SubscriberRow & { lines: SeededLine[] };

const dayMs = 86_400_000;

/** All subscribers of a plan with their lines. Pure: the same plan makes the same base. */
export function generateBase(plan: TenantPlan, catalogues: Catalogues): SeededSubscriber[] {
  const draws = createDraws(plan.seed);
  const lines = seededCarriers.flatMap((carrier, place) =>
    Array.from({ length: plan.lines[carrier] }, (_, index) =>
      drawLine(draws, plan, carrier, catalogues[carrier], place * 1_000_000 + index, index),
    ),
  );
  const mixed = draws.shuffle(lines);
  const subscribers: SeededSubscriber[] = [];
  const post = createDraws(plan.seed + 1000);
  while (mixed.length > 0) {
    const isFirm = draws.chance(0.03);
    const count = isFirm ? draws.int(2, 25) : draws.weigh({ 1: 90, 2: 8, 3: 2 });
    const index = subscribers.length + 1;
    subscribers.push({
      ...drawSubscriber(draws, plan, isFirm, mixed.splice(-Number(count)), index),
      postalAddress: post.chance(isFirm ? 0.97 : 0.75) ? drawAddress(post, isFirm) : null,
    });
  }
  return subscribers;
}

function drawSubscriber(draws: Draws, plan: TenantPlan, isFirm: boolean, lines: SeededLine[], index: number) {
  const createdAt = new Date(Math.min(...lines.map((line) => line.createdAt.getTime())));
  const number = String(index).padStart(6, '0');
  return {
    id: planId(plan, 'subscriber', createdAt, index),
    kind: isFirm ? ('company' as const) : ('person' as const),
    name: isFirm ? drawFirm(draws) : drawPerson(draws),
    contractNumber: `${plan.contractPrefix}-${createdAt.getUTCFullYear()}-${number}`,
    email: draws.chance(isFirm ? 0.9 : 0.4) ? `abonent${index}@${plan.slug}.example` : null,
    note: null,
    createdAt,
    lines,
  };
}

const prefixes: Record<SeededCarrier, number> = { mts: 910, beeline: 960, megafon: 920 };
const networks: Record<SeededCarrier, string> = { mts: '25001', beeline: '25099', megafon: '25002' };

/** `+7 91x 000-xx-xx` and its like: ranges that look reserved, without gaps, in no order. */
function numberOf(carrier: SeededCarrier, position: number): Msisdn {
  const prefix = prefixes[carrier] + Math.floor(position / 10_000);
  const last = ((position % 10_000) * 7919) % 10_000;
  return `+7${prefix}000${String(last).padStart(4, '0')}` as Msisdn;
}

function drawLine(
  draws: Draws,
  plan: TenantPlan,
  carrier: SeededCarrier,
  catalogue: SimulatedCatalogue,
  index: number,
  place: number,
): SeededLine {
  const createdAt = new Date(plan.clock.getTime() - draws.int(560, 1500) * dayMs + draws.int(0, dayMs));
  const tariff = draws.pick(catalogue.tariffs);
  const blocked = draws.weigh({ none: 965, wish: 18, theft: 2, operator: 15 });
  const serial = String(plan.seed * 10_000_000 + index).padStart(10, '0');
  return {
    id: planId(plan, 'line', createdAt, index),
    carrier,
    tariff,
    createdAt,
    simulated: {
      msisdn: numberOf(carrier, plan.firstNumber + place),
      lineId: String(4_000_000_000 + plan.seed * 10_000_000 + index),
      accountNumber: accountNumberOf(plan, carrier, index),
      tariffCode: tariff.code,
      optionCodes: drawOptions(draws, catalogue, tariff),
      blocked: blocked === 'none' ? null : blocked,
      balanceKopecks: blocked === 'operator' ? -draws.int(1000, 90_000) : draws.int(-2000, 150_000),
      iccid: `897010${networks[carrier].slice(3)}0${serial}`,
      imsi: `${networks[carrier]}${serial}`,
    },
  };
}

/** A tenant's lines share a few accounts at each carrier, as a contract does. */
function accountNumberOf(plan: TenantPlan, carrier: SeededCarrier, index: number): string {
  const account = `${plan.seed}0${index % 4}`;
  return `2${account.padStart(carrier === 'mts' ? 11 : 9, '7')}`;
}

/** Up to six options that may stand together: no conflicts, nothing missing, nothing the tariff drops. */
function drawOptions(draws: Draws, { options }: SimulatedCatalogue, tariff: SimulatedTariff): string[] {
  const chosen: typeof options = [];
  for (const option of draws.shuffle(options).slice(0, draws.int(1, 9))) {
    const codes = chosen.map(({ code }) => code);
    const clashes = chosen.some(
      (other) => other.conflicts.includes(option.code) || option.conflicts.includes(other.code),
    );
    const misses = option.requires.some((code) => !codes.includes(code));
    if (!clashes && !misses && !tariff.drops.includes(option.code) && chosen.length < 6) chosen.push(option);
  }
  return chosen.map(({ code }) => code);
}

/** The lines that the plan's tenant has at each carrier, for the simulators. */
export function simulatedLinesOf(base: readonly SeededSubscriber[]): Record<SeededCarrier, SimulatedLine[]> {
  const lines = base.flatMap((subscriber) => subscriber.lines);
  const at = (carrier: SeededCarrier) =>
    lines.filter((line) => line.carrier === carrier).map((line) => structuredClone(line.simulated));
  return { mts: at('mts'), beeline: at('beeline'), megafon: at('megafon') };
}
