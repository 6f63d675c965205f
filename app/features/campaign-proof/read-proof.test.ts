import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { finishWork } from '#db/tenant/queries/outbox.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { addCampaign, type GivenMember } from '#tests/setup/test-campaigns.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { openMeasuring } from './open-measuring.ts';
import { readProof } from './read-proof.ts';
import { type OutcomeWork, settleOutcomes } from './settle-outcomes.ts';

const now = new Date('2026-07-01T00:30:00Z');
const actor = { userId: 'm', name: 'М', roles: ['manager' as const] };
const april = { measuredFrom: '2026-04-01', measuredUntil: '2026-04-30' };

/** Of `n` people of an arm the first `left` left. */
function side(arm: GivenMember['arm'], n: number, left: number, on: string): GivenMember[] {
  return Array.from({ length: n }, (_, place) => ({ arm, ...(place < left && { left: [[on] as const] }) }));
}

async function openWaves() {
  const { db, databases } = await openTestTenant();
  const wave = (on: string) => [...side('treated', 60, 6, on), ...side('control', 40, 12, on)];
  await addCampaign(db, { id: 'first', pool: 'Год' }, wave('2026-03-10'));
  await addCampaign(db, { id: 'second', pool: 'Год', ...april }, wave('2026-04-10'));
  const longer = { windowDays: 60 as const, measuredUntil: '2026-05-30' };
  await addCampaign(db, { id: 'longer', pool: 'Год', ...april, ...longer }, wave('2026-04-10'));
  await addCampaign(db, { id: 'back', pool: 'Год', kind: 'win-back', ...april }, wave('2026-02-10'));
  await openMeasuring(db, now, databases.control);
  for (;;) {
    const [work] = await db.select().from(outbox).orderBy(asc(outbox.id)).limit(1);
    if (!work) return (id: string) => readProof({ db, actor }, id);
    await settleOutcomes({ db, now, ending: finishWork(db, [work.id]) }, work.payload as OutcomeWork);
  }
}

test('waves tell together what none of them tells alone; another window or kind is no wave of theirs', async () => {
  const read = await openWaves();
  const view = await read('second');
  const [first, second] = view?.pooled?.waves ?? [];
  expect(view?.pooled?.waves.map(({ id }) => id)).toEqual(['first', 'second']);
  expect(view?.pooled?.proof.treated).toMatchObject({ n: 120, count: 12 });
  const widthOf = (effect: { low: number; high: number } | null | undefined) =>
    effect ? effect.high - effect.low : 0;
  expect(widthOf(view?.pooled?.proof.effect)).toBeLessThan(widthOf(first?.proof.effect));
  expect(second?.proof).toEqual(view?.proof);
  expect((await read('longer'))?.pooled).toBeNull();
  expect((await read('back'))?.pooled).toBeNull();
});
