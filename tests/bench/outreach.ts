import { v7 as uuid } from 'uuid';
import { lawfulLimits } from '#app/features/outreach/contact-sources.ts';
import { decideContact } from '#app/features/outreach/decide-contact.ts';
import { passGate } from '#app/features/outreach/pass-gate.ts';
import { readContact } from '#app/features/outreach/read-contact.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { contactRules, outreachAttempts } from '#db/tenant/schema/outreach.ts';
import { subscribers } from '#db/tenant/schema/subscriber.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import type { BenchContext, Measured } from './bench.ts';
import { percentile, rounded } from './statistics.ts';

const people = 300;
/** Three years of messages almost as often as the law lets them be, fifteen a month, and as many answers. */
const attemptsEach = 2 * 15 * 36;
const dayMs = 86_400_000;
const now = new Date('2026-11-18T12:00:00+03:00');

/**
 * What the gate takes for one contact of a subscriber with three years of history: to load what decides, to decide,
 * and to record the attempt or its refusal on disk. Wall clock, one after the other; half of them without a zone.
 */
export async function outreach({ say }: BenchContext): Promise<Measured> {
  const { databases, db } = await openTestTenant();
  const ids = await fill(db);
  say(`${people} subscribers with ${attemptsEach} attempts each.`);
  const took = { load: [] as number[], decide: [] as number[], whole: [] as number[] };
  let passed = 0;
  for (const subscriberId of ids) {
    const begun = performance.now();
    const standing = await readContact(db, subscriberId, now);
    const loaded = performance.now();
    if (!standing) throw new Error(`The subscriber ${subscriberId} is not there.`);
    const asked = { purpose: 'collection', channel: 'sms', at: now } as const;
    decideContact(standing.rules, standing.facts, standing.made, asked);
    const decided = performance.now();
    const wish = {
      ...asked,
      sendKey: uuid(),
      subscriberId,
      address: '+79160000000',
      content: 'x',
      by: 'worker',
    };
    passed += (await passGate(db, wish, now)).ok ? 1 : 0;
    took.load.push(loaded - begun);
    took.decide.push(decided - loaded);
    took.whole.push(performance.now() - decided);
  }
  databases.close();
  const of = (values: number[]) => ({
    p50: rounded(percentile(values, 0.5)),
    p99: rounded(percentile(values, 0.99)),
  });
  const both = took.load.map((load, index) => load + (took.decide[index] ?? 0));
  const wallMs = { load: of(took.load), decide: of(took.decide), passWithRecord: of(took.whole) };
  return {
    figures: { people, attemptsEach, passed, wallMs },
    limited: { loadAndDecideP99Ms: of(both).p99 },
  };
}

async function fill(db: TenantDb): Promise<string[]> {
  const setAt = new Date('2026-01-01');
  const own = { mode: 'creditor' as const, creditorName: 'Волна', creditorPhone: '+74951234567' };
  const rules = { id: uuid(), from: setAt, ...own, limits: lawfulLimits, setBy: 'boss', setAt };
  await commit(db, [db.insert(contactRules).values(rules)]);
  const ids = Array.from({ length: people }, () => uuid());
  for (const [index, id] of ids.entries()) {
    const zone = index % 2 ? 'Europe/Moscow' : null;
    const person = {
      id,
      kind: 'person' as const,
      name: 'Анна',
      contractNumber: id,
      timeZone: zone,
      createdAt: setAt,
    };
    const attempts = Array.from({ length: attemptsEach }, (_, at) => attemptOf(id, at));
    const inserts = [0, 1, 2, 3].map((part) =>
      db.insert(outreachAttempts).values(attempts.filter((_, at) => at % 4 === part)),
    );
    await commit(db, [db.insert(subscribers).values(person), ...inserts]);
  }
  return ids;
}

function attemptOf(subscriberId: string, index: number): typeof outreachAttempts.$inferInsert {
  return {
    id: uuid(),
    subscriberId,
    sequence: index + 1,
    purpose: index % 2 ? 'collection' : 'answer',
    channel: 'sms',
    address: '+79160000000',
    content: 'Оплатите связь до конца недели.',
    timeZone: 'Europe/Moscow',
    state: 'sent',
    sendKey: uuid(),
    by: 'worker',
    at: new Date(now.getTime() - (attemptsEach - index) * ((3 * 365 * dayMs) / attemptsEach)),
  };
}
