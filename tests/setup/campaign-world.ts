import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { expect } from 'vitest';
import type { CampaignDesk } from '#app/features/campaign/campaign-desk.ts';
import type { PlanInput } from '#app/features/campaign/campaign-input.ts';
import { createCampaign, savePlan } from '#app/features/campaign/change-campaign.ts';
import { freezeCampaign } from '#app/features/campaign/freeze-campaign.ts';
import { startCampaign, wakeCampaigns } from '#app/features/campaign/run-campaign.ts';
import type { CampaignStep } from '#app/features/campaign/steps.ts';
import { lawfulLimits } from '#app/features/outreach/contact-sources.ts';
import { commit } from '#db/commit.ts';
import { getCampaign } from '#db/tenant/queries/campaigns.ts';
import { campaignActions, campaignMembers } from '#db/tenant/schema/campaign.ts';
import { consents, contactRules, outreachAttempts } from '#db/tenant/schema/outreach.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeSubscriber } from '#seeds/factories.ts';
import { openMailWorld } from '#tests/setup/mail-world.ts';

const people = 40;
export const cabinet: CampaignStep = {
  afterDays: 0,
  onlyIf: 'always',
  channel: 'cabinet',
  text: 'Здравствуйте, {name}',
  offerId: null,
};
export const call: CampaignStep = { ...cabinet, afterDays: 1, channel: 'call', text: 'Спросите' };
export const plan: Omit<PlanInput, 'seen'> = {
  name: 'Первая',
  purpose: 'advertising',
  conditions: [],
  steps: [cabinet],
  controlPercent: 25,
  windowDays: 30,
  pool: null,
  contactKopecks: 100,
  callsADay: 10,
};
const agreed = { purpose: 'advertising' as const, textVersion: 1, proof: 'форма', recordedBy: 'x' };

/** Forty people of one carrier who agreed to advertising, a clock that tests move, and what is done with campaigns. */
export async function openCampaignWorld() {
  const world = await openMailWorld();
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
  return { world, desk, freeze, start, versionOf, membersOf, deedsOf, sent, pass };
}
