import { ZodError } from 'zod';
import { type SettingFault, settingFaultOf } from '#app/features/carrier-account/setting-fault.ts';
import type { CarrierDesk, CarrierForm } from '#app/platform/context.ts';
import { unseal } from '#app/platform/seal.ts';
import { type GatewayRuntime, type OpenedCarrier, openCarrier } from '#carriers/gateway.ts';
import type { CarrierDefinition } from '#carriers/port.ts';
import { carriers } from '#carriers/registry.ts';
import { getCarrierAccount } from '#db/control/queries/carrier-accounts.ts';
import { reserveSend } from '#db/control/queries/send-logs.ts';
import type { ControlDb } from '#db/open.ts';

/** The carriers of this process: one opened adapter per account, replaced when the account changes. */
export type OpenedCarriers = Omit<CarrierDesk, 'open'> & {
  open(tenantId: string, accountId: string): Promise<OpenedCarrier>;
  /** Accounts opened so far in this process, for the health page. */
  opened(): { accountId: string; breaker: ReturnType<OpenedCarrier['breaker']> }[];
};

export type Clock = Pick<GatewayRuntime, 'now' | 'sleep'>;

export function createCarrierDesk(control: ControlDb, secretKey: Buffer, clock: Clock): OpenedCarriers {
  const accounts = new Map<string, { version: number; opened: OpenedCarrier }>();
  const runtime: GatewayRuntime = {
    ...clock,
    reserveSend: (accountId, windows) => reserveSend(control, accountId, windows, clock.now().getTime()),
  };

  async function open(tenantId: string, accountId: string): Promise<OpenedCarrier> {
    const row = await getCarrierAccount(control, tenantId, accountId);
    if (!row) throw new Error(`Tenant ${tenantId} has no open carrier account ${accountId}.`);
    const known = accounts.get(accountId);
    if (known?.version === row.version) return known.opened;
    const credentials = JSON.parse(unseal(secretKey, `carrier-account:${row.id}`, row.credentialsSealed));
    const opened = openCarrier(definitionOf(row.carrier), { ...row, credentials }, runtime);
    accounts.set(accountId, { version: row.version, opened });
    return opened;
  }

  return {
    open,
    titles: Object.fromEntries(Object.entries(carriers).map(([id, entry]) => [id, entry.definition.title])),
    forms: Object.fromEntries(Object.entries(carriers).map(([id, entry]) => [id, formOf(entry.definition)])),
    instructions: (carrier, order) => definitionOf(carrier).instructions(order),
    practise: async (carrier) => (await import('#carriers/practice.ts')).openPracticeRoom(carrier),
    opened: () => [...accounts].map(([accountId, { opened }]) => ({ accountId, breaker: opened.breaker() })),
  };
}

function formOf({ credentialFields, settings, credentials }: CarrierDefinition): CarrierForm {
  return {
    credentialFields,
    settingsFaults: (value) => faultsOf(() => settings.parse(value)),
    credentialsFaults: (value) => faultsOf(() => credentials.parse(value)),
  };
}

function faultsOf(parse: () => unknown): SettingFault[] {
  try {
    parse();
    return [];
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    return error.issues.map(settingFaultOf);
  }
}

function definitionOf(carrier: string): CarrierDefinition {
  const entry = carriers[carrier];
  if (!entry) throw new Error(`There is no adapter for the carrier "${carrier}" in carriers/registry.ts.`);
  return entry.definition;
}
