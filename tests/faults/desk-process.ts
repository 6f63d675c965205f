import { setTimeout } from 'node:timers/promises';
import { and, eq, lt } from 'drizzle-orm';
import { pino } from 'pino';
import type { Actor } from '#app/features/access/can.ts';
import { confirmRequest } from '#app/features/request/confirm-request.ts';
import { draftRequest, type RequestDesk } from '#app/features/request/draft-request.ts';
import { readEnv } from '#app/platform/env.ts';
import { commit } from '#db/commit.ts';
import { listTenants } from '#db/control/queries/tenants.ts';
import { callFor } from '#db/outbox.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { awaitSettled } from '#seeds/await-settled.ts';
import { createFastClock } from '#seeds/fast-clock.ts';
import { run } from '#workers/run.ts';
import type { Ask, Say } from './messages.ts';

/** The real process that the harness kills: databases, queue, relay and workers; asked over its channel. */
const [speed = '20', start = '0'] = process.argv.slice(2);
const say = (message: Say) => process.send?.(message);
const agent: Actor = { userId: 'harness', name: 'Проверка', roles: ['lead'] };
const log = pino({ level: 'fatal' });
const { services } = await run({
  env: readEnv(),
  role: 'all',
  log,
  createServer: async () => ({ fetch: () => new Response('ok') }),
  clock: createFastClock(Number(speed), Number(start)),
});

async function deskOf(tenantId: string): Promise<() => RequestDesk> {
  const db = await services.databases.openTenant(tenantId);
  return () => ({ db, carriers: services.carriers, actor: agent, now: services.now() });
}

async function submit(ask: Ask & { type: 'submit' }): Promise<Say> {
  const { tenantId, formToken, ...form } = ask;
  const desk = await deskOf(tenantId);
  const draft = await draftRequest(desk(), { lineId: form.lineId, payload: form.payload, formToken });
  if (!draft.ok) return { type: 'refused', formToken, code: draft.error.code };
  const { id, version } = draft.value;
  const confirmed = await confirmRequest(desk(), { requestId: id, version });
  if (!confirmed.ok) return { type: 'refused', formToken, code: confirmed.error.code };
  return { type: 'acknowledged', formToken, id };
}

async function callForContact({ tenantId, work }: Ask & { type: 'contact' }): Promise<Say> {
  const { db, now } = (await deskOf(tenantId))();
  const queue = 'outreach-send';
  const called = { queue, gate: queue, lane: 'bulk' as const, payload: work, dueAt: now };
  const written = await commit(db, [callFor(db, called, now)]);
  if (!written.ok) throw new Error(`The contact ${work.sendKey} could not be called for.`);
  return { type: 'called', sendKey: work.sendKey };
}

async function settle(withinMs: number): Promise<Say> {
  for (const { id } of await listTenants(services.databases.control)) {
    const desk = await deskOf(id);
    await awaitSettled(desk, withinMs);
    await awaitContacts(desk, withinMs);
  }
  return { type: 'settled' };
}

/** What waits for longer than this waits for its cap. */
const soonMs = 60 * 60_000;

async function awaitContacts(desk: () => RequestDesk, withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const { db, now } = desk();
    const isSoon = lt(outbox.dueAt, new Date(now.getTime() + soonMs));
    const left = await db.$count(outbox, and(eq(outbox.queue, 'outreach-send'), isSoon));
    if (left === 0) return;
    if (Date.now() > deadline) throw new Error(`${left} contacts are not made within ${withinMs / 1000} s.`);
    await setTimeout(200);
  }
}

function answerTo(ask: Ask): Promise<Say> {
  if (ask.type === 'settle') return settle(ask.withinMs);
  return ask.type === 'submit' ? submit(ask) : callForContact(ask);
}

process.on('message', (ask: Ask) => {
  answerTo(ask).then(say, (error) => say({ type: 'failed', reason: String(error) }));
});
process.on('disconnect', () => process.exit(1));
say({ type: 'ready' });
