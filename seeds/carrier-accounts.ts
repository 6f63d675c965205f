import { seal } from '#app/platform/seal.ts';
import type { SimulatorDefinition } from '#carriers/simulation.ts';
import { type CarrierAccountRow, makeCarrierAccount } from './factories.ts';
import { accountIdOf, type SeededCarrier, type TenantPlan, tenantOf } from './plan.ts';

/** A demo tenant's account at a simulated carrier that listens at `origin`. */
export function simulatedAccountOf(
  plan: TenantPlan,
  carrier: SeededCarrier,
  simulator: SimulatorDefinition,
  origin: string,
  secretKey: Buffer,
): CarrierAccountRow {
  const id = accountIdOf(plan, carrier);
  const { settings, credentials } = simulator.account(origin);
  return makeCarrierAccount(plan.seed, {
    id,
    tenantId: tenantOf(plan).id,
    carrier,
    title: `Договор № ${1000 + plan.seed}`,
    settings,
    credentialsSealed: seal(secretKey, `carrier-account:${id}`, JSON.stringify(credentials)),
    createdAt: plan.clock,
  });
}
