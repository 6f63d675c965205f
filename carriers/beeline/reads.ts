import type { CarrierLine, CatalogueItem, Msisdn, Read } from '../port.ts';
import type { Client } from './client.ts';
import type { Answer, Refusal } from './failures.ts';
import { fromWireTime, toCtn, toKopecks } from './formats.ts';
import { blockedBy, type LineFinder, readServices, readSimSerial } from './lines.ts';
import { Balance, type Offer, PricePlan, PricePlanAvailableList, ServiceAvailableList } from './wire.ts';

export async function readLine(
  client: Client,
  findLine: LineFinder,
  msisdn: Msisdn,
): Promise<Read<CarrierLine>> {
  const found = await findLine(msisdn);
  if (!found.ok) return asRead(found);
  const [services, sim, plan, balance] = await Promise.all([
    readServices(client, msisdn),
    readSimSerial(client, found.value, msisdn),
    readPricePlan(client, msisdn),
    readBalance(client, msisdn),
  ]);
  if (!services.ok) return asRead(services);
  if (isOutage(sim)) return asRead(sim);
  if (isOutage(plan)) return asRead(plan);
  if (isOutage(balance)) return asRead(balance);
  const { ban, info } = found.value;
  return {
    ok: true,
    value: {
      msisdn,
      carrierLineId: null,
      accountNumber: ban,
      tariff: info.pricePlan ? { code: info.pricePlan, name: planName(plan, info.pricePlan) } : null,
      options: services.value.services.map(({ name, entityName, startDate }) => {
        return { code: name, name: entityName ?? name, since: instant(client, startDate) };
      }),
      blocked: blocked(client, info),
      balanceKopecks: balance.ok ? toKopecks(balance.value.balance) : null,
      iccid: sim.ok ? sim.value : null,
    },
  };
}

/** A package without the balance call has no balance. */
export async function readBalanceAlone(client: Client, msisdn: Msisdn): Promise<Read<number | null>> {
  const answer = await readBalance(client, msisdn);
  if (answer.ok) return { ok: true, value: toKopecks(answer.value.balance) };
  const read: Read<number | null> = asRead(answer);
  return !read.ok && read.failure.class === 'not_in_package' ? { ok: true, value: null } : read;
}

export async function readOptions(client: Client, msisdn: Msisdn): Promise<Read<CatalogueItem[]>> {
  const answer = await client.rest({
    operation: 'serviceAvailableList',
    mutates: false,
    schema: ServiceAvailableList,
    path: 'info/serviceAvailableList',
    query: { ctn: toCtn(msisdn), channelType: client.settings.channelType },
  });
  return answer.ok ? { ok: true, value: answer.value.availableServices.map(toItem) } : asRead(answer);
}

export async function readTariffs(client: Client, msisdn: Msisdn): Promise<Read<CatalogueItem[]>> {
  const answer = await client.rest({
    operation: 'pricePlanAvailableList',
    mutates: false,
    schema: PricePlanAvailableList,
    path: 'info/pricePlanAvailableList',
    query: { ctn: toCtn(msisdn), channelType: client.settings.channelType },
  });
  return answer.ok ? { ok: true, value: answer.value.availablePricePlans.map(toItem) } : asRead(answer);
}

export function asRead({ failure }: Refusal): { ok: false; failure: Refusal['failure'] } {
  return { ok: false, failure };
}

function readPricePlan(client: Client, msisdn: Msisdn) {
  return client.rest({
    operation: 'pricePlan',
    mutates: false,
    schema: PricePlan,
    path: 'info/pricePlan',
    query: { ctn: toCtn(msisdn) },
  });
}

function readBalance(client: Client, msisdn: Msisdn) {
  const { balanceFrom } = client.settings;
  return client.rest({
    operation: balanceFrom,
    mutates: false,
    schema: Balance,
    path: `info/${balanceFrom}`,
    query: { ctn: toCtn(msisdn) },
  });
}

/** A package may lack the card, plan or balance call: a plain no leaves the field empty, an outage fails the read. */
function isOutage<T>(answer: Answer<T>): answer is Refusal {
  return !answer.ok && answer.verdict !== 'refused';
}

/** Only the code is in the list of lines; the name is the twin's, if it means the same plan. */
function planName(
  plan: Answer<{ pricePlanInfo: { name: string | null; entityName: string | null } }>,
  code: string,
) {
  const info = plan.ok ? plan.value.pricePlanInfo : null;
  return (info?.name === code ? info.entityName : null) ?? code;
}

function blocked(client: Client, info: Parameters<typeof blockedBy>[1]): CarrierLine['blocked'] {
  const by = blockedBy(client.settings, info);
  return by && { by, since: instant(client, info.statusDate) };
}

function instant(client: Client, wire: string | null): string | null {
  return fromWireTime(wire, client.settings.utcOffsetMinutes)?.toISOString() ?? null;
}

function toItem(offer: Offer): CatalogueItem {
  return {
    code: offer.name,
    name: offer.entityName ?? offer.name,
    feeOnceKopecks: toKopecks(offer.chargeAmount),
    feeMonthKopecks: toKopecks(offer.rcRate),
  };
}
