import type { Order } from '../port.ts';
import type { Client } from './client.ts';
import type { Answer } from './failures.ts';
import { blockedBy, type LineFinder, readServices, readSimSerial } from './lines.ts';

/** Whether the line itself shows what the order wanted. `null`: such a change leaves no trace on the line. */
export async function readGoal(
  client: Client,
  findLine: LineFinder,
  order: Order,
): Promise<Answer<boolean | null>> {
  const { change, msisdn } = order;
  if (change.kind === 'option.connect' || change.kind === 'option.disconnect') {
    const services = await readServices(client, msisdn);
    if (!services.ok) return services;
    const isConnected = services.value.services.some((row) => row.name === change.optionCode);
    return { ok: true, value: isConnected === (change.kind === 'option.connect') };
  }
  if (change.kind === 'invoice.order' || change.kind === 'details.order') return { ok: true, value: null };

  const found = await findLine(msisdn);
  if (!found.ok) return found;
  const { info } = found.value;
  const by = blockedBy(client.settings, info);
  switch (change.kind) {
    case 'tariff.change':
      return { ok: true, value: info.pricePlan === change.tariffCode };
    case 'line.block':
      return { ok: true, value: by === change.reason };
    case 'line.unblock':
      return { ok: true, value: by === null };
    case 'sim.replace': {
      const serial = await readSimSerial(client, found.value, msisdn);
      return serial.ok ? { ok: true, value: serial.value === change.iccid } : serial;
    }
  }
}
