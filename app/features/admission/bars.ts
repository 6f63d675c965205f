import type { AdmissionTest } from './admission.ts';

/** What somebody may not be given before he has passed a test. */
export type Bars = {
  carriers: readonly string[];
  /** Cases of which nobody can tell the carrier. */
  unknownCarrier: boolean;
};

export const noBars: Bars = { carriers: [], unknownCarrier: false };

/**
 * Every carrier with a test is barred until its pass; what is of no known carrier, until any pass. A carrier
 * without a test bars nobody, and so does a client company without tests.
 */
export function barsOf(
  tests: readonly Pick<AdmissionTest, 'carrier' | 'isOn'>[],
  passed: ReadonlySet<string>,
): Bars {
  const wanted = tests.filter(({ isOn }) => isOn).map(({ carrier }) => carrier);
  const carriers = wanted.filter((carrier) => !passed.has(carrier)).sort();
  return { carriers, unknownCarrier: wanted.length > 0 && passed.size === 0 };
}

export function isBarred({ carriers, unknownCarrier }: Bars, carrier: string | null): boolean {
  return carrier === null ? unknownCarrier : carriers.includes(carrier);
}
