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
  mts: { definition: mts, simulator: async () => (await import('./mts/simulator.ts')).simulator },
  beeline: { definition: beeline, simulator: async () => (await import('./beeline/simulator.ts')).simulator },
  megafon: { definition: megafon, simulator: async () => (await import('./megafon/simulator.ts')).simulator },
};
