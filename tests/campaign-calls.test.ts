import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordCampaignCall, undoCampaignCall } from '#app/features/campaign/record-campaign-call.ts';
import { takeCampaignCall } from '#app/features/campaign/take-campaign-call.ts';
import { commit } from '#db/commit.ts';
import { campaignCalls } from '#db/tenant/schema/campaign.ts';
import { offers, offerUses } from '#db/tenant/schema/offer.ts';
import { call, openCampaignWorld } from '#tests/setup/campaign-world.ts';
import { askForPass } from '#tests/setup/test-admission.ts';

let opened: Awaited<ReturnType<typeof openCampaignWorld>>;
beforeEach(async () => {
  opened = await openCampaignWorld();
});
afterEach(() => opened.world.close());

test('a call is one agent’s, what he was answered is kept among the offers, and a slip can be taken back', async () => {
  const { world, desk, start, membersOf, pass } = opened;
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

test('without a pass for the carrier nobody is given a call', async () => {
  const { world, desk, start, pass } = opened;
  await start({ steps: [{ ...call, afterDays: 0 }], callsADay: 100 });
  await pass(0.2);
  for (const carrier of ['mts', 'beeline', 'megafon']) await askForPass(world.db, carrier, desk().now);
  const [first] = await world.db.select().from(campaignCalls);
  expect(await takeCampaignCall(desk(), first?.id ?? '')).toMatchObject({ error: { code: 'not-admitted' } });
});
