import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { inArray } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { requestEvents, requests } from '#db/tenant/schema/request.ts';
import { openRemoteWorld } from './setup/remote-world.ts';
import { type RunningRole, startRole } from './setup/start-role.ts';

/** As many as the carrier account takes at once, and two more that wait in the outbox. */
const orders = 5;

let world: Awaited<ReturnType<typeof openRemoteWorld>>;
let web: RunningRole;
let worker: RunningRole;

beforeAll(async () => {
  world = await openRemoteWorld(1 + orders);
  [web, worker] = await Promise.all([startRole('web', world.env), startRole('worker', world.env)]);
}, 60_000);

afterAll(async () => {
  await Promise.all([web?.kill('SIGTERM'), worker?.kill('SIGTERM')]);
  await world?.close();
}, 60_000);

test('what is asked of the web process the worker does, and the open page hears of it', async () => {
  const page = new AbortController();
  const heard = listen(page.signal);
  const id = await submit(world.lineIds[0]);
  await until(async () => (await statesOf([id])).join() === 'done');
  expect(world.simulator.ledger()).toHaveLength(1);
  await until(async () => (await heard).join('').split(id).length - 1 >= 4);
  page.abort();
  expect(existsSync(world.env.PULT_DATA_DIR), 'something was written to a local file').toBe(false);
}, 60_000);

test('a worker that is killed while it sends loses nothing and does nothing twice', async () => {
  world.simulator.turn({ faults: { hangAfterApplying: 1 } });
  const ids: string[] = [];
  for (const lineId of world.lineIds.slice(1)) ids.push(await submit(lineId));
  await until(async () => (await statesOf(ids)).filter((state) => state === 'sending').length === 3);
  await until(async () => world.simulator.ledger().length === 1 + 3);
  await worker.kill('SIGKILL');
  world.simulator.turn({ faults: {} });
  worker = await startRole('worker', world.env);
  await until(async () => (await statesOf(ids)).every((state) => state === 'done'));
  expect(world.simulator.ledger()).toHaveLength(1 + orders);
  const events = await world.db.select().from(requestEvents).where(inArray(requestEvents.requestId, ids));
  expect(JSON.stringify(events).split('sender-died')).toHaveLength(1 + 3);
  await until(async () => (await world.db.select().from(outbox)).length === 0);
}, 60_000);

/** As the desk's own dialog does it: the terms, then the confirmation. */
async function submit(lineId = ''): Promise<string> {
  const payload = { kind: 'line.block', reason: 'wish' };
  const { draft } = await ask(`lines/${lineId}/requests`, { formToken: uuid(), payload });
  const { confirmed } = await ask(`requests/${draft?.id}/confirmation`, { version: draft?.version });
  if (!confirmed) throw new Error(`The request of the line ${lineId} was not confirmed.`);
  return confirmed.id;
}

type Answer = { draft?: { id: string; version: number }; confirmed?: { id: string } };

async function ask(path: string, body: unknown): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${web.port}/t/${world.slug}/desk/${path}`, {
    method: 'POST',
    headers: { Cookie: world.cookie, Origin: 'http://localhost:4600', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** What the stream of changes says, so far. */
async function listen(signal: AbortSignal): Promise<string[]> {
  const address = `http://127.0.0.1:${web.port}/t/${world.slug}/live`;
  const { body } = await fetch(address, { headers: { Cookie: world.cookie }, signal });
  const heard: string[] = [];
  const read = async () => {
    for await (const chunk of body ?? []) heard.push(Buffer.from(chunk).toString());
  };
  read().catch(() => {});
  return heard;
}

async function statesOf(ids: string[]): Promise<string[]> {
  const rows = await world.db.select().from(requests).where(inArray(requests.id, ids));
  return rows.map(({ state }) => state);
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await setTimeout(50);
}
