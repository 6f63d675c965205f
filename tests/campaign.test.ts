import { and, eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCampaign, savePlan } from '#app/features/campaign/change-campaign.ts';
import { freezeCampaign, thawCampaign } from '#app/features/campaign/freeze-campaign.ts';
import {
  pauseCampaign,
  resumeCampaign,
  startCampaign,
  stopCampaign,
} from '#app/features/campaign/run-campaign.ts';
import { stepPage } from '#app/features/campaign/step-members.ts';
import { commit } from '#db/commit.ts';
import { countSides, getCampaign } from '#db/tenant/queries/campaigns.ts';
import { campaignCalls, campaignMembers, campaigns } from '#db/tenant/schema/campaign.ts';
import { departures } from '#db/tenant/schema/churn.ts';
import { offers } from '#db/tenant/schema/offer.ts';
import { consents } from '#db/tenant/schema/outreach.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeSubscriber } from '#seeds/factories.ts';
import { cabinet, call, openCampaignWorld, plan } from '#tests/setup/campaign-world.ts';

let opened: Awaited<ReturnType<typeof openCampaignWorld>>;
beforeEach(async () => {
  opened = await openCampaignWorld();
});
afterEach(() => opened.world.close());

test('the treated are contacted once, and with the control nothing is done, which is kept', async () => {
  const { world, start, membersOf, deedsOf, sent } = opened;
  const id = await start();
  expect(await countSides(world.db, id)).toEqual({ treated: 30, control: 10, heldOut: 0 });
  const members = await membersOf(id);
  const treated = members.filter(({ arm }) => arm === 'treated').map(({ subscriberId }) => subscriberId);
  expect((await sent()).map(({ subscriberId }) => subscriberId).toSorted()).toEqual(treated.toSorted());
  const nothing = (await deedsOf(id)).filter(({ action }) => action === 'nothing');
  expect(nothing).toHaveLength(10);
  expect(nothing.every(({ why }) => why === 'control')).toBe(true);
  expect((await membersOf(id)).filter(({ reachedAt }) => reachedAt !== null)).toHaveLength(30);
});

test('an audience that changes after the freeze changes nobody, and drawn anew all fall on the same side', async () => {
  const { world, desk, freeze, versionOf, membersOf, pass } = opened;
  const id = await freeze();
  const before = await membersOf(id);
  const newcomer = makeSubscriber(900);
  await commit(world.db, [
    world.db.insert(subscribers).values(newcomer),
    world.db.insert(lines).values(makeLine(900, { subscriberId: newcomer.id, carrier: 'beeline' })),
    world.db
      .update(lines)
      .set({ carrier: 'mts' })
      .where(eq(lines.id, before[0]?.lineId ?? '')),
  ]);
  await pass(0);
  expect(await membersOf(id)).toEqual(before);
  expect(await thawCampaign(desk(), id, await versionOf(id))).toMatchObject({ ok: true });
  await world.settle(60_000);
  expect(await membersOf(id)).toEqual([]);
  expect(await freezeCampaign(desk(), id, await versionOf(id))).toMatchObject({ ok: true });
  await world.settle(60_000);
  const after = new Map((await membersOf(id)).map((member) => [member.subscriberId, member.draw]));
  expect(after.has(newcomer.id)).toBe(true);
  expect(after.has(before[0]?.subscriberId ?? '')).toBe(false);
  for (const { subscriberId, draw } of before.slice(1)) expect(after.get(subscriberId)).toBe(draw);
});

test('paused, nothing goes out; resumed, nobody is sent a second message; stopped, nothing follows', async () => {
  const { world, desk, start, versionOf, sent, pass } = opened;
  const id = await start({ steps: [cabinet, { ...cabinet, afterDays: 2 }, { ...cabinet, afterDays: 2 }] });
  expect(await pauseCampaign(desk(), id, await versionOf(id))).toMatchObject({ ok: true });
  await pass(3);
  expect(await sent()).toHaveLength(30);
  expect(await resumeCampaign(desk(), id, await versionOf(id))).toMatchObject({ ok: true });
  await world.settle(60_000);
  const keys = (await sent()).map(({ sendKey }) => sendKey);
  expect(keys).toHaveLength(60);
  expect(new Set(keys).size).toBe(60);
  expect(await stopCampaign(desk(), id, await versionOf(id))).toMatchObject({ ok: true });
  await pass(5);
  expect(await sent()).toHaveLength(60);
  await pass(40);
  expect(await getCampaign(world.db, id)).toMatchObject({ state: 'finished' });
});

test('what was queued before a pause goes out after it, and before a stop never', async () => {
  const { world, desk, freeze, versionOf, sent, pass } = opened;
  const id = await freeze();
  await startCampaign(desk(), id, await versionOf(id));
  const tenant = { name: 'Волна', timeZone: 'Europe/Moscow' };
  await stepPage({ db: world.db, now: world.services.now(), tenant }, id);
  await pauseCampaign(desk(), id, await versionOf(id));
  await world.settle(60_000);
  expect(await sent()).toEqual([]);
  await stopCampaign(desk(), id, await versionOf(id));
  await pass(1);
  expect(await sent()).toEqual([]);
});

test('consent taken back between the queue and the sending: nothing is sent, and nothing follows', async () => {
  const { world, desk, freeze, versionOf, membersOf, sent, pass } = opened;
  const id = await freeze({ steps: [cabinet, { ...cabinet, afterDays: 1 }] });
  await startCampaign(desk(), id, await versionOf(id));
  const tenant = { name: 'Волна', timeZone: 'Europe/Moscow' };
  await stepPage({ db: world.db, now: world.services.now(), tenant }, id);
  const [one] = (await membersOf(id)).filter(({ arm }) => arm === 'treated');
  const isHis = eq(consents.subscriberId, one?.subscriberId ?? '');
  await commit(world.db, [world.db.update(consents).set({ withdrawnAt: world.services.now() }).where(isHis)]);
  await world.settle(60_000);
  expect((await sent()).filter(({ subscriberId }) => subscriberId === one?.subscriberId)).toEqual([]);
  expect(await sent()).toHaveLength(29);
  await pass(2);
  const [after] = await world.db
    .select()
    .from(campaignMembers)
    .where(
      and(eq(campaignMembers.campaignId, id), eq(campaignMembers.subscriberId, one?.subscriberId ?? '')),
    );
  expect(after).toMatchObject({ endedWhy: 'consent-withdrawn', nextAt: null });
});

test('the control of an open window is contacted by no other campaign, nor by a queued message of one', async () => {
  const { world, desk, freeze, start, membersOf, deedsOf, sent, pass } = opened;
  const first = await start();
  const control = (await membersOf(first)).filter(({ arm }) => arm === 'control');
  const second = await freeze({ name: 'Вторая', steps: [cabinet, { ...cabinet, afterDays: 1 }] });
  expect(await membersOf(second)).toEqual([]);
  // As if both had been frozen in one moment, each unaware of the other.
  const asTreated = {
    campaignId: second,
    arm: 'treated' as const,
    stratum: 'x',
    step: 0,
    nextAt: new Date(0),
  };
  await commit(world.db, [
    world.db
      .insert(campaignMembers)
      .values(
        control.map(({ subscriberId, lineId, draw }) => ({ ...asTreated, subscriberId, lineId, draw })),
      ),
    world.db
      .update(campaigns)
      .set({ state: 'running', startedAt: desk().now, measuredUntil: '2027-01-01' })
      .where(eq(campaigns.id, second)),
  ]);
  await pass(0);
  const lonely = new Set(control.map(({ subscriberId }) => subscriberId));
  expect((await sent()).filter(({ subscriberId }) => lonely.has(subscriberId))).toEqual([]);
  expect((await deedsOf(second)).map(({ why }) => why)).toEqual(control.map(() => 'control-elsewhere'));
});

async function storeOffer(): Promise<string> {
  const offerId = uuid();
  const made = {
    kind: 'save' as const,
    name: 'Скидка',
    words: 'скидка 20 %',
    costKopecks: 100,
    createdBy: 'x',
    createdAt: new Date(),
  };
  const rules = {
    carriers: [],
    tariffs: [],
    tenureAtLeast: 0,
    budgetKopecks: 1_000_000,
    timesALine: 1,
    everyDays: 90,
  };
  await commit(opened.world.db, [
    opened.world.db.insert(offers).values({ id: offerId, series: offerId, ...made, rules }),
  ]);
  return offerId;
}

const withdraw = (offerId: string) =>
  commit(opened.world.db, [
    opened.world.db.update(offers).set({ withdrawnAt: opened.desk().now }).where(eq(offers.id, offerId)),
  ]);

test('a withdrawn offer is not sent: the step does nothing and says why', async () => {
  const { start, deedsOf, sent, pass } = opened;
  const offerId = await storeOffer();
  const offering = { ...cabinet, text: 'Для вас {offer}', offerId };
  const id = await start({ steps: [offering, { ...offering, afterDays: 1 }] });
  expect((await sent())[0]?.content).toContain('Для вас скидка 20 %');
  await withdraw(offerId);
  await pass(2);
  expect(await sent()).toHaveLength(30);
  const second = (await deedsOf(id)).filter(({ step, why }) => step === 1 && why !== 'control');
  expect(second).toHaveLength(30);
  expect(new Set(second.map(({ why }) => why))).toEqual(new Set(['offer-withdrawn']));
});

test('an offer withdrawn between the queue and the sending: nothing is sent', async () => {
  const { world, desk, freeze, versionOf, membersOf, sent } = opened;
  const offerId = await storeOffer();
  const offering = await freeze({ steps: [{ ...cabinet, text: 'Для вас {offer}', offerId }] });
  await startCampaign(desk(), offering, await versionOf(offering));
  const tenant = { name: 'Волна', timeZone: 'Europe/Moscow' };
  await stepPage({ db: world.db, now: world.services.now(), tenant }, offering);
  await withdraw(offerId);
  await world.settle(60_000);
  expect(await sent()).toEqual([]);
  expect((await membersOf(offering)).filter(({ arm }) => arm === 'treated')).toHaveLength(30);
});

test('who left meanwhile is contacted no more, and calls are spread over the working days', async () => {
  const { world, desk, start, membersOf, pass } = opened;
  const id = await start({ steps: [cabinet, call] });
  const [one] = (await membersOf(id)).filter(({ arm }) => arm === 'treated');
  const gone = {
    id: uuid(),
    lineId: one?.lineId ?? '',
    kind: 'port-out' as const,
    on: '2026-11-20',
    reason: 'price' as const,
  };
  await commit(world.db, [
    world.db.insert(departures).values({ ...gone, notedBy: 'x', notedAt: desk().now }),
  ]);
  await pass(2);
  const calls = await world.db.select().from(campaignCalls);
  expect(calls).toHaveLength(29);
  const perDay = [...Map.groupBy(calls, ({ on }) => on).values()].map((day) => day.length);
  expect(perDay.toSorted((a, b) => b - a)).toEqual([10, 10, 9]);
  const [ended] = (await membersOf(id)).filter(({ subscriberId }) => subscriberId === one?.subscriberId);
  expect(ended?.endedWhy).toBe('left');
});

test('a draft that advertises without saying so, or a changed one, is not frozen', async () => {
  const { desk } = opened;
  const id = uuid();
  await createCampaign(desk(), { id, salt: 's', name: 'Третья', kind: 'prevention' });
  await savePlan(desk(), id, { ...plan, name: 'Третья', purpose: 'service', seen: 1 });
  expect(await freezeCampaign(desk(), id, 1)).toMatchObject({ error: { code: 'campaign-changed' } });
  expect(await freezeCampaign(desk(), id, 2)).toMatchObject({ error: { code: 'campaign-faulty' } });
  const agent = { ...desk(), actor: { userId: 'a', name: 'А', roles: ['agent' as const] } };
  expect(await freezeCampaign(agent, id, 2)).toMatchObject({ error: { code: 'forbidden' } });
});
