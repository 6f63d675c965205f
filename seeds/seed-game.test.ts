import { expect, test } from 'vitest';
import { rebuildPoints } from '#app/features/points/rebuild-points.ts';
import { commit } from '#db/commit.ts';
import { memberships, users } from '#db/control/schema.ts';
import { listSeasons } from '#db/tenant/queries/quality-points.ts';
import { caseEvents, cases } from '#db/tenant/schema/case.ts';
import { badges, kudos, rewardOrders } from '#db/tenant/schema/game.ts';
import { boardPoints, pointEntries } from '#db/tenant/schema/quality.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { generateBase } from './generate-base.ts';
import { generateContacts } from './generate-contacts.ts';
import { loadCatalogues } from './plan.ts';
import { seedGame } from './seed-game.ts';
import { sever } from './sever.ts';

const plan = { ...sever, lines: { mts: 30, beeline: 20, megafon: 10 } };
const now = new Date('2026-11-22T09:00:00Z');
const agents = ['olga', 'pyotr', 'alina', 'timur'];

test('two seasons were played, and the boards are those of the ledger', async () => {
  const { databases, db } = await openTestTenant();
  const { control } = databases;
  await commit(
    control,
    agents.flatMap((id) => [
      control.insert(users).values({ id, email: `${id}@example.com`, name: id, createdAt: now }),
      control
        .insert(memberships)
        .values({ id, userId: id, tenantId: db.tenantId, role: 'agent', createdAt: now }),
    ]),
  );
  const base = generateBase(plan, await loadCatalogues());
  const given = { authors: agents, topicIds: new Map<string, string>(), now };
  const made = [...generateContacts(plan, base, { past: 500, open: 0 }, given)];
  const rows = made.map(({ row }) => ({ ...row, subscriberId: null, lineId: null, lastMessageId: null }));
  await commit(db, [
    db.insert(cases).values(rows),
    db.insert(caseEvents).values(made.flatMap(({ events }) => events)),
  ]);
  await seedGame(db, control, plan, { agents, managerId: 'marina' }, now);
  expect((await listSeasons(db)).map(({ name }) => name)).toEqual(['Лето', 'Осень']);
  const entries = await db.select().from(pointEntries);
  expect(new Set(entries.map(({ agentId }) => agentId))).toEqual(new Set(agents));
  expect(new Set(entries.map(({ seasonId }) => seasonId)).size).toBe(2);
  for (const table of [badges, kudos, rewardOrders]) {
    expect((await db.select().from(table)).length).toBeGreaterThan(0);
  }
  const read = async () => (await db.select().from(boardPoints)).map((row) => JSON.stringify(row)).sort();
  const live = await read();
  await rebuildPoints(db);
  expect(await read()).toEqual(live);
});
