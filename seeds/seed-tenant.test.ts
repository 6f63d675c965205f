import { expect, test } from 'vitest';
import { isFinal } from '#app/features/request/request.ts';
import { commit } from '#db/commit.ts';
import { tenants } from '#db/control/schema.ts';
import { migrateAll } from '#db/migrate.ts';
import { requestEvents, requests } from '#db/tenant/schema/request.ts';
import { lineOptions, lines } from '#db/tenant/schema/subscriber.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { generateBase } from './generate-base.ts';
import { loadCatalogues, type SeededCarrier, tenantOf } from './plan.ts';
import { pusto } from './pusto.ts';
import { seedTenant, simulatedLines } from './seed-tenant.ts';
import { sever } from './sever.ts';
import { volna } from './volna.ts';

const small = { ...sever, lines: { mts: 60, beeline: 50, megafon: 40 }, requests: 400 };

async function openSeeded() {
  const { databases } = await openTestTenant();
  await commit(databases.control, [databases.control.insert(tenants).values(tenantOf(small))]);
  await migrateAll(databases);
  const db = await databases.openTenant(tenantOf(small).id);
  await seedTenant(db, small, ['u1', 'u2']);
  return db;
}

test('the tenant database and the simulators tell the same of every line', async () => {
  const db = await openSeeded();
  const atCarriers = await simulatedLines(small);
  const simulated = Object.values(atCarriers).flat();
  const stored = await db.select().from(lines);
  const options = Map.groupBy(await db.select().from(lineOptions), (option) => option.lineId);
  expect(stored).toHaveLength(150);
  for (const line of stored) {
    const twin = simulated.find(({ msisdn }) => msisdn === line.msisdn);
    expect(twin).toMatchObject({
      tariffCode: line.tariffCode,
      blocked: line.blockedBy,
      balanceKopecks: line.balanceKopecks,
      iccid: line.iccid,
    });
    const codes = (options.get(line.id) ?? []).map((option) => option.code);
    expect(codes.toSorted()).toEqual(twin?.optionCodes.toSorted());
  }
});

test('the history is numbered without gaps and every request stands where its events led', async () => {
  const db = await openSeeded();
  const rows = await db.select().from(requests).orderBy(requests.number);
  const events = Map.groupBy(await db.select().from(requestEvents), (event) => event.requestId);
  expect(rows.map((row) => row.number)).toEqual(Array.from({ length: 400 }, (_, index) => index + 1));
  expect(rows.filter((row) => !isFinal(row.state))).toHaveLength(small.openRequests);
  for (const row of rows) {
    const made = (events.get(row.id) ?? []).toSorted((a, b) => a.version - b.version);
    expect(made).toHaveLength(row.version);
    expect(made.at(-1)).toMatchObject({ version: row.version, toState: row.state, at: row.changedAt });
    expect(made.slice(1).every((event, index) => event.fromState === made[index]?.toState)).toBe(true);
    expect(row.changedAt <= small.clock).toBe(true);
  }
});

test('what was granted last is what the line is today', async () => {
  const db = await openSeeded();
  const done = await db.select().from(requests).orderBy(requests.number);
  const tariffs = new Map((await db.select().from(lines)).map((line) => [line.id, line.tariffCode]));
  const options = new Set(
    (await db.select().from(lineOptions)).map(({ lineId, code }) => `${lineId} ${code}`),
  );
  for (const { state, payload, lineId } of done) {
    if (state !== 'done') continue;
    if (payload.kind === 'tariff.change') expect(payload.tariffCode).toBe(tariffs.get(lineId));
    if (payload.kind === 'option.connect') expect(options).toContain(`${lineId} ${payload.optionCode}`);
    if (payload.kind === 'option.disconnect')
      expect(options).not.toContain(`${lineId} ${payload.optionCode}`);
  }
});

test('every request is called what its carrier calls the option or tariff', async () => {
  const db = await openSeeded();
  const catalogues = await loadCatalogues();
  for (const { payload, carrier, itemName } of await db.select().from(requests)) {
    const { options, tariffs } = catalogues[carrier as SeededCarrier];
    const [code, items] =
      'optionCode' in payload
        ? [payload.optionCode, options]
        : 'tariffCode' in payload
          ? [payload.tariffCode, tariffs]
          : [null, []];
    expect(itemName).toBe(items.find((item) => item.code === code)?.name ?? null);
    expect(itemName === null).toBe(code === null);
  }
});

test('the same plan makes the same base, and no two tenants share a number', async () => {
  const catalogues = await loadCatalogues();
  expect(generateBase(small, catalogues)).toEqual(generateBase(small, catalogues));
  const numbers = [volna, sever, pusto].flatMap((plan) =>
    generateBase(plan, catalogues).flatMap((owner) => owner.lines.map((line) => line.simulated.msisdn)),
  );
  expect(numbers).toHaveLength(22_500);
  expect(new Set(numbers).size).toBe(22_500);
});

test('every line has options that its carrier would let stand together', async () => {
  const catalogues = await loadCatalogues();
  for (const { carrier, tariff, simulated } of generateBase(small, catalogues).flatMap(
    (owner) => owner.lines,
  )) {
    const codes = simulated.optionCodes;
    const options = catalogues[carrier].options.filter(({ code }) => codes.includes(code));
    expect(options.flatMap((option) => option.conflicts).filter((code) => codes.includes(code))).toEqual([]);
    expect(options.flatMap((option) => option.requires).filter((code) => !codes.includes(code))).toEqual([]);
    expect(tariff.drops.filter((code) => codes.includes(code))).toEqual([]);
  }
});
