import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { openNight } from '#app/features/ladder/open-night.ts';
import type { StrategyRules } from '#app/features/ladder/strategy.ts';
import { lawfulLimits } from '#app/features/outreach/contact-sources.ts';
import { makePromise } from '#app/features/promise/make-promise.ts';
import { bookEntries } from '#app/features/receivable/book-entries.ts';
import { confirmSuspension } from '#app/features/suspension/decide-proposal.ts';
import { commit } from '#db/commit.ts';
import { listAttempts, listLadderMoves } from '#db/tenant/queries/debtors.ts';
import { listPromises } from '#db/tenant/queries/promises.ts';
import { strategies, strategyVersions, suspensions } from '#db/tenant/schema/ladder.ts';
import { contactRules } from '#db/tenant/schema/outreach.ts';
import { receivables } from '#db/tenant/schema/receivable.ts';
import { subscribers } from '#db/tenant/schema/subscriber.ts';
import { seededLine } from './setup/seeded-line.ts';
import { addLine, lead, openWorld } from './setup/world.ts';

const hour = 3_600_000;
const timeZone = 'Europe/Moscow';
const rules: StrategyRules = {
  entry: { leastKopecks: 100, subscribers: 'all', carriers: [], leastRiskPerMille: 0 },
  steps: [
    { day: -1, action: 'sms', text: '{name}, {due} срок оплаты: {sum}' },
    { day: 3, action: 'suspension', text: '' },
  ],
};

/** A client company that collects by a strategy, with one line whose charge is due on 3 March. */
async function openStory(carrier: string) {
  const line = await seededLine(carrier, 4567);
  const world = await openWorld(carrier, { lines: [line] });
  const { db, databases } = world;
  await addLine(world, line, carrier);
  const set = { by: 'manager', at: new Date(0) };
  await commit(db, [
    db.update(subscribers).set({ timeZone }),
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
  const today = () => world.desk().now.toISOString().slice(0, 10);
  async function book(kind: 'charge' | 'payment', on: string, dueOn: string | null) {
    const whose = { accountNumber: null, msisdn: line.msisdn };
    const origin = { source: 'file', sourceKey: kind, fileId: null, note: null } as const;
    const desk = { db, by: 'billing', at: world.desk().now, today: today(), lane: 'bulk' as const };
    await bookEntries(desk, [{ ...origin, kind, amountKopecks: 90_000, on, dueOn, whose }]);
  }
  await book('charge', '2026-02-01', '2026-03-03');
  const [receivable] = await db.select().from(receivables);
  return {
    world,
    line,
    receivableId: receivable?.id ?? '',
    desk: () => ({ ...world.desk(lead), timeZone }),
    pay: () => book('payment', today(), null),
    /** To the next midday, with all that its night and its morning do. */
    async day() {
      await openNight(db, world.desk().now, databases.control);
      await world.settle(3 * hour);
      world.pass(Date.parse(`${today()}T09:00:00Z`) + 24 * hour - world.desk().now.getTime());
    },
    close: world.close,
  };
}

test.each(['mts', 'megafon'])(
  'reminded, promised, broken, suspended, paid and restored at %s',
  async (carrier) => {
    const story = await openStory(carrier);
    const { world, receivableId, desk } = story;
    try {
      await story.day();
      expect(await listAttempts(world.db, receivableId)).toMatchObject([
        { purpose: 'service', channel: 'sms' },
      ]);
      const form = { receivableId, formToken: uuid(), replaces: null };
      const parts = [{ on: '2026-03-07', kopecks: 90_000 }];
      expect((await makePromise(desk(), { ...form, parts })).ok).toBe(true);
      for (let days = 0; days < 5; days++) await story.day();
      expect(await world.db.select().from(suspensions)).toEqual([]);
      await story.day();
      expect(await listPromises(world.db, receivableId)).toMatchObject([{ state: 'broken' }]);
      const [proposal] = await world.db.select().from(suspensions);
      if (!proposal) throw new Error('Nothing was proposed.');
      expect(proposal).toMatchObject({ state: 'proposed', debtKopecks: 90_000 });
      expect(world.simulator.ledger()).toEqual([]);
      const asked = { suspensionId: proposal.id, version: proposal.version };
      expect((await confirmSuspension(desk(), asked)).ok).toBe(true);
      await story.day();
      expect(world.simulator.line(story.line.msisdn)?.blocked).toBe('wish');
      await story.pay();
      await story.day();
      const [end] = await world.db.select().from(suspensions).where(eq(suspensions.id, proposal.id));
      expect(end).toMatchObject({ state: 'restored' });
      expect(end?.restoredAt?.getTime()).toBeLessThan(end?.restoreBy?.getTime() ?? 0);
      expect(world.simulator.line(story.line.msisdn)?.blocked).toBeNull();
      const moves = (await listLadderMoves(world.db, receivableId, '2026-03-03')).map(({ move }) => move);
      expect(moves).toEqual(['entered', 'step', 'held', 'released', 'step', 'left']);
    } finally {
      await story.close();
    }
  },
);
