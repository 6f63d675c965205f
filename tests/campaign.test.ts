import { and, eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CampaignDesk } from '#app/features/campaign/campaign-desk.ts';
import type { PlanInput } from '#app/features/campaign/campaign-input.ts';
import { createCampaign, savePlan } from '#app/features/campaign/change-campaign.ts';
import { freezeCampaign, thawCampaign } from '#app/features/campaign/freeze-campaign.ts';
import { recordCampaignCall, undoCampaignCall } from '#app/features/campaign/record-campaign-call.ts';
import {
  pauseCampaign,
  resumeCampaign,
  startCampaign,
  stopCampaign,
  wakeCampaigns,
} from '#app/features/campaign/run-campaign.ts';
import { stepPage } from '#app/features/campaign/step-members.ts';
import type { CampaignStep } from '#app/features/campaign/steps.ts';
import { takeCampaignCall } from '#app/features/campaign/take-campaign-call.ts';
import { lawfulLimits } from '#app/features/outreach/contact-sources.ts';
import { commit } from '#db/commit.ts';
import { countSides, getCampaign } from '#db/tenant/queries/campaigns.ts';
import { campaignActions, campaignCalls, campaignMembers, campaigns } from '#db/tenant/schema/campaign.ts';
import { departures } from '#db/tenant/schema/churn.ts';
import { offers, offerUses } from '#db/tenant/schema/offer.ts';
import { consents, contactRules, outreachAttempts } from '#db/tenant/schema/outreach.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeSubscriber } from '#seeds/factories.ts';
import { openMailWorld } from '#tests/setup/mail-world.ts';

const people = 40;
const cabinet: CampaignStep = {
  afterDays: 0,
  onlyIf: 'always',
  channel: 'cabinet',
  text: 'Здравствуйте, {name}',
  offerId: null,
};
const call: CampaignStep = { ...cabinet, afterDays: 1, channel: 'call', text: 'Спросите' };
const plan: Omit<PlanInput, 'seen'> = {
  ...{ name: 'Первая', purpose: 'advertising', conditions: [], steps: [cabinet], controlPercent: 25 },
  ...{ windowDays: 30, pool: null, contactKopecks: 100, callsADay: 10 },
};
const agreed = { purpose: 'advertising' as const, textVersion: 1, proof: 'форма', recordedBy: 'x' };

let world: Awaited<ReturnType<typeof openMailWorld>>;
beforeEach(async () => {
  world = await openMailWorld();
  const { db } = world;
  const at = new Date('2026-01-01');
  const own = {
    mode: 'creditor' as const,
    creditorName: 'Волна',
    creditorPhone: '+74951234567',
    callLabel: 'Волна',
  };
  const found = Array.from({ length: people }, (_, index) =>
    makeSubscriber(500 + index, { timeZone: 'Europe/Moscow' }),
  );
  await commit(db, [
    db
      .insert(contactRules)
      .values({ id: uuid(), from: at, ...own, limits: lawfulLimits, setBy: 'x', setAt: at }),
    db.insert(subscribers).values(found),
    db
      .insert(lines)
      .values(found.map(({ id }, index) => makeLine(500 + index, { subscriberId: id, carrier: 'beeline' }))),
    db
      .insert(consents)
      .values(found.map(({ id }) => ({ id: uuid(), subscriberId: id, ...agreed, givenAt: at }))),
  ]);
});
afterEach(() => world.close());

function desk(): CampaignDesk {
  const actor = { userId: 'boss', name: 'Босс', roles: ['manager' as const] };
  return { db: world.db, actor, now: world.services.now(), timeZone: 'Europe/Moscow' };
}
const versionOf = async (id: string) => (await getCampaign(world.db, id))?.version ?? 0;
const onlyBeeline = [{ field: 'carrier' as const, is: 'any-of' as const, values: ['beeline'] }];

async function freeze(more: Partial<PlanInput> = {}): Promise<string> {
  const id = uuid();
  const named = { name: more.name ?? plan.name, kind: 'prevention' as const };
  expect(await createCampaign(desk(), { id, salt: 'соль', ...named })).toMatchObject({ ok: true });
  const input = { ...plan, conditions: onlyBeeline, ...more, seen: 1 };
  expect(await savePlan(desk(), id, input)).toMatchObject({ ok: true });
  expect(await freezeCampaign(desk(), id, 2)).toMatchObject({ ok: true });
  await world.settle(60_000);
  return id;
}

async function start(more: Partial<PlanInput> = {}): Promise<string> {
  const id = await freeze(more);
  expect(await startCampaign(desk(), id, await versionOf(id))).toMatchObject({ ok: true });
  await world.settle(60_000);
  return id;
}

const membersOf = (id: string) =>
  world.db.select().from(campaignMembers).where(eq(campaignMembers.campaignId, id));
const deedsOf = (id: string) =>
  world.db.select().from(campaignActions).where(eq(campaignActions.campaignId, id));
const sent = async () =>
  (await world.db.select().from(outreachAttempts)).filter(({ state }) => state === 'sent');

async function pass(days: number) {
  world.pass(days * 86_400_000);
  await wakeCampaigns(world.db, world.services.now(), world.services.databases.control);
  await world.settle(60_000);
}

test('the treated are contacted once, and with the control nothing is done, which is kept', async () => {
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

test('a withdrawn offer is not sent: the step does nothing and says why', async () => {
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
  await commit(world.db, [world.db.insert(offers).values({ id: offerId, series: offerId, ...made, rules })]);
  const offering = { ...cabinet, text: 'Для вас {offer}', offerId };
  const id = await start({ steps: [offering, { ...offering, afterDays: 1 }] });
  expect((await sent())[0]?.content).toContain('Для вас скидка 20 %');
  await commit(world.db, [
    world.db.update(offers).set({ withdrawnAt: desk().now }).where(eq(offers.id, offerId)),
  ]);
  await pass(2);
  expect(await sent()).toHaveLength(30);
  const second = (await deedsOf(id)).filter(({ step, why }) => step === 1 && why !== 'control');
  expect(second).toHaveLength(30);
  expect(new Set(second.map(({ why }) => why))).toEqual(new Set(['offer-withdrawn']));
});

test('who left meanwhile is contacted no more, and calls are spread over the working days', async () => {
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
  const id = uuid();
  await createCampaign(desk(), { id, salt: 's', name: 'Третья', kind: 'prevention' });
  await savePlan(desk(), id, { ...plan, name: 'Третья', purpose: 'service', seen: 1 });
  expect(await freezeCampaign(desk(), id, 1)).toMatchObject({ error: { code: 'campaign-changed' } });
  expect(await freezeCampaign(desk(), id, 2)).toMatchObject({ error: { code: 'campaign-faulty' } });
  const agent = { ...desk(), actor: { userId: 'a', name: 'А', roles: ['agent' as const] } };
  expect(await freezeCampaign(agent, id, 2)).toMatchObject({ error: { code: 'forbidden' } });
});

test('a call is one agent’s, what he was answered is kept among the offers, and a slip can be taken back', async () => {
  const offerId = uuid();
  const made = {
    kind: 'save' as const,
    name: 'Скидка',
    words: 'скидка 20 %',
    costKopecks: 100,
    createdBy: 'x',
  };
  const rules = {
    carriers: [],
    tariffs: [],
    tenureAtLeast: 0,
    budgetKopecks: 100_000,
    timesALine: 1,
    everyDays: 90,
  };
  const offer = { id: offerId, series: offerId, ...made, creditKopecks: 100, createdAt: desk().now, rules };
  await commit(world.db, [world.db.insert(offers).values(offer)]);
  const offering = { ...call, afterDays: 0, text: 'Предложите {offer}', offerId };
  await start({ steps: [offering], callsADay: 100 });
  await pass(0.2);
  const [first, second] = await world.db.select().from(campaignCalls);
  const agent = (userId: string) => ({
    ...desk(),
    actor: { userId, name: userId, roles: ['agent' as const] },
  });
  expect(await takeCampaignCall(agent('a'), first?.id ?? '')).toMatchObject({ ok: true });
  expect(await takeCampaignCall(agent('b'), first?.id ?? '')).toMatchObject({
    error: { code: 'campaign-call-taken' },
  });
  const declined = { outcome: 'declined' as const, note: '' };
  expect(await recordCampaignCall(agent('a'), first?.id ?? '', declined)).toMatchObject({ ok: true });
  await world.settle(60_000);
  expect(await world.db.select().from(offerUses)).toMatchObject([
    { state: 'declined', campaignId: first?.campaignId },
  ]);
  await takeCampaignCall(agent('b'), second?.id ?? '');
  await recordCampaignCall(agent('b'), second?.id ?? '', { ...declined, outcome: 'reached' });
  expect(await undoCampaignCall(agent('b'), second?.id ?? '')).toMatchObject({ ok: true });
  const [member] = (await membersOf(first?.campaignId ?? '')).filter(
    ({ subscriberId }) => subscriberId === second?.subscriberId,
  );
  expect(member?.reachedAt).toBeNull();
});
