import { expect, test } from 'vitest';
import { listRosters, listShifts, listWorkTerms } from '#db/tenant/queries/shifts.ts';
import { publishedShifts } from '#db/tenant/schema/shift.ts';
import { openCaseWorld } from '#tests/setup/test-cases.ts';
import { seedShifts } from './seed-shifts.ts';
import { volna } from './volna.ts';

test('the demo has terms, and six weeks that are planned and that people know of', async () => {
  const { db, services } = await openCaseWorld();
  const scene = { db, control: services.databases.control, plan: volna, managerId: 'manager-1' };
  const agents = ['agent-1', 'agent-2', 'agent-3', 'leaver', 'silent', 'heard'];
  await seedShifts(scene, agents, new Date('2026-11-22T09:00Z'));
  expect(await listWorkTerms(db)).toHaveLength(6);
  const [next, present] = await listRosters(db, 5);
  expect([present, next]).toMatchObject([
    { fromDate: '2026-11-09', toDate: '2026-11-23', state: 'published' },
    { fromDate: '2026-11-23', toDate: '2026-12-21', state: 'published' },
  ]);
  expect((await listShifts(db, next?.id ?? '')).length).toBeGreaterThan(60);
  const told = await db.select().from(publishedShifts);
  expect(told.length).toBeGreaterThan(30);
  expect(told.every(({ ackAt }) => ackAt !== null)).toBe(true);
});
