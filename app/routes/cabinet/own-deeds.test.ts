import { isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { decideNow, readContact } from '#app/features/outreach/read-contact.ts';
import { commit } from '#db/commit.ts';
import { instalmentPlans, promises } from '#db/tenant/schema/ladder.ts';
import { consents, consentTexts } from '#db/tenant/schema/outreach.ts';
import { debtDisputes } from '#db/tenant/schema/receivable.ts';
import { answeredWith, openCabinetWorld, refused } from '#tests/setup/cabinet-world.ts';
import * as withdrawal from './consent-withdrawal.ts';
import * as consentRoute from './consents.ts';
import * as debtRoute from './debt.tsx';
import * as disputes from './debt-disputes.ts';
import * as plans from './debt-plans.ts';
import * as promisesRoute from './debt-promises.ts';
import * as preference from './preference.ts';
import * as profile from './profile.tsx';

let world: Awaited<ReturnType<typeof openCabinetWorld>>;
beforeEach(async () => {
  world = await openCabinetWorld();
});

describe('debts', () => {
  const promise = { on: '2026-03-10', kopecks: '1000', replaces: '' };
  const plan = { count: '3', firstOn: '2026-03-10', pace: 'month' };
  const own = { receivableId: 'r-own' };

  test('he promises by himself within the limits of an agent', async () => {
    const far = { formToken: uuid(), ...promise, on: '2026-04-20' };
    expect(await world.post(promisesRoute, own, far)).toEqual(refused('promise-too-far'));
    expect(await world.post(promisesRoute, own, { formToken: uuid(), ...promise })).toMatchObject({
      done: {},
    });
    expect(await world.db.select().from(promises)).toMatchObject([
      { receivableId: 'r-own', via: 'cabinet', madeBy: 'subscriber', kopecks: 100_000, state: 'open' },
    ]);
    const { debt } = await world.call(debtRoute.loader, { params: own });
    expect(debt.promise).toMatchObject({ lastOn: '2026-03-10', resumesOn: '2026-03-11' });
  });

  test('he pays in parts, and objects to what he does not owe', async () => {
    expect(await world.post(plans, own, { formToken: uuid(), ...plan, count: '9' })).toEqual(
      refused('plan-too-long'),
    );
    expect(await world.post(plans, own, { formToken: uuid(), ...plan })).toMatchObject({ done: {} });
    const objection = { formToken: uuid(), chargeId: '', reason: 'Я этого не подключал' };
    expect(await world.post(disputes, own, objection)).toMatchObject({ done: {} });
    expect(await world.post(promisesRoute, own, { formToken: uuid(), ...promise })).toEqual(
      refused('plan-overlaps'),
    );
    const { debt } = await world.call(debtRoute.loader, { params: own });
    expect(debt).toMatchObject({ plan: { instalments: { length: 3 } }, disputes: [{ outcome: null }] });
  });

  test('another’s debt is not there, and nothing is agreed about it', async () => {
    const params = { receivableId: 'r-other' };
    await expect(world.call(debtRoute.loader, { params })).rejects.toEqual(answeredWith(404));
    for (const [route, fields] of [
      [promisesRoute, { ...promise, kopecks: '777' }],
      [plans, plan],
      [disputes, { chargeId: '', reason: 'не моё' }],
    ] as const)
      await expect(world.post(route, params, { formToken: uuid(), ...fields })).rejects.toEqual(
        answeredWith(404),
      );
    for (const table of [promises, instalmentPlans, debtDisputes])
      expect(await world.db.select().from(table)).toEqual([]);
  });
});

describe('consents', () => {
  const advertising = { purpose: 'advertising' as const, channel: 'sms' as const };
  const mayAdvertise = async () => {
    const standing = await readContact(world.db, world.subscriber.id, world.services.now());
    const noon = new Date('2026-03-02T09:00:00Z');
    return standing !== null && decideNow(standing, { ...advertising, at: noon }).allowed;
  };

  test('given with its words and proof, and once; taken back it stops at once, that on paper too', async () => {
    const { db, subscriber, services } = world;
    expect(await mayAdvertise()).toBe(false);
    await world.post(consentRoute, {}, { offer: 'news' });
    await world.post(consentRoute, {}, { offer: 'news' });
    expect(await mayAdvertise()).toBe(true);
    const [given] = await db.select().from(consents);
    expect(given).toMatchObject({ recordedBy: 'subscriber', textVersion: 1, channel: null });
    expect(given?.proof).toMatch(/session [0-9a-f]{16}, 10\.0\.0\.1, Firefox, Linux$/);
    expect(await db.select().from(consentTexts)).toMatchObject([
      { version: 1, text: expect.stringContaining('согласен') },
    ]);
    const paper = { subscriberId: subscriber.id, purpose: 'advertising' as const, channel: 'sms' as const };
    const times = { textVersion: 1, proof: 'анкета', givenAt: services.now(), recordedBy: 'agent-1' };
    await commit(db, [db.insert(consents).values({ id: uuid(), ...paper, ...times })]);
    await world.post(withdrawal, {}, { purpose: 'advertising', isRobot: 'no' });
    expect(await mayAdvertise()).toBe(false);
    expect(await db.select().from(consents).where(isNull(consents.withdrawnAt))).toEqual([]);
  });

  test('a robot’s call has a consent of its own, and another’s is not touched', async () => {
    await world.post(consentRoute, {}, { offer: 'news-robot' });
    await world.post(consentRoute, {}, { offer: 'news' }, world.strange);
    await world.post(withdrawal, {}, { purpose: 'advertising', isRobot: 'no' });
    const left = await world.db.select().from(consents).where(isNull(consents.withdrawnAt));
    expect(left.map(({ subscriberId, channel }) => [subscriberId, channel])).toEqual([
      [world.subscriber.id, 'robot'],
      ['s-r-other', null],
    ]);
  });

  test('he says how he would be reached', async () => {
    await world.post(preference, {}, { channel: 'messenger' });
    expect(await world.call(profile.loader)).toMatchObject({ preference: 'messenger' });
    expect(await world.post(preference, {}, { channel: 'smoke' })).toEqual(answeredWith(422));
  });
});
