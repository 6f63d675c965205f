import { describe, expect, test } from 'vitest';
import { Msisdn } from '#carriers/port.ts';
import { carriers } from '#carriers/registry.ts';
import { commit } from '#db/commit.ts';
import { lineOptions } from '#db/tenant/schema/subscriber.ts';
import { addLine, openWorld } from '#tests/setup/world.ts';
import { listChoices } from './list-choices.ts';

describe.each(Object.keys(carriers))('%s', (carrier) => {
  test('offers what the line does not have yet, and to disconnect what it has', async () => {
    const catalogue = (await carriers[carrier]?.simulator())?.catalogue;
    const option = catalogue?.options[0];
    const tariff = catalogue?.tariffs[0];
    if (!option || !tariff) throw new Error('The catalogue is empty.');
    const line = {
      msisdn: Msisdn.parse('+79161234567'),
      lineId: '1001',
      accountNumber: '277300000001',
      tariffCode: tariff.code,
      optionCodes: [option.code],
      blocked: null,
      balanceKopecks: 50_000,
      iccid: '89701012345678901',
      imsi: '250011234567890',
    };
    const world = await openWorld(carrier, { lines: [line] });
    try {
      const lineId = await addLine(world, line, carrier);
      await commit(world.db, [
        world.db.insert(lineOptions).values({ lineId, code: option.code, name: 'Услуга' }),
      ]);
      const codes = async (kind: 'option.connect' | 'option.disconnect' | 'tariff.change' | 'line.block') => {
        const choices = await listChoices(world.desk(), { lineId, kind });
        if (!choices.ok) throw new Error(choices.error.code);
        expect(choices.value.failure).toBeNull();
        return choices.value.items.map(({ code }) => code);
      };
      expect(await codes('option.disconnect')).toEqual([option.code]);
      expect(await codes('option.connect')).not.toContain(option.code);
      expect((await codes('option.connect')).length).toBeGreaterThan(0);
      expect(await codes('tariff.change')).not.toContain(tariff.code);
      expect(await codes('line.block')).toEqual([]);
    } finally {
      await world.close();
    }
  });
});

test('the client and a foreign line get nothing', async () => {
  const world = await openWorld('mts', { lines: [] });
  try {
    const asClient = world.desk({ userId: 'c', name: '', roles: ['client'] });
    const ask = { lineId: 'nowhere', kind: 'option.connect' } as const;
    expect(await listChoices(asClient, ask)).toMatchObject({ error: { code: 'forbidden' } });
    expect(await listChoices(world.desk(), ask)).toMatchObject({ error: { code: 'line-not-found' } });
  } finally {
    await world.close();
  }
});
