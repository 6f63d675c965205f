import { expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { storeCatalogue } from '#db/tenant/queries/catalogue.ts';
import { seededLine } from '#tests/setup/seeded-line.ts';
import { openWorld } from '#tests/setup/world.ts';
import { nameEffects } from './name-effects.ts';

test('options that come and go with a tariff are called by name', async () => {
  const world = await openWorld('mts', { lines: [await seededLine('mts', 1)] });
  const seen = {
    carrier: 'mts',
    type: 'option',
    code: 'PE0092',
    name: 'Видеозвонок',
    seenAt: new Date(0),
  } as const;
  await commit(world.db, [storeCatalogue(world.db, [seen])]);
  const preview = {
    feeNowKopecks: 0,
    feeMonthKopecks: 0,
    effectiveAt: null,
    adds: ['PE0320'],
    drops: ['PE0092'],
  };
  const named = await nameEffects(world.db, { id: 'line', carrier: 'mts' }, preview);
  expect(named).toEqual({ ...preview, adds: ['PE0320'], drops: ['Видеозвонок'] });
  await world.close();
});
