import { expect, test } from 'vitest';
import { readRequirement } from '#app/features/staffing/read-requirement.ts';
import { countDeskDays } from '#app/features/workload/count-desk-days.ts';
import { chooseLive } from '#app/features/workload/prove-forecast.ts';
import { readCourse } from '#app/features/workload/read-course.ts';
import { commit } from '#db/commit.ts';
import { getModelOf, listAccuracy, listWorkQueues } from '#db/tenant/queries/workload.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { storeSla } from './seed-sla.ts';
import { seedWorkload } from './seed-workload.ts';
import { volna } from './volna.ts';

const now = new Date('2026-11-22T12:00:00Z');

test('the demo has a year and a half of work, what comes of it, and how many it needs', async () => {
  const { db } = await openTestTenant();
  await commit(db, storeSla(db, volna, 'm'));
  await seedWorkload(db, volna, 'm', now);
  expect(await listWorkQueues(db)).toHaveLength(7);
  expect((await getModelOf(db, 'call:beeline'))?.made.shift?.ratio).toBeGreaterThan(1.2);
  const weeks = await listAccuracy(db, 'call:mts', 8);
  expect(chooseLive(weeks.map(({ errors }) => errors))).toBe('learnt');
  const span = { from: '2026-11-30', to: '2026-12-28' };
  const { skills, bySkillAndSlot } = await readRequirement(db, volna.timeZone, span);
  expect(skills).toEqual(['beeline', 'megafon', 'mts']);
  const hoursAWeek = bySkillAndSlot.flat().reduce((sum, agents) => sum + agents, 0) / 8;
  expect(hoursAWeek).toBeGreaterThan(500);
  expect(hoursAWeek).toBeLessThan(650);
  expect(Math.min(...(bySkillAndSlot[2] ?? []))).toBe(1);
});

test('today is lived up to now, and the night counts nothing beside it', async () => {
  const { db } = await openTestTenant();
  await commit(db, storeSla(db, volna, 'm'));
  await seedWorkload(db, volna, 'm', now);
  const [today, desk] = [
    { from: '2026-11-22', to: '2026-11-23' },
    { db, timeZone: volna.timeZone },
  ];
  const { came, foretold } = await readCourse({ ...desk, now }, 'call:mts', today);
  expect(came.map(Number.isNaN).indexOf(true)).toBe(30);
  const sum = (values: number[]) => values.slice(0, 30).reduce((all, count) => all + count, 0);
  expect(sum(came) / sum(foretold)).toBeGreaterThan(0.7);
  const tomorrow = new Date('2026-11-22T22:00:00Z');
  await commit(db, await countDeskDays({ ...desk, now: tomorrow }, today));
  const again = await readCourse({ ...desk, now: tomorrow }, 'call:mts', today);
  expect(again.came.slice(0, 30)).toEqual(came.slice(0, 30));
  expect(sum(again.came.slice(30))).toBeGreaterThan(0);
});
