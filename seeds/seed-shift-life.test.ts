import { expect, test } from 'vitest';
import { listPresences } from '#db/tenant/queries/routing.ts';
import {
  listAskedAbsences,
  listOpenOffers,
  listPresenceSpans,
  listPublishedAt,
} from '#db/tenant/queries/shift-life.ts';
import { openCaseWorld } from '#tests/setup/test-cases.ts';
import { seedShiftLife } from './seed-shift-life.ts';
import { seedShifts } from './seed-shifts.ts';
import { volna } from './volna.ts';

test('the demo has lived its plan up to now, and people ask for things', async () => {
  const { db, services } = await openCaseWorld();
  const agents = ['agent-1', 'agent-2', 'agent-3', 'leaver', 'silent', 'heard'];
  const now = new Date('2026-11-18T09:00Z');
  const scene = { db, control: services.databases.control, plan: volna, managerId: 'manager-1' };
  await seedShifts(scene, agents, now);
  await seedShiftLife(scene, { agents, colleagues: agents.slice(1) }, now);
  const lived = await listPresenceSpans(db, { from: new Date('2026-11-09T00:00Z'), to: now });
  expect(lived.length).toBeGreaterThan(50);
  const onShift = await listPublishedAt(db, { from: now, to: new Date(now.getTime() + 1) });
  const here = lived.filter(({ toAt }) => toAt === null).map(({ userId }) => userId);
  expect(here.toSorted()).toEqual(onShift.map(({ userId }) => userId).toSorted());
  expect(here.length).toBeGreaterThan(0);
  const present = (await listPresences(db)).map(({ userId }) => userId);
  expect(present.toSorted()).toEqual(here.filter((userId) => userId !== 'agent-1').toSorted());
  expect((await listOpenOffers(db)).length).toBeGreaterThan(0);
  expect(await listAskedAbsences(db)).toHaveLength(2);
});
