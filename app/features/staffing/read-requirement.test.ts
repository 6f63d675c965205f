import { beforeEach, expect, test } from 'vitest';
import type { WorkQueueKey } from '#app/features/workload/work-queue.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { staffingTerms, workloadCorrections, workloadForecasts } from '#db/tenant/schema/workload.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { readRequirement } from './read-requirement.ts';
import { type StaffingTerms, usualTerms } from './terms.ts';

const timeZone = 'Europe/Berlin';
const at = new Date('2026-10-20T09:00:00Z');
const exact = { ...usualTerms.call, occupancy: null, patienceS: null, shrinkage: 0 };
let db: TenantDb;
beforeEach(async () => {
  ({ db } = await openTestTenant());
});

const foretell = (queue: WorkQueueKey, on: string, contacts: number[]) =>
  db.insert(workloadForecasts).values({
    queue,
    on,
    lead: 'now',
    contacts,
    handlingS: contacts.map(() => 180),
    spread: 0,
    madeOn: on,
  });
const agree = (queue: WorkQueueKey, terms: StaffingTerms) =>
  db.insert(staffingTerms).values({ queue, terms, changedBy: 'm', changedAt: at });
const span = { from: '2026-10-24', to: '2026-10-27' };

test('a skill is needed by half hour, on a day of fifty too', async () => {
  await commit(db, [
    agree('call:mts', exact),
    foretell('call:mts', '2026-10-24', Array(48).fill(100)),
    foretell('call:mts', '2026-10-25', Array(50).fill(0)),
    foretell('call:beeline', '2026-10-26', Array(48).fill(0)),
  ]);
  const requirement = await readRequirement(db, timeZone, span);
  expect(requirement.skills).toEqual(['beeline', 'mts']);
  expect(requirement.dayStarts).toEqual([0, 48, 98, 146]);
  expect(requirement.bySkillAndSlot[1]).toEqual([...Array(48).fill(14), ...Array(98).fill(0)]);
});

test('what people know better counts', async () => {
  const made = { madeBy: 'm', madeAt: at, reason: 'a campaign' };
  const hours = { fromMinute: 0, toMinute: 60, fromOn: '2026-10-24', toOn: '2026-10-24' };
  const halved = { queue: 'call:mts', percent: -100, ...hours, ...made } as const;
  await commit(db, [
    agree('call:mts', exact),
    foretell('call:mts', '2026-10-24', Array(48).fill(100)),
    db.insert(workloadCorrections).values({ id: 'a', ...halved }),
    db
      .insert(workloadCorrections)
      .values({ id: 'b', ...halved, toMinute: 1440, undoneAt: at, undoneBy: 'm' }),
  ]);
  const { bySkillAndSlot } = await readRequirement(db, timeZone, span);
  expect(bySkillAndSlot[0]?.slice(0, 4)).toEqual([0, 0, 14, 14]);
});

test('a date needs the same whatever span it is asked in', async () => {
  const evening = Array.from({ length: 48 }, (_, slot) => (slot > 40 ? 30 : 0));
  await commit(db, [
    agree('mail:mts', { ...usualTerms.mail, dueMinutes: 720 }),
    foretell('mail:mts', '2026-10-23', evening),
    foretell('mail:mts', '2026-10-24', evening),
  ]);
  const day = await readRequirement(db, timeZone, { from: '2026-10-24', to: '2026-10-25' });
  const week = await readRequirement(db, timeZone, { from: '2026-10-19', to: '2026-10-26' });
  expect(day.bySkillAndSlot[0]).toEqual(week.bySkillAndSlot[0]?.slice(240, 288));
  expect(Math.max(...(day.bySkillAndSlot[0]?.slice(0, 10) ?? []))).toBeGreaterThan(0);
});

test('somebody must be there before anything is known; else nobody', async () => {
  expect(await readRequirement(db, timeZone, span)).toMatchObject({ skills: [], bySkillAndSlot: [] });
  await commit(db, [agree('call:', { ...exact, minimumAgents: 1, shrinkage: 0.1 })]);
  const { skills, bySkillAndSlot } = await readRequirement(db, timeZone, span);
  expect(skills).toEqual(['']);
  expect(new Set(bySkillAndSlot[0])).toEqual(new Set([1]));
});
