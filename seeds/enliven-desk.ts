import { setTimeout as sleep } from 'node:timers/promises';
import { and, eq, gte, notInArray } from 'drizzle-orm';
import { readPbxSecret } from '#app/features/call/set-pbx-secret.ts';
import { noteSeen } from '#app/features/routing/set-presence.ts';
import type { TenantDb } from '#db/open.ts';
import { extensions } from '#db/tenant/schema/call.ts';
import { presences } from '#db/tenant/schema/routing.ts';
import type { DemoChannel } from './demo-channels.ts';
import type { SeedServices } from './demo-world.ts';
import { createDraws, type Draws } from './draws.ts';
import { followPlan } from './follow-plan.ts';
import { tellSigned } from './host-messenger.ts';
import { listWriters } from './list-writers.ts';
import { answerTo, drawComeback, drawReason, letterOf, type Writer } from './subscriber-words.ts';

type Life = {
  services: SeedServices;
  channel: DemoChannel;
  /** Where Pult listens. */
  origin: string;
  /** Who only looks present. */
  colleagues: readonly string[];
  /** Between two things that happen, ms. */
  paceMs: number;
  onError(error: unknown): void;
};
type Room = Life & { db: TenantDb; draws: Draws; writers: Writer[]; nextId(): string; signal: AbortSignal };

const secondMs = 1000;
const heartbeatMs = 60_000;
const mostWriters = 200;
/** What happens by itself, and how often. */
const happenings = { mail: 5, chat: 3, messenger: 2, call: 3 };

/** Lets subscribers write, answer and ring at one tenant's desk at a calm pace. Returns how to stop. */
export async function enlivenDesk(life: Life): Promise<() => void> {
  const { services, channel, onError, paceMs } = life;
  const db = await services.databases.openTenant(channel.mail.tenantId);
  const stopper = new AbortController();
  const nextId = countFrom(services.now());
  const draws = createDraws(channel.plan.seed + 31);
  const writers = await listWriters(db, mostWriters);
  const room: Room = { ...life, db, draws, writers, nextId, signal: stopper.signal };
  answerBack(room);
  const beat = () => keepPresent(room).catch(onError);
  const timers = [
    setInterval(() => happen(room), paceMs).unref(),
    setInterval(() => void beat(), heartbeatMs).unref(),
  ];
  await beat();
  return () => {
    stopper.abort();
    for (const timer of timers) clearInterval(timer);
  };
}

/** Names that no earlier start has given. */
function countFrom(start: Date): () => string {
  let serial = 0;
  return () => {
    serial += 1;
    return `${start.getTime().toString(36)}-${serial}`;
  };
}

function soon({ draws, signal, onError }: Room, fromS: number, toS: number, act: () => Promise<void>): void {
  void sleep(draws.int(fromS, toS) * secondMs, null, { signal, ref: false })
    .then(act)
    .catch((error) => signal.aborted || onError(error));
}

/** Some of those who are answered write back. */
function answerBack(room: Room): void {
  const { draws, nextId, channel } = room;
  const { mail, messenger } = channel;
  mail.listen((taken) => {
    if (draws.chance(0.5)) soon(room, 20, 60, () => mail.deliver(answerTo(draws, taken, nextId())));
  });
  messenger.listen(({ channel: by, to }) => {
    if (!draws.chance(0.6) || (by !== 'chat' && by !== 'messenger')) return;
    soon(room, 8, 30, () => messenger.tell({ ...lineOf(room, by, to), text: drawComeback(draws) }));
  });
}

function happen(room: Room): void {
  const { draws, writers, channel, nextId } = room;
  if (writers.length === 0) return;
  const writer = draws.pick(writers);
  const what = draws.weigh(happenings);
  soon(room, 0, 5, async () => {
    if (what === 'mail') await channel.mail.deliver(letterOf(draws, writer, channel.mail.address, nextId()));
    else if (what === 'call') await ring(room, writer);
    else await channel.messenger.tell({ ...lineOf(room, what, writer.msisdn), number: writer.msisdn });
  });
}

function lineOf({ services, draws, nextId }: Room, by: 'chat' | 'messenger', from: string) {
  const at = services.now().toISOString();
  return { channel: by, messageId: nextId(), at, from, text: draws.pick(drawReason(draws).says) };
}

/** Rings at an agent who said that he takes work, as the exchange tells it; nobody there: nothing happens. */
async function ring({ services, db, draws, nextId, signal, ...room }: Room, { msisdn }: Writer) {
  const { tenantId } = room.channel.mail;
  const secret = await readPbxSecret(services, tenantId);
  const extension = await findFreeTelephone(db, room.colleagues, services.now());
  if (!secret || !extension) return;
  const hook = { address: `${room.origin}/hooks/pbx/${room.channel.plan.slug}`, secret };
  const call = { callId: nextId(), number: msisdn, extension };
  const tell = (event: string) =>
    tellSigned(hook, { ...call, event, at: services.now().toISOString() }, services.now());
  await tell('ringing');
  await sleep(draws.int(4, 8) * secondMs, null, { signal, ref: false });
  await tell('answered');
  await sleep(draws.int(40, 90) * secondMs, null, { signal, ref: false });
  await tell('ended');
}

async function findFreeTelephone(db: TenantDb, colleagues: readonly string[], now: Date) {
  const isHere = gte(presences.seenAt, new Date(now.getTime() - 2 * heartbeatMs));
  const isReal = notInArray(presences.userId, [...colleagues]);
  const [row] = await db
    .select({ number: extensions.number })
    .from(extensions)
    .innerJoin(presences, eq(presences.userId, extensions.userId))
    .where(and(eq(presences.state, 'online'), isHere, isReal))
    .limit(1);
  return row?.number ?? null;
}

async function keepPresent({ db, colleagues, services, channel }: Room): Promise<void> {
  const { timeZone } = channel.plan;
  await followPlan({ db, control: services.databases.control, now: services.now(), timeZone }, colleagues);
  for (const userId of colleagues) await noteSeen(db, userId, services.now());
}
