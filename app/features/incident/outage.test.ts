import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import type { TenantDb } from '#db/open.ts';
import { countCasesOf, listIncidents } from '#db/tenant/queries/incidents.ts';
import { askedQueries } from '#tests/setup/asked-queries.ts';
import { openCaseWorld } from '#tests/setup/test-cases.ts';
import { declareIncident } from './declare-incident.ts';
import { gatherCases } from './gather-cases.ts';
import { countFitting } from './read-incidents.ts';
import { spreadUpdate } from './spread-update.ts';
import { updateIncident } from './update-incident.ts';

const lead: Actor = { userId: 'lead-1', name: 'Вера Лидова', roles: ['lead'] };
const open = 10_000;
/** One in ten of them is written to: the others would only make the test slow. */
const held = open / 10;
const match = { carrier: 'mts', optionCode: 'ROAM', words: ['казан'] };
let world: Awaited<ReturnType<typeof openCaseWorld>>;
beforeAll(async () => {
  world = await openCaseWorld();
  await openOutage(world.db, world.line.id);
});

/** Ten thousand open cases of one line, one in ten at the carrier that is down. */
async function openOutage(db: TenantDb, lineId: string) {
  await db.run(sql`insert into line_options (line_id, code, name) values (${lineId}, 'ROAM', 'Роуминг')`);
  await db.run(sql`with recursive counted(i) as (select 1 union all select i + 1 from counted where i < ${open})
    insert into cases (id, number, kind, state, version, subject, priority, channel, line_id, carrier, created_by,
      created_at, changed_at)
    select printf('01900000-0000-7000-8000-%012x', i), 100000 + i, 'fault', 'open', 1, 'Казань: нет связи', 'normal',
      iif(i % 20, 'email', 'call'), ${lineId}, iif(i % 10, 'beeline', 'mts'), 'subscriber', 1, 1 from counted`);
}

async function declare() {
  const words = { formToken: uuid(), title: 'Нет связи в Казани', banner: 'Чиним' };
  const desk = world.desk(lead);
  const declared = await declareIncident(desk, { ...words, match, slaTreatment: 'pause', startedAt: null });
  if (!declared.ok) throw new Error(declared.error.code);
  return declared.value.id;
}

/** Neither the whole table nor an order made anew for each piece. */
async function demandIndexes({ plans }: Awaited<ReturnType<typeof askedQueries>>) {
  const steps = (await plans()).flat();
  expect(steps.filter((step) => /TEMP B-TREE|^ *SCAN (?!.* USING (COVERING )?INDEX )/.test(step))).toEqual(
    [],
  );
}

test('how many of ten thousand fit is counted in a few queries, whatever is asked of them', async () => {
  const asked = await askedQueries(world.db, async () => {
    expect(await countFitting(world.db, match)).toEqual({ count: held, isWhole: true });
  });
  expect(asked.count).toBeLessThan(30);
  await demandIndexes(asked);
});

test('ten thousand are gone through, and all that belong to the outage are told and let go', async () => {
  const { db } = world;
  const incidentId = await declare();
  const gathered = await askedQueries(db, async () => {
    expect(await gatherCases(db, incidentId, world.now())).toBe(held);
  });
  expect(gathered.count).toBeLessThan(80);
  await demandIndexes(gathered);
  expect(await countCasesOf(db, incidentId)).toBe(held);
  const word = { incidentId, body: 'Связь есть', isLast: true, version: 1 };
  const said = await updateIncident(world.desk(lead), word);
  const updateId = said.ok ? said.value.updateId : '';
  const told = await askedQueries(db, async () => {
    while ((await spreadUpdate(db, updateId, world.now())) === 'more');
  });
  expect(told.count).toBeLessThan(20);
  await demandIndexes(told);
  const [written] = await db.all(sql`select count(*) as n, count(distinct case_id) as cases from messages`);
  expect(written).toEqual({ n: held, cases: held });
});

test('the list of incidents counts the cases of those it shows, on their index', async () => {
  const asked = await askedQueries(world.db, async () => {
    expect(await listIncidents(world.db, 1)).toMatchObject([{ caseCount: held }]);
  });
  await demandIndexes(asked);
});
