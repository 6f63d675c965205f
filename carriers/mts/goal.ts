import type { Order } from '../port.ts';
import type { MtsClient, Refusal } from './client.ts';
import { readBlocks, readCard, readProducts, readTariff, strongestBlock } from './reads.ts';
import type { MtsSettings } from './settings.ts';

/** Whether the line shows what the order wants. Papers leave no trace on a line: never visible. */
export async function readGoal(
  client: MtsClient,
  settings: MtsSettings,
  { msisdn, change }: Order,
): Promise<{ ok: true; value: boolean } | Refusal> {
  switch (change.kind) {
    case 'option.connect':
    case 'option.disconnect': {
      const products = await readProducts(client, msisdn);
      if (!products.ok) return products;
      const isConnected = products.value.options.some(({ code }) => code === change.optionCode);
      return visible(isConnected === (change.kind === 'option.connect'));
    }
    case 'tariff.change': {
      const products = await readProducts(client, msisdn);
      const tariff = products.ok ? await readTariff(client, msisdn, products.value) : products;
      return tariff.ok ? visible(tariff.value?.code === change.tariffCode) : tariff;
    }
    case 'line.block':
    case 'line.unblock': {
      const blocks = await readBlocks(client, msisdn);
      if (!blocks.ok) return blocks;
      const by = strongestBlock(settings, blocks.value)?.by ?? null;
      return visible(change.kind === 'line.block' ? by === change.reason : by === null);
    }
    case 'sim.replace': {
      const card = await readCard(client, msisdn);
      return card.ok ? visible(card.value.imsi === change.imsi) : card;
    }
    default:
      return visible(false);
  }
}

const visible = (value: boolean) => ({ ok: true as const, value });
