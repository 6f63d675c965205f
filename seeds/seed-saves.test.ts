import { expect, test } from 'vitest';
import { readOfferCatalogue } from '#app/features/offer/read-catalogue.ts';
import { commit } from '#db/commit.ts';
import { countTalks, listTalks } from '#db/tenant/queries/save-talk-pages.ts';
import { departures } from '#db/tenant/schema/churn.ts';
import { lines } from '#db/tenant/schema/subscriber.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { seedOffers } from './seed-offers.ts';
import { seedSaves } from './seed-saves.ts';
import { seedTenant } from './seed-tenant.ts';
import { sever } from './sever.ts';

const now = new Date('2026-11-20T12:00:00Z');

test('the demo has a save desk in use: open talks, those who are followed, and what each offer changed', async () => {
  const plan = { ...sever, lines: { mts: 300, beeline: 200, megafon: 200 }, requests: 100 };
  const { databases, db } = await openTestTenant();
  await seedTenant(db, plan, ['u1']);
  const known = await db.select({ id: lines.id }).from(lines).limit(200);
  const left = known.map(({ id: lineId }, index) => ({
    id: `d-${index}`,
    lineId,
    kind: 'port-out' as const,
    reason: 'price' as const,
    on: `2026-0${1 + (index % 6)}-15`,
    notedBy: 'import',
    notedAt: now,
  }));
  await commit(db, [db.insert(departures).values(left)]);
  const offers = await seedOffers(db, plan, 'm', now);
  await seedSaves(db, plan, { agents: ['a', 'b'], offers }, now);
  expect(await countTalks(db)).toEqual({ open: 8, followed: 18, ended: 370 });
  const [first] = await listTalks(db, 'open');
  expect(first?.talk.clockOn.localeCompare('2026-11-15')).toBe(1);
  const actor = { userId: 'm', name: 'М', roles: ['manager' as const] };
  const catalogue = await readOfferCatalogue({ db, control: databases.control, actor, now });
  const effects = catalogue.offers.map(({ name, effect }) => [name, effect.isKnown, effect.share > 0.05]);
  expect(effects).toEqual(
    expect.arrayContaining([
      ['Три месяца за полцены', true, true],
      ['Чехол или наушники', true, false],
      ['Месяц в подарок', false, false],
    ]),
  );
  expect(catalogue.offers.every(({ spentKopecks, rules }) => spentKopecks <= rules.budgetKopecks)).toBe(true);
});
