import { pino } from 'pino';
import type { Actor } from '#app/features/access/can.ts';
import { confirmRequest } from '#app/features/request/confirm-request.ts';
import { draftRequest, type RequestDesk } from '#app/features/request/draft-request.ts';
import { readEnv } from '#app/platform/env.ts';
import { listTenants } from '#db/control/queries/tenants.ts';
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

async function settle(withinMs: number): Promise<Say> {
  for (const { id } of await listTenants(services.databases.control))
    await awaitSettled(await deskOf(id), withinMs);
  return { type: 'settled' };
}

process.on('message', (ask: Ask) => {
  const answer = ask.type === 'submit' ? submit(ask) : settle(ask.withinMs);
  answer.then(say, (error) => say({ type: 'failed', reason: String(error) }));
});
process.on('disconnect', () => process.exit(1));
say({ type: 'ready' });
