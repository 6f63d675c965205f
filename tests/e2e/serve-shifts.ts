import { serve } from '@hono/node-server';
import type { Actor } from '#app/features/access/can.ts';
import { draftRoster } from '#app/features/shift/draft-roster.ts';
import { placeShift } from '#app/features/shift/edit-shift.ts';
import { publishRoster } from '#app/features/shift/publish-roster.ts';
import { startSession } from '#app/platform/session.ts';
import { createServer } from '#app/server.ts';
import { commit } from '#db/commit.ts';
import { getRoster } from '#db/tenant/queries/shifts.ts';
import { shiftTemplates, workTerms } from '#db/tenant/schema/shift.ts';
import { seededId, seedTime } from '#seeds/factories.ts';
import { freePort } from '#tests/setup/free-port.ts';
import { addPerson, addTenant, visit } from '#tests/setup/test-people.ts';
import { createTestServices } from '#tests/setup/test-services.ts';
import { usualTerms } from '#tests/setup/test-shifts.ts';

/** A plan that people were told, one that is yet to be made, and three who are signed in. Nothing else: no carriers, no queues. */
export async function serveShifts() {
  const { services } = await createTestServices();
  const tenantId = await addTenant(services, 1);
  const db = await services.databases.openTenant(tenantId);
  const enter = async (role: 'manager' | 'agent', email: string) => {
    const userId = await addPerson(services, email, [{ role, tenantId }]);
    return { userId, cookie: await startSession(services, userId, visit, services.now()) };
  };
  const planner = await enter('manager', 'planner@example.com');
  const [anna, boris] = [await enter('agent', 'anna@example.com'), await enter('agent', 'boris@example.com')];
  const by = { version: 0, changedAt: services.now(), changedBy: planner.userId };
  await commit(db, [
    ...[anna, boris].map(({ userId }) => db.insert(workTerms).values({ userId, ...usualTerms, ...by })),
    db.insert(shiftTemplates).values({
      id: seededId(seedTime, 1, 1),
      name: 'День',
      starts: [540],
      presences: [{ minutes: 540, breaks: [] }],
      version: 0,
    }),
  ]);
  const actor: Actor = { userId: planner.userId, name: 'Планов', roles: ['manager'] };
  const { control } = services.databases;
  const desk = { db, control, actor, now: services.now(), timeZone: 'Europe/Moscow' };
  const plan = async (room: number, from: string, userId: string, date: string) => {
    const id = seededId(seedTime, 1, room);
    await draftRoster(desk, { id, from, weeks: 1 });
    const shift = { id: seededId(seedTime, 1, room + 1), userId, date, from: '09:00', minutes: 540 };
    await placeShift(desk, id, shift);
    return { id, version: (await getRoster(db, id))?.version ?? 0 };
  };
  const told = await plan(10, '2026-03-02', anna.userId, '2026-03-04');
  await publishRoster(desk, told.id, told);
  const draft = await plan(20, '2026-04-06', anna.userId, '2026-04-06');
  const port = await freePort();
  services.env.PULT_ORIGIN = `http://localhost:${port}`;
  const { fetch: answer } = await createServer(services);
  const server = serve({ fetch: answer, port, hostname: '127.0.0.1' });
  return {
    place: `${services.env.PULT_ORIGIN}/t/tenant-1`,
    db,
    planner,
    anna,
    boris,
    told: told.id,
    draft: draft.id,
    close: () => void server.close(),
  };
}
