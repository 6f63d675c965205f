import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { hearSubscriber } from '#app/features/case/hear-subscriber.ts';
import { declareIncident } from '#app/features/incident/declare-incident.ts';
import { updateIncident } from '#app/features/incident/update-incident.ts';
import { listIncidentUpdates } from '#db/tenant/queries/incidents.ts';
import { lead, openWorld } from '#tests/setup/world.ts';

test('an update of many pieces goes on after an error late in its way', async () => {
  const world = await openWorld('mts', { lines: [] });
  const { db, services } = world;
  const desk = { db, actor: lead, now: services.now() };
  const match = { words: ['казан'] };
  const words = { formToken: uuid(), title: 'Нет связи', banner: 'Чиним' };
  const outage = { ...words, match, slaTreatment: 'run' as const };
  const declared = await declareIncident(desk, { ...outage, startedAt: desk.now });
  if (!declared.ok) throw new Error(declared.error.code);
  const opens = { kind: 'fault' as const, subject: 'Казань без связи' };
  const told = { channel: 'cabinet' as const, externalId: uuid(), at: desk.now, address: 'anna', body: 'Эй' };
  await hearSubscriber(db, { ...told, opens }, desk.now);
  const incidentId = declared.value.id;
  await updateIncident(desk, { incidentId, body: 'Чиним', isLast: false, version: 1 });
  await db.run(sql`update outbox set attempts = 90 where queue = 'incident-update'`);
  await db.run(
    sql`create trigger faulty before insert on messages begin select raise(abort, 'no room'); end`,
  );
  await world.settle(10_000);
  await db.run(sql`drop trigger faulty`);
  await world.settle(300_000);
  expect(await listIncidentUpdates(db, incidentId)).toMatchObject([{ spreadAt: expect.any(Date) }]);
  await world.close();
});
