import { carriers } from '#carriers/registry.ts';
import type { SimulatedCatalogue } from '#carriers/simulation.ts';
import { makeTenant, seededId, type TenantRow } from './factories.ts';

export const seededCarriers = ['mts', 'beeline', 'megafon'] as const;
export type SeededCarrier = (typeof seededCarriers)[number];

/** What a demo tenant is made of. The same plan makes the same rows and the same lines at the carriers. */
export type TenantPlan = {
  slug: string;
  name: string;
  colour: string;
  timeZone: string;
  /** Below 65536, another for each tenant. */
  seed: number;
  /** The moment at which the history ends. */
  clock: Date;
  lines: Record<SeededCarrier, number>;
  /** Where this tenant's numbers begin in each carrier's range, so that no two tenants share one. */
  firstNumber: number;
  contractPrefix: string;
  requests: number;
  /** Of these, how many still wait for a person. */
  openRequests: number;
};

/** The end of every demo's history. */
export const demoClock = new Date('2026-11-20T12:00:00Z');

/** Rooms of seeded ids: one a table. */
export const rooms = {
  tenant: 1,
  account: 2,
  subscriber: 3,
  line: 4,
  request: 5,
  calendar: 6,
  calendarVersion: 7,
  contract: 8,
  case: 9,
  contact: 10,
  message: 11,
  incident: 12,
  incidentUpdate: 13,
  budget: 14,
  goodwill: 15,
  macro: 16,
  scorecard: 40,
  samplePlan: 41,
  dispute: 42,
  coaching: 43,
  calibration: 44,
  game: 50,
  billingAccount: 60,
  receivable: 61,
  journalEntry: 62,
  billingFile: 63,
  debtPromise: 65,
  debtPlan: 66,
  debtCall: 67,
  suspension: 68,
  ladderMove: 70,
  ladderTask: 71,
  ladderProposal: 72,
  ladderContact: 73,
  strategy: 74,
  model: 75,
  offer: 80,
  offerUse: 81,
  saveTalk: 82,
  markedDay: 90,
  workCorrection: 91,
  recentCall: 92,
} as const;

/** An id of this plan, sorted by time. */
export function planId(plan: TenantPlan, room: keyof typeof rooms, at: Date, index: number): string {
  return seededId(at, plan.seed * 2 ** 24 + index, rooms[room]);
}

export function tenantOf(plan: TenantPlan): TenantRow {
  const { slug, name, colour, timeZone, clock } = plan;
  return makeTenant(plan.seed, {
    id: planId(plan, 'tenant', clock, 0),
    slug,
    name,
    colour,
    timeZone,
    createdAt: clock,
  });
}

export function accountIdOf(plan: TenantPlan, carrier: SeededCarrier): string {
  return planId(plan, 'account', plan.clock, seededCarriers.indexOf(carrier));
}

export type Catalogues = Record<SeededCarrier, SimulatedCatalogue>;

export async function loadCatalogues(): Promise<Catalogues> {
  const load = async (carrier: SeededCarrier) => {
    const entry = carriers[carrier];
    if (!entry) throw new Error(`The registry has no carrier "${carrier}".`);
    return (await entry.simulator()).catalogue;
  };
  return { mts: await load('mts'), beeline: await load('beeline'), megafon: await load('megafon') };
}
