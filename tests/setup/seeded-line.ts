import { Msisdn } from '#carriers/port.ts';
import { carriers } from '#carriers/registry.ts';
import type { SimulatedLine } from '#carriers/simulation.ts';

/** A plain line at a simulated carrier: its first tariff, no options, not blocked. */
export async function seededLine(carrier: string, index: number): Promise<SimulatedLine> {
  const catalogue = (await carriers[carrier]?.simulator())?.catalogue;
  const last = String(index).padStart(4, '0');
  return {
    msisdn: Msisdn.parse(`+7916123${last}`),
    lineId: String(1001 + index),
    accountNumber: '277300000001',
    tariffCode: catalogue?.tariffs[0]?.code ?? '',
    optionCodes: [],
    blocked: null,
    balanceKopecks: 50_000,
    iccid: `8970101234567${last}`,
    imsi: `25001123456${last}`,
  };
}
