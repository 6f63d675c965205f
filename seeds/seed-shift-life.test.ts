import { expect, test } from 'vitest';
import { listAskedAbsences, listOpenOffers, listPresenceSpans } from '#db/tenant/queries/shift-life.ts';
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
  await seedShiftLife(scene, agents, now);
  const lived = await listPresenceSpans(db, { from: new Date('2026-11-09T00:00Z'), to: now });
  expect(lived.length).toBeGreaterThan(50);
  expect(lived.every(({ toAt }) => toAt !== null && toAt <= now)).toBe(true);
  expect((await listOpenOffers(db)).length).toBeGreaterThan(0);
  expect(await listAskedAbsences(db)).toHaveLength(2);
});
