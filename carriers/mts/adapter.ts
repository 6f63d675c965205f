import type { Capabilities, Capability, CarrierDefinition, ChangeKind } from '../port.ts';
import { createClient } from './client.ts';
import { instructionsFor } from './instructions.ts';
import { previewChange } from './preview.ts';
import { readBalance, readLine, readOptions, readTariffs } from './reads.ts';
import { MtsCredentials, MtsSettings } from './settings.ts';
import { observeChange, reconcileChange } from './status.ts';
import { submitChange } from './submit.ts';

const byInterface = (dryRun: boolean): Capability => ({
  by: 'carrier',
  effective: 'now',
  dryRun,
});

const fullPackage: Capabilities = {
  'option.connect': byInterface(true),
  'option.disconnect': byInterface(true),
  'tariff.change': byInterface(true),
  'line.block': byInterface(true),
  'line.unblock': byInterface(true),
  'sim.replace': byInterface(false),
  'invoice.order': byInterface(false),
  'details.order': byInterface(false),
};

/** "МТС Бизнес API": JSON, one token for the whole organisation, changes are asynchronous. */
export const mts: CarrierDefinition<MtsSettings, MtsCredentials> = {
  id: 'mts',
  title: { ru: 'МТС', en: 'MTS' },
  settings: MtsSettings,
  credentials: MtsCredentials,
  credentialFields: [
    { name: 'consumerKey', title: { ru: 'Ключ приложения (Consumer Key)', en: 'Consumer key' } },
    { name: 'consumerSecret', title: { ru: 'Секрет приложения (Consumer Secret)', en: 'Consumer secret' } },
  ],
  capabilities: ({ packageLacks }) => ({ ...fullPackage, ...leftToPeople(packageLacks) }),
  connect(connection) {
    const client = createClient(connection);
    const { settings } = connection;
    return {
      getLine: (msisdn) => readLine(client, settings, msisdn),
      getBalance: (msisdn) => readBalance(client, msisdn),
      listOptions: (msisdn) => readOptions(client, msisdn),
      listTariffs: (msisdn) => readTariffs(client, msisdn),
      preview: (order) => previewChange(client, settings, connection, order),
      submit: (order) => submitChange(client, connection, order),
      observe: (order, ref) => observeChange(client, order, ref),
      reconcile: (order, sent) => reconcileChange(client, settings, connection.now(), order, sent),
    };
  },
  instructions: instructionsFor,
};

function leftToPeople(kinds: ChangeKind[]): Partial<Capabilities> {
  return Object.fromEntries(kinds.map((kind) => [kind, { by: 'person' }]));
}
