import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { openNight } from '#app/features/ladder/open-night.ts';
import { lawfulLimits } from '#app/features/outreach/contact-sources.ts';
import { bookEntries } from '#app/features/receivable/book-entries.ts';
import { settleRequest } from '#app/features/request/settle-request.ts';
import { confirmAccount } from '#app/features/suspension/confirm-account.ts';
import { callSuspensionReaction } from '#app/features/suspension/move-suspension.ts';
import type { Measure } from '#app/features/suspension/suspension.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { strategies, strategyVersions, suspensions } from '#db/tenant/schema/ladder.ts';
import { contactRules } from '#db/tenant/schema/outreach.ts';
import { receivables } from '#db/tenant/schema/receivable.ts';
import { requests } from '#db/tenant/schema/request.ts';
import { lines } from '#db/tenant/schema/subscriber.ts';
import { seededLine } from './seeded-line.ts';
import { addLine, lead, openWorld } from './world.ts';

const hour = 3_600_000;
const timeZone = 'Europe/Moscow';

/** A contract that owes as a whole, with three lines at one carrier, whose ladder has come to a measure. */
export async function openContract(
  carrier: string,
  measure: Measure,
  prepare: (db: TenantDb) => Statement[] = () => [],
) {
  const three = await Promise.all([4567, 4568, 4569].map((index) => seededLine(carrier, index)));
  const world = await openWorld(carrier, { lines: three });
  const { db, databases } = world;
  for (const line of three) await addLine(world, line, carrier);
  const set = { by: 'manager', at: new Date(0) };
  const rules = {
    entry: { leastKopecks: 100, subscribers: 'all' as const, carriers: [], leastRiskPerMille: 0 },
    steps: [{ day: 3, action: measure, text: '' }],
  };
  const [{ subscriberId: owner } = { subscriberId: '' }] = await db.select().from(lines);
  await commit(db, [
    db.update(lines).set({ subscriberId: owner }),
    db.insert(contactRules).values({
      id: 'rules',
      from: set.at,
      mode: 'creditor',
      limits: lawfulLimits,
      setBy: set.by,
      setAt: set.at,
      creditorName: 'Альфа',
      creditorPhone: '+74950000000',
      callLabel: 'Альфа',
    }),
    db.insert(strategies).values({ id: 's1', name: 'Обычная', createdBy: set.by, createdAt: set.at }),
    db.insert(strategyVersions).values({
      strategyId: 's1',
      number: 1,
      rules,
      savedBy: set.by,
      savedAt: set.at,
      inForceFrom: set.at,
      putInForceBy: set.by,
    }),
  ]);
  let booked = 0;
  async function book(kind: 'charge' | 'payment', amountKopecks: number, msisdn: string | null = null) {
    booked += 1;
    const { now } = world.desk();
    const today = now.toISOString().slice(0, 10);
    const whose = { accountNumber: owner.replace('s-line-', 'Д-'), msisdn };
    const when = kind === 'charge' ? { on: '2026-02-01', dueOn: '2026-02-20' } : { on: today, dueOn: null };
    const origin = { source: 'file', sourceKey: `${kind}-${booked}`, fileId: null, note: null } as const;
    const desk = { db, by: 'billing', at: now, today, lane: 'interactive' as const };
    await bookEntries(desk, [{ ...origin, kind, amountKopecks, ...when, whose }]);
  }
  async function spendNight() {
    await openNight(db, world.desk().now, databases.control);
    await world.settle(hour);
  }
  await book('charge', 90_000);
  await commit(db, prepare(db));
  await spendNight();
  const [receivable] = await db.select().from(receivables);
  const receivableId = receivable?.id ?? '';
  const desk = () => ({ ...world.desk(lead), timeZone });
  return {
    world,
    three,
    receivableId,
    desk,
    book,
    /** Walks the ladders of the next date. */
    async night() {
      world.pass(24 * hour);
      await spendNight();
    },
    pay: (kopecks = 90_000) => book('payment', kopecks),
    confirm: (count = 3) => confirmAccount(desk(), { receivableId, measure, lines: count }),
    rows: () => db.select().from(suspensions).orderBy(suspensions.lineId),
    states: async () =>
      (await db.select().from(suspensions).orderBy(suspensions.lineId)).map(({ state }) => state),
    orders: async () =>
      (await db.select().from(requests).orderBy(requests.number)).map(
        ({ kind, state }) => `${kind} ${state}`,
      ),
    blocked: () => three.map(({ msisdn }) => world.simulator.line(msisdn)?.blocked ?? null),
    async again(times: number) {
      const { now } = world.desk();
      const call = () => callSuspensionReaction(db, receivableId, { dueAt: now, now });
      await commit(db, Array.from({ length: times }, call));
      await world.settle(0);
    },
    /** A person carries out whatever lies with people. */
    async fulfil(result: 'done' | 'refused' = 'done') {
      const waiting = await db.select().from(requests).where(eq(requests.state, 'manual'));
      for (const { id } of waiting) {
        const settled = await settleRequest(desk(), { requestId: id, result, words: 'Кабинет показывает' });
        expect(settled).toMatchObject({ ok: true });
      }
      await world.settle(hour);
    },
  };
}
