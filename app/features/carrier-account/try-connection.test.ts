import { expect, test } from 'vitest';
import { Msisdn } from '#carriers/port.ts';
import { carriers } from '#carriers/registry.ts';
import type { SimulatedLine } from '#carriers/simulation.ts';
import { hostSimulators } from '#seeds/host-simulators.ts';
import { addTenant, admin } from '#tests/setup/test-people.ts';
import { createTestServices } from '#tests/setup/test-services.ts';
import { createCarrierDesk } from '#workers/carrier-desk.ts';
import { CarrierAccountInput } from './carrier-account.ts';
import { createCarrierAccount } from './create-carrier-account.ts';
import { tryConnection } from './try-connection.ts';

const msisdn = Msisdn.parse('+79161234567');
const stranger = Msisdn.parse('+79169999999');

async function withSimulator(carrier: string, breakCredentials = false) {
  const { services } = await createTestServices();
  const clock = { now: () => new Date(), sleep: async () => {} };
  services.carriers = createCarrierDesk(services.databases.control, services.secretKey, clock);
  const tenantId = await addTenant(services, 1);
  const definition = await carriers[carrier]?.simulator();
  const tariffCode = definition?.catalogue.tariffs[0]?.code ?? '';
  const line: SimulatedLine = {
    msisdn,
    lineId: '1001',
    accountNumber: '277300000001',
    tariffCode,
    optionCodes: [],
    blocked: null,
    balanceKopecks: 10_000,
    iccid: '89701000000000000001',
    imsi: '250010000000001',
  };
  const host = await hostSimulators([{ tenantId, carrier, seed: 7, lines: [line], port: 0 }]);
  const account = definition?.account(host.hosted[0]?.origin ?? '');
  const right = Object.entries(account?.credentials ?? {});
  const credentials = Object.fromEntries(
    right.map(([name, value]) => [name, breakCredentials ? `not ${value}` : value]),
  );
  const common = { title: 'Д', windows: [], concurrency: 4, deadlineMs: 5_000 };
  const does = { disabledKinds: [], asksBalances: true };
  const input = CarrierAccountInput.parse({ ...common, ...does, settings: account?.settings, credentials });
  const created = await createCarrierAccount(services, admin, { tenantId, carrier }, input);
  if (!created.ok) throw new Error(JSON.stringify(created.error));
  const tryNumber = (number: Msisdn) =>
    tryConnection(services, admin, { tenantId, id: created.value.id }, number);
  return { tryNumber, tariff: definition?.catalogue.tariffs[0]?.name, close: host.close };
}

test.each(Object.keys(carriers))('%s answers to the right credentials', async (carrier) => {
  const { tryNumber, tariff, close } = await withSimulator(carrier);
  expect(await tryNumber(msisdn)).toEqual({ ok: true, value: { verdict: 'answered', tariff } });
  expect(await tryNumber(stranger)).toEqual({ ok: true, value: { verdict: 'answered', tariff: null } });
  await close();
  expect(await tryNumber(msisdn)).toMatchObject({ value: { verdict: 'unreachable' } });
});

test.each(Object.keys(carriers))('%s refuses wrong credentials', async (carrier) => {
  const { tryNumber, close } = await withSimulator(carrier, true);
  expect(await tryNumber(msisdn)).toMatchObject({ ok: true, value: { verdict: 'refused' } });
  await close();
});
