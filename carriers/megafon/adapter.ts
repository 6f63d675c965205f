import type { Capabilities, Carrier, CarrierDefinition } from '../port.ts';
import { openCabinet } from './cabinet.ts';
import { submitOrder } from './changes.ts';
import { toRead } from './failures.ts';
import { orderInstructions } from './instructions.ts';
import { previewOrder } from './preview.ts';
import { listServices, readBalance, readLine } from './reads.ts';
import { MegafonCredentials, MegafonSettings } from './settings.ts';
import type { MegafonConnection } from './sign-in.ts';
import { observeOrder, reconcileOrder } from './status.ts';

const order = { by: 'carrier', effective: 'now', dryRun: false } as const;
const person = { by: 'person' } as const;

const capabilities: Capabilities = {
  'option.connect': person,
  'option.disconnect': person,
  'tariff.change': order,
  'line.block': order,
  'line.unblock': order,
  'sim.replace': person,
  'invoice.order': person,
  'details.order': person,
};

function connect(connection: MegafonConnection): Carrier {
  const cabinet = openCabinet(connection);
  return {
    getLine: async (msisdn) => toRead(await readLine(cabinet, msisdn)),
    getBalance: async (msisdn) => toRead(await readBalance(cabinet, msisdn)),
    listOptions: async (msisdn) => toRead(await listServices(cabinet, msisdn)),
    // The cabinet lists no plans; those of the contract stand in the account's settings.
    listTariffs: async () => ({
      ok: true,
      value: connection.settings.plans.map(({ drops: _, ...plan }) => plan),
    }),
    preview: async (each) => toRead(await previewOrder(cabinet, each)),
    submit: (each) => submitOrder(cabinet, each),
    observe: (each, ref) => observeOrder(cabinet, each, ref),
    reconcile: (each, sent) => reconcileOrder(cabinet, each, sent),
  };
}

/** MegaFon's corporate cabinet, used as a signed-in browser uses it. */
export const megafon: CarrierDefinition<MegafonSettings, MegafonCredentials> = {
  id: 'megafon',
  title: { ru: 'МегаФон', en: 'MegaFon' },
  settings: MegafonSettings,
  credentials: MegafonCredentials,
  credentialFields: [
    { name: 'username', title: { ru: 'Логин в кабинете', en: 'Login of the cabinet' } },
    { name: 'password', title: { ru: 'Пароль', en: 'Password' } },
  ],
  capabilities: () => capabilities,
  connect,
  instructions: orderInstructions,
};
