import { expect, test } from 'vitest';
import { CallTold } from '#app/features/call/call.ts';
import { recordCall } from '#app/features/call/record-call.ts';
import { seatAgent } from '#app/features/call/seat-agent.ts';
import { contacts } from '#db/tenant/schema/contact.ts';
import { agent, colleague, openCaseWorld } from '#tests/setup/test-cases.ts';
import { logContact } from './log-contact.ts';

const admin = { userId: 'x', name: 'Админ', roles: ['admin' as const] };

async function openCall() {
  const world = await openCaseWorld();
  const { db } = world;
  await seatAgent(db, admin, { userId: agent.userId, number: '101' });
  const at = world.now().toISOString();
  const number = world.line.msisdn;
  const told = CallTold.parse({ callId: 'c1', event: 'ringing', at, number, extension: '101' });
  await recordCall(db, told, world.now());
  const log = (actor: typeof agent) =>
    logContact(world.desk(actor), {
      formToken: crypto.randomUUID(),
      channel: 'call',
      direction: 'inbound',
      lineId: world.line.id,
      words: 'Спросил про тариф',
      case: { kind: 'question', subject: 'Про тариф' },
    });
  return { ...world, log };
}

test('a call of which the exchange told is the contact that is logged, once', async () => {
  const { db, log } = await openCall();
  const logged = await log(agent);
  expect(await db.select().from(contacts)).toMatchObject([
    { externalId: 'c1', caseId: logged.ok ? logged.value.caseId : '' },
  ]);
  expect((await log(agent)).ok).toBe(true);
  expect(await db.select().from(contacts)).toHaveLength(2);
});

test('a colleague’s call is not taken for one’s own, nor is one of long ago', async () => {
  const { db, log, pass } = await openCall();
  await log(colleague);
  pass(3 * 60 * 60_000);
  await log(agent);
  const rows = await db.select().from(contacts);
  expect(rows.find(({ externalId }) => externalId === 'c1')?.caseId).toBeNull();
  expect(rows).toHaveLength(3);
});
