import type { CarrierLine, CatalogueItem, Msisdn } from '../port.ts';
import { fromWireDay } from './branch-time.ts';
import { type Cabinet, fieldsOf } from './cabinet.ts';
import { forgetDirectory, locate } from './directory.ts';
import { type Answer, trouble } from './failures.ts';
import { parseServices, type Service } from './services-page.ts';
import type { MegafonSettings } from './settings.ts';
import { Subscriber, TariffInfo } from './wire.ts';

/** The whole line. A SIM's number stands nowhere in the cabinet's replies, so `iccid` is unknown. */
export async function readLine(cabinet: Cabinet, msisdn: Msisdn): Promise<Answer<CarrierLine>> {
  const id = await locate(cabinet, msisdn);
  if (!id.ok) return id;
  const [general, tariff, services] = await Promise.all([
    readGeneral(cabinet, msisdn, id.value),
    readTariff(cabinet, id.value),
    readServices(cabinet, id.value),
  ]);
  if (!general.ok) return general;
  if (!tariff.ok) return tariff;
  if (!services.ok) return services;
  const { account, balance } = general.value.subscriber;
  return {
    ok: true,
    value: {
      msisdn,
      carrierLineId: id.value,
      accountNumber: account ?? null,
      tariff: tariff.value,
      options: services.value
        .filter((each) => each.isOn)
        .map(({ code, name, since }) => ({ code, name, since })),
      blocked: general.value.blocked,
      balanceKopecks: balance ?? null,
      iccid: null,
    },
  };
}

export async function readBalance(cabinet: Cabinet, msisdn: Msisdn): Promise<Answer<number | null>> {
  const id = await locate(cabinet, msisdn);
  if (!id.ok) return id;
  const general = await readGeneral(cabinet, msisdn, id.value);
  return general.ok ? { ok: true, value: general.value.subscriber.balance ?? null } : general;
}

type General = { subscriber: Subscriber; blocked: CarrierLine['blocked'] };

/** Account, balance and status of a number; makes sure that the internal id still means that number. */
export async function readGeneral(cabinet: Cabinet, msisdn: Msisdn, id: string): Promise<Answer<General>> {
  const path = `/ws/v1.0/subscriber/${encodeURIComponent(id)}/info/general`;
  const reply = await cabinet.exchange({ operation: 'readGeneral', mutates: false, path });
  const subscriber = fieldsOf(reply, Subscriber);
  if (!subscriber.ok) return subscriber;
  if (subscriber.value.msisdn !== msisdn) {
    await forgetDirectory(cabinet);
    const text = `The internal id ${id} belongs to another number now; read the line again`;
    return { ok: false, trouble: trouble('not_ready', 'id_moved', text) };
  }
  const blocked = blockOf(subscriber.value, cabinet.connection.settings);
  return blocked.ok ? { ok: true, value: { subscriber: subscriber.value, blocked: blocked.value } } : blocked;
}

function blockOf(subscriber: Subscriber, settings: MegafonSettings): Answer<CarrierLine['blocked']> {
  const status = subscriber.status ?? '';
  const by = settings.lineStatuses[status];
  if (by === 'none') return { ok: true, value: null };
  if (by) return { ok: true, value: { by, since: fromWireDay(subscriber.statusDate ?? '') } };
  const text = `MegaFon gives the line status "${status}"; say in lineStatuses of the account what it means`;
  return { ok: false, trouble: trouble('invalid', 'unknown_status', text) };
}

export async function readTariff(cabinet: Cabinet, id: string): Promise<Answer<CarrierLine['tariff']>> {
  const { regionId, plans } = cabinet.connection.settings;
  const path = `/ws/v1.0/subscriber/${encodeURIComponent(id)}/info/tariff?regionId=${encodeURIComponent(regionId)}`;
  const reply = await cabinet.exchange({ operation: 'readTariff', mutates: false, path });
  const info = fieldsOf(reply, TariffInfo);
  if (!info.ok) return info;
  const name = info.value.ratePlan?.def ?? null;
  const plan = plans.find((each) => each.code === info.value.ratePlan?.id || each.name === name);
  const code = info.value.ratePlan?.id ?? plan?.code ?? name;
  return { ok: true, value: code === null ? null : { code, name: name ?? plan?.name ?? code } };
}

export async function readServices(cabinet: Cabinet, id: string): Promise<Answer<Service[]>> {
  const path = `/subscriber/servicesAndRateoptions/${encodeURIComponent(id)}`;
  const reply = await cabinet.exchange({ operation: 'readServices', mutates: false, path });
  if (!reply.ok) return reply;
  const services = parseServices(reply.value.text());
  if (services) return { ok: true, value: services };
  const text = 'MegaFon showed a services page of unknown shape';
  return { ok: false, trouble: trouble('carrier_down', 'unreadable', text) };
}

export async function listServices(cabinet: Cabinet, msisdn: Msisdn): Promise<Answer<CatalogueItem[]>> {
  const id = await locate(cabinet, msisdn);
  if (!id.ok) return id;
  const services = await readServices(cabinet, id.value);
  if (!services.ok) return services;
  const items = services.value.map(({ code, name, feeOnceKopecks, feeMonthKopecks }) => ({
    code,
    name,
    feeOnceKopecks,
    feeMonthKopecks,
  }));
  return { ok: true, value: items };
}
