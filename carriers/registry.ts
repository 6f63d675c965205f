import { beeline } from './beeline/adapter.ts';
import { megafon } from './megafon/adapter.ts';
import { mts } from './mts/adapter.ts';
import type { CarrierDefinition } from './port.ts';
import type { SimulatorDefinition } from './simulation.ts';

export type CarrierEntry = {
  definition: CarrierDefinition;
  /** Loaded only where one is asked for. */
  simulator: () => Promise<SimulatorDefinition>;
};

/** One line a carrier. */
export const carriers: Record<string, CarrierEntry> = {
  mts: entry(mts, () => import('./mts/simulator.ts')),
  beeline: entry(beeline, () => import('./beeline/simulator.ts')),
  megafon: entry(megafon, () => import('./megafon/simulator.ts')),
};

/** Forgets the carrier's own types: whoever connects it parses settings and credentials by it first. */
function entry<S extends { absenceProofAfterMs: number }, C extends Record<string, string>>(
  definition: CarrierDefinition<S, C>,
  load: () => Promise<{ simulator: SimulatorDefinition }>,
): CarrierEntry {
  return {
    definition: definition as unknown as CarrierDefinition,
    simulator: async () => (await load()).simulator,
  };
}
