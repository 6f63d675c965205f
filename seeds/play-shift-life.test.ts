import { expect, test } from 'vitest';
import { readToday } from '#app/features/intraday/read-today.ts';
import { commit } from '#db/commit.ts';
import { memberships, users } from '#db/control/schema.ts';
import { getPublished, listPublishedAt } from '#db/tenant/queries/shift-life.ts';
import { listRosters } from '#db/tenant/queries/shifts.ts';
import { openCaseWorld } from '#tests/setup/test-cases.ts';
import { seedTime } from './factories.ts';
import { followPlan } from './follow-plan.ts';
import { playExchanges, playMending, playSickness } from './play-shift-life.ts';
import { seedShifts } from './seed-shifts.ts';
import { storeSla } from './seed-sla.ts';
import { seedTeam } from './seed-team.ts';
import { seedWorkload } from './seed-workload.ts';
import { volna } from './volna.ts';

const { timeZone } = volna;
const managerId = 'manager-1';
const agents = Array.from({ length: 16 }, (_, place) => `person-${String(place).padStart(2, '0')}`);
const sunday = new Date('2026-11-22T12:00Z');

async function openDemoTeam() {
  const { db, services } = await openCaseWorld();
  const { control } = services.databases;
  const seat = { tenantId: db.tenantId, role: 'agent' as const, createdAt: seedTime };
  await commit(
    control,
    agents.flatMap((id) => [
      control.insert(users).values({ id, email: `${id}@example.com`, name: id, createdAt: seedTime }),
      control.insert(memberships).values({ id: `${id}-here`, userId: id, ...seat }),
    ]),
  );
  await commit(db, storeSla(db, volna, managerId));
  await seedTeam(db, volna, { staff: agents, colleagues: agents }, sunday);
  await seedWorkload(db, volna, managerId, sunday);
  await seedShifts({ db, control, plan: volna, managerId }, agents, sunday);
  return { db, control, timeZone, managerId };
}

test('the next four weeks of the demo are planned, told, swapped and lived', {
  timeout: 180_000,
}, async () => {
  const stage = await openDemoTeam();
  const { db } = stage;
  const [next] = await listRosters(db, 5);
  const { requiredMinutes = 0, underMinutes = 0 } = next?.outcome ?? {};
  expect(1 - underMinutes / requiredMinutes).toBeGreaterThan(0.9);
  const month = { from: new Date('2026-11-22T21:00Z'), to: new Date('2026-12-20T21:00Z') };
  const ownersOf = async () =>
    new Map((await listPublishedAt(db, month)).map(({ id, userId }) => [id, userId]));
  const before = await ownersOf();
  expect(await playExchanges(stage, sunday)).toBe(2);
  const moved = [...(await ownersOf())].filter(([id, userId]) => before.get(id) !== userId);
  expect(moved).toHaveLength(3);

  const at = (minute: number) => new Date(month.from.getTime() + minute * 60_000);
  const breaks = new Map((await listPublishedAt(db, month)).map((shift) => [shift.id, shift.breaks]));
  let sick: string | null = null;
  const mended = { movedShift: '', longerShift: '' };
  // From Sunday's noon on, for those of the night.
  for (let minute = -12 * 60; minute < 24 * 60; minute += 10) {
    if (minute === 8 * 60) sick = await playSickness(stage, at(minute));
    const isMended = mended.movedShift !== '' && mended.longerShift !== '';
    if (minute > 8 * 60 && minute % 60 === 0 && !isMended) {
      const { movedShift, longerShift } = await playMending(stage, at(minute));
      Object.assign(mended, movedShift && { movedShift }, longerShift && { longerShift });
    }
    await followPlan({ ...stage, now: at(minute) }, agents);
  }
  const actor = { userId: managerId, name: '', roles: ['manager' as const] };
  const lived = await readToday({ ...stage, actor, now: at(24 * 60 - 1) });
  const kept = lived.people.filter(({ userId, plannedMinutes }) => userId !== sick && plannedMinutes > 0);
  expect(kept.length).toBeGreaterThan(5);
  expect(Math.min(...kept.map(({ adherence }) => adherence ?? 0))).toBeGreaterThan(950);
  expect(lived.people.find(({ userId }) => userId === sick)).toMatchObject({ plannedMinutes: 0 });
  expect(await getPublished(db, mended.longerShift)).toMatchObject({ consentAt: expect.any(Date) });
  expect((await getPublished(db, mended.movedShift))?.breaks).not.toEqual(breaks.get(mended.movedShift));
});
