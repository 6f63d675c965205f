import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { solveCase } from '#app/features/case/move-case.ts';
import { decideNow, readContact } from '#app/features/outreach/read-contact.ts';
import { commit } from '#db/commit.ts';
import { cabinetNotices, cabinetSessions } from '#db/tenant/schema/cabinet.ts';
import { cases } from '#db/tenant/schema/case.ts';
import { contacts, messages } from '#db/tenant/schema/contact.ts';
import { instalmentPlans, promises } from '#db/tenant/schema/ladder.ts';
import { consents, consentTexts, outreachAttempts } from '#db/tenant/schema/outreach.ts';
import { ratings } from '#db/tenant/schema/rating.ts';
import { debtDisputes } from '#db/tenant/schema/receivable.ts';
import { requests } from '#db/tenant/schema/request.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeRequest, makeSubscriber } from '#seeds/factories.ts';
import { cabinetCall, openCabinet } from '#tests/setup/cabinet-visit.ts';
import { openCaseWorld } from '#tests/setup/test-cases.ts';
import { addReceivable } from '#tests/setup/test-receivables.ts';
import * as caseRoute from './case.tsx';
import * as complaintRoute from './case-complaint.ts';
import * as caseList from './case-list.tsx';
import * as caseNew from './case-new.tsx';
import * as ratingRoute from './case-rating.ts';
import * as withdrawal from './consent-withdrawal.ts';
import * as consentRoute from './consents.ts';
import * as debtRoute from './debt.tsx';
import * as disputes from './debt-disputes.ts';
import * as plans from './debt-plans.ts';
import * as promisesRoute from './debt-promises.ts';
import * as noticeReading from './notice-reading.ts';
import * as overview from './overview.tsx';
import * as preference from './preference.ts';
import * as profile from './profile.tsx';
import * as requestList from './request-list.tsx';
import * as sessionEnding from './session-ending.ts';
import * as signOut from './sign-out.ts';

let world: Awaited<ReturnType<typeof openCaseWorld>>;
let cookie: string;
let strange: string;

/** Two subscribers with a line and a debt each; the first one's cabinet is open, and so is the other's. */
beforeEach(async () => {
  world = await openCaseWorld();
  const { db, services, subscriber, line } = world;
  await addReceivable(db, 'r-own', [{ dueOn: '2026-02-20', kopecks: 100_000 }]);
  await addReceivable(db, 'r-other', [{ dueOn: '2026-02-20', kopecks: 77_700 }]);
  await db.$client.execute({
    sql: "update billing_accounts set subscriber_id = ? where number = 'r-own'",
    args: [subscriber.id],
  });
  const other = { subscriberId: 's-r-other', msisdn: '+79265557788' };
  await commit(db, [db.insert(lines).values(makeLine(2, other))]);
  const open = (subscriberId: string, lineId: string) =>
    openCabinet(db, { slug: 'tenant-1', subscriberId, lineId, now: services.now() });
  cookie = await open(subscriber.id, line.id);
  strange = await open('s-r-other', makeLine(2).id);
});

type Params = Record<string, string>;
type Given = { params?: Params; fields?: Record<string, string>; by?: string };
async function call<T>(route: (args: never) => T, { params = {}, fields, by = cookie }: Given = {}) {
  const sent = fields ? { fields } : {};
  return route((await cabinetCall(world.services, { params, ...sent, cookie: by }, true)) as never);
}
const post = (
  route: { action(args: never): unknown },
  params: Params,
  fields: Record<string, string>,
  by?: string,
) => call(route.action, { params, fields, ...(by ? { by } : {}) });
const status = (code: number) => expect.objectContaining({ init: expect.objectContaining({ status: code }) });
const refused = (code: string) =>
  expect.objectContaining({ data: { error: expect.objectContaining({ code }) } });

const told = (over = {}) => ({ formToken: uuid(), words: 'Третий день нет связи дома', ...over });
async function writeNew(kind = 'fault'): Promise<string> {
  const fields = { ...told(), kind, lineId: world.line.id, subject: 'Нет связи' };
  const answer = (await post(caseNew, {}, fields)) as Response;
  return /cases\/([\w-]+)/.exec(answer.headers.get('Location') ?? '')?.[1] ?? '';
}

describe('conversations', () => {
  test('what he writes opens a case of his in the cabinet, once a form', async () => {
    const fields = { ...told(), kind: 'fault', lineId: world.line.id, subject: 'Нет связи' };
    await post(caseNew, {}, fields);
    await post(caseNew, {}, fields);
    const rows = await world.db.select().from(cases);
    expect(rows).toMatchObject([
      { kind: 'fault', channel: 'cabinet', subscriberId: world.subscriber.id, lineId: world.line.id },
    ]);
    expect(await world.db.select().from(messages)).toHaveLength(1);
  });

  test('the line of another is not taken for his', async () => {
    await post(caseNew, {}, { ...told(), kind: 'fault', lineId: makeLine(2).id, subject: 'Нет связи' });
    expect(await world.db.select().from(cases)).toMatchObject([{ lineId: null }]);
  });

  test('he goes on in it, reads our answer, and no note and nothing held', async () => {
    const caseId = await writeNew();
    expect(await post(caseRoute, { caseId }, told({ words: 'И в метро тоже' }))).toMatchObject({
      sent: expect.any(String),
    });
    const { db } = world;
    const row = { caseId, author: 'agent-1', channel: 'cabinet' as const, at: world.now() };
    await commit(db, [
      db.insert(messages).values([
        { id: uuid(), ...row, kind: 'reply', body: 'Чиним вышку', state: 'sent', sentAt: world.now() },
        { id: uuid(), ...row, kind: 'reply', body: 'Ещё не ушло', state: 'held' },
        { id: uuid(), ...row, kind: 'note', body: 'Абонент сердится', state: 'sent' },
      ]),
    ]);
    const { cases: listed } = await call(caseList.loader);
    expect(listed).toMatchObject([{ id: caseId, isUnread: true }]);
    const { conversation } = await call(caseRoute.loader, { params: { caseId } });
    expect(conversation.messages.map(({ body }) => body)).toEqual([
      'Третий день нет связи дома',
      'И в метро тоже',
      'Чиним вышку',
    ]);
    expect(JSON.stringify(conversation)).not.toContain('agent-1');
    expect((await call(caseList.loader)).cases).toMatchObject([{ isUnread: false }]);
  });

  test('a complaint is one tap, and thanked for', async () => {
    const caseId = await writeNew();
    const answer = (await post(complaintRoute, { caseId }, { formToken: uuid() })) as Response;
    expect(answer.headers.get('Location')).toMatch(/thanks=complaint$/);
    const rows = await world.db.select().from(cases).where(eq(cases.kind, 'complaint'));
    expect(rows).toMatchObject([{ subscriberId: world.subscriber.id, subject: 'Жалоба по обращению № 1' }]);
  });

  test('a solved case is rated once, by whose it is', async () => {
    const caseId = await writeNew();
    const stars = { stars: '4', word: 'Спасибо', recommends: '' };
    expect(await post(ratingRoute, { caseId }, stars)).toEqual(refused('rating-too-early'));
    await solveCase(world.desk(), { caseId });
    await expect(post(ratingRoute, { caseId }, stars, strange)).rejects.toEqual(status(404));
    expect(await post(ratingRoute, { caseId }, stars)).toEqual({ done: true });
    expect(await post(ratingRoute, { caseId }, stars)).toEqual(refused('rated-already'));
    expect(await world.db.select().from(ratings)).toMatchObject([{ caseId, stars: 4 }]);
  });

  test('twenty messages in ten minutes are enough', async () => {
    const caseId = await writeNew();
    for (let n = 1; n < 20; n += 1) await post(caseRoute, { caseId }, told());
    expect(await post(caseRoute, { caseId }, told())).toEqual(refused('too-many-words'));
    expect(await world.db.select().from(contacts)).toHaveLength(20);
  });

  test('another’s case is not there, to read, to write or to complain of', async () => {
    const caseId = await writeNew();
    const params = { caseId };
    await expect(call(caseRoute.loader, { params, by: strange })).rejects.toEqual(status(404));
    await expect(post(caseRoute, params, told(), strange)).rejects.toEqual(status(404));
    await expect(post(complaintRoute, params, { formToken: uuid() }, strange)).rejects.toEqual(status(404));
    expect((await call(caseList.loader, { by: strange })).cases).toEqual([]);
    expect(await world.db.select().from(messages)).toHaveLength(1);
  });
});

describe('debts', () => {
  const promise = { on: '2026-03-10', kopecks: '1000', replaces: '' };
  const plan = { count: '3', firstOn: '2026-03-10', pace: 'month' };
  const own = { receivableId: 'r-own' };

  test('he promises by himself within the limits of an agent', async () => {
    const far = { formToken: uuid(), ...promise, on: '2026-04-20' };
    expect(await post(promisesRoute, own, far)).toEqual(refused('promise-too-far'));
    expect(await post(promisesRoute, own, { formToken: uuid(), ...promise })).toMatchObject({ done: {} });
    expect(await world.db.select().from(promises)).toMatchObject([
      { receivableId: 'r-own', via: 'cabinet', madeBy: 'subscriber', kopecks: 100_000, state: 'open' },
    ]);
    const { debt } = await call(debtRoute.loader, { params: own });
    expect(debt.promise).toMatchObject({ lastOn: '2026-03-10', resumesOn: '2026-03-11' });
  });

  test('he pays in parts, and objects to what he does not owe', async () => {
    expect(await post(plans, own, { formToken: uuid(), ...plan, count: '9' })).toEqual(
      refused('plan-too-long'),
    );
    expect(await post(plans, own, { formToken: uuid(), ...plan })).toMatchObject({ done: {} });
    const objection = { formToken: uuid(), chargeId: '', reason: 'Я этого не подключал' };
    expect(await post(disputes, own, objection)).toMatchObject({ done: {} });
    expect(await post(promisesRoute, own, { formToken: uuid(), ...promise })).toEqual(
      refused('plan-overlaps'),
    );
    const { debt } = await call(debtRoute.loader, { params: own });
    expect(debt).toMatchObject({ plan: { instalments: { length: 3 } }, disputes: [{ outcome: null }] });
  });

  test('another’s debt is not there, and nothing is agreed about it', async () => {
    const params = { receivableId: 'r-other' };
    await expect(call(debtRoute.loader, { params })).rejects.toEqual(status(404));
    for (const [route, fields] of [
      [promisesRoute, { ...promise, kopecks: '777' }],
      [plans, plan],
      [disputes, { chargeId: '', reason: 'не моё' }],
    ] as const)
      await expect(post(route, params, { formToken: uuid(), ...fields })).rejects.toEqual(status(404));
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
    await post(consentRoute, {}, { offer: 'news' });
    await post(consentRoute, {}, { offer: 'news' });
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
    await post(withdrawal, {}, { purpose: 'advertising', isRobot: 'no' });
    expect(await mayAdvertise()).toBe(false);
    expect(await db.select().from(consents).where(isNull(consents.withdrawnAt))).toEqual([]);
  });

  test('a robot’s call has a consent of its own, and another’s is not touched', async () => {
    await post(consentRoute, {}, { offer: 'news-robot' });
    await post(consentRoute, {}, { offer: 'news' }, strange);
    await post(withdrawal, {}, { purpose: 'advertising', isRobot: 'no' });
    const left = await world.db.select().from(consents).where(isNull(consents.withdrawnAt));
    expect(left.map(({ subscriberId, channel }) => [subscriberId, channel])).toEqual([
      [world.subscriber.id, 'robot'],
      ['s-r-other', null],
    ]);
  });

  test('he says how he would be reached', async () => {
    await post(preference, {}, { channel: 'messenger' });
    expect(await call(profile.loader)).toMatchObject({ preference: 'messenger' });
    expect(await post(preference, {}, { channel: 'smoke' })).toEqual(status(422));
  });
});

describe('notices and sessions', () => {
  test('a notice is read once, by whose it is', async () => {
    const { db, subscriber, services } = world;
    const at = services.now();
    const attempt = {
      subscriberId: subscriber.id,
      sequence: 1,
      purpose: 'service' as const,
      content: 'Срок',
    };
    const how = { channel: 'cabinet' as const, address: 'cabinet', timeZone: 'x', state: 'sent' as const };
    await commit(db, [
      db.insert(outreachAttempts).values({ id: 'a1', ...attempt, ...how, sendKey: 'k', by: 'worker', at }),
      db.insert(cabinetNotices).values({
        ...{
          id: 'n1',
          subscriberId: subscriber.id,
          attemptId: 'a1',
          purpose: 'service',
          content: 'Срок',
          at,
        },
      }),
    ]);
    await post(noticeReading, { ownNoticeId: 'n1' }, {}, strange);
    const unread = () =>
      db.$count(cabinetNotices, and(eq(cabinetNotices.id, 'n1'), isNull(cabinetNotices.readAt)));
    expect(await unread()).toBe(1);
    await post(noticeReading, { ownNoticeId: 'n1' }, {});
    expect(await unread()).toBe(0);
  });

  test('signed out, or ended from elsewhere, a session is over; another’s is not touched', async () => {
    const { db, subscriber, line, services } = world;
    const again = { slug: 'tenant-1', subscriberId: subscriber.id, lineId: line.id, now: services.now() };
    const second = await openCabinet(db, again);
    const foreign = (await db.select().from(cabinetSessions)).find(
      ({ subscriberId }) => subscriberId === 's-r-other',
    );
    await post(sessionEnding, { sessionId: foreign?.id ?? '' }, {});
    expect(await db.select().from(cabinetSessions)).toHaveLength(3);
    const left = (await post(signOut, {}, {}, second)) as Response;
    expect(left.headers.get('Set-Cookie')).toContain('Max-Age=0');
    await post(sessionEnding, {}, {});
    expect(await db.select().from(cabinetSessions)).toMatchObject([{ subscriberId: 's-r-other' }]);
  });
});

test('requests of a number are his since it is his', async () => {
  const { db, line } = world;
  const before = makeRequest(1, { lineId: line.id, state: 'done', createdAt: new Date('2026-01-01') });
  const since = makeRequest(2, { lineId: line.id, state: 'accepted', createdAt: new Date('2026-02-01') });
  await commit(db, [db.insert(requests).values([before, since])]);
  expect((await call(requestList.loader)).requests).toHaveLength(2);
  await commit(db, [
    db
      .update(lines)
      .set({ ownedSince: new Date('2026-01-15') })
      .where(eq(lines.id, line.id)),
  ]);
  expect((await call(requestList.loader)).requests).toMatchObject([{ id: since.id }]);
});

test('he sees all his lines and debts, and nobody else’s', async () => {
  const { db, subscriber } = world;
  await commit(db, [
    db.insert(lines).values(makeLine(3, { subscriberId: subscriber.id, msisdn: '+79160000003' })),
    db.insert(subscribers).values(makeSubscriber(9, { name: 'Чужой Человек' })),
  ]);
  const seen = await call(overview.loader);
  expect(seen.lines.map(({ msisdn }) => msisdn).toSorted()).toEqual(
    [world.line.msisdn, '+79160000003'].toSorted(),
  );
  expect(seen.debts).toMatchObject([{ id: 'r-own' }]);
  const all = JSON.stringify([seen, await call(profile.loader), await call(caseList.loader)]);
  expect(all).not.toMatch(/79265557788|r-other|77700|Чужой/);
});
