import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { solveCase } from '#app/features/case/move-case.ts';
import { commit } from '#db/commit.ts';
import { cabinetNotices, cabinetSessions } from '#db/tenant/schema/cabinet.ts';
import { cases } from '#db/tenant/schema/case.ts';
import { contacts, messages } from '#db/tenant/schema/contact.ts';
import { outreachAttempts } from '#db/tenant/schema/outreach.ts';
import { ratings } from '#db/tenant/schema/rating.ts';
import { requests } from '#db/tenant/schema/request.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeRequest, makeSubscriber } from '#seeds/factories.ts';
import { openCabinet } from '#tests/setup/cabinet-visit.ts';
import { answeredWith, openCabinetWorld, refused } from '#tests/setup/cabinet-world.ts';
import * as caseRoute from './case.tsx';
import * as complaintRoute from './case-complaint.ts';
import * as caseList from './case-list.tsx';
import * as caseNew from './case-new.tsx';
import * as ratingRoute from './case-rating.ts';
import * as noticeReading from './notice-reading.ts';
import * as overview from './overview.tsx';
import * as profile from './profile.tsx';
import * as requestList from './request-list.tsx';
import * as sessionEnding from './session-ending.ts';
import * as signOut from './sign-out.ts';

let world: Awaited<ReturnType<typeof openCabinetWorld>>;
beforeEach(async () => {
  world = await openCabinetWorld();
});

const told = (over = {}) => ({ formToken: uuid(), words: 'Третий день нет связи дома', ...over });
async function writeNew(kind = 'fault'): Promise<string> {
  const fields = { ...told(), kind, lineId: world.line.id, subject: 'Нет связи' };
  const answer = (await world.post(caseNew, {}, fields)) as Response;
  return /cases\/([\w-]+)/.exec(answer.headers.get('Location') ?? '')?.[1] ?? '';
}

describe('conversations', () => {
  test('what he writes opens a case of his in the cabinet, once a form', async () => {
    const fields = { ...told(), kind: 'fault', lineId: world.line.id, subject: 'Нет связи' };
    await world.post(caseNew, {}, fields);
    await world.post(caseNew, {}, fields);
    const rows = await world.db.select().from(cases);
    expect(rows).toMatchObject([
      { kind: 'fault', channel: 'cabinet', subscriberId: world.subscriber.id, lineId: world.line.id },
    ]);
    expect(await world.db.select().from(messages)).toHaveLength(1);
  });

  test('the line of another is not taken for his', async () => {
    await world.post(caseNew, {}, { ...told(), kind: 'fault', lineId: makeLine(2).id, subject: 'Нет связи' });
    expect(await world.db.select().from(cases)).toMatchObject([{ lineId: null }]);
  });

  test('he goes on in it, reads our answer, and no note and nothing held', async () => {
    const caseId = await writeNew();
    expect(await world.post(caseRoute, { caseId }, told({ words: 'И в метро тоже' }))).toMatchObject({
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
    const { cases: listed } = await world.call(caseList.loader);
    expect(listed).toMatchObject([{ id: caseId, isUnread: true }]);
    const { conversation } = await world.call(caseRoute.loader, { params: { caseId } });
    expect(conversation.messages.map(({ body }) => body)).toEqual([
      'Третий день нет связи дома',
      'И в метро тоже',
      'Чиним вышку',
    ]);
    expect(JSON.stringify(conversation)).not.toContain('agent-1');
    expect((await world.call(caseList.loader)).cases).toMatchObject([{ isUnread: false }]);
  });

  test('a complaint is one tap, and thanked for', async () => {
    const caseId = await writeNew();
    const answer = (await world.post(complaintRoute, { caseId }, { formToken: uuid() })) as Response;
    expect(answer.headers.get('Location')).toMatch(/thanks=complaint$/);
    const rows = await world.db.select().from(cases).where(eq(cases.kind, 'complaint'));
    expect(rows).toMatchObject([{ subscriberId: world.subscriber.id, subject: 'Жалоба по обращению № 1' }]);
  });

  test('a solved case is rated once, by whose it is', async () => {
    const caseId = await writeNew();
    const stars = { stars: '4', word: 'Спасибо', recommends: '' };
    expect(await world.post(ratingRoute, { caseId }, stars)).toEqual(refused('rating-too-early'));
    await solveCase(world.desk(), { caseId });
    await expect(world.post(ratingRoute, { caseId }, stars, world.strange)).rejects.toEqual(
      answeredWith(404),
    );
    expect(await world.post(ratingRoute, { caseId }, stars)).toEqual({ done: true });
    expect(await world.post(ratingRoute, { caseId }, stars)).toEqual(refused('rated-already'));
    expect(await world.db.select().from(ratings)).toMatchObject([{ caseId, stars: 4 }]);
  });

  test('twenty messages in ten minutes are enough', async () => {
    const caseId = await writeNew();
    for (let n = 1; n < 20; n += 1) await world.post(caseRoute, { caseId }, told());
    expect(await world.post(caseRoute, { caseId }, told())).toEqual(refused('too-many-words'));
    expect(await world.db.select().from(contacts)).toHaveLength(20);
  });

  test('another’s case is not there, to read, to write or to complain of', async () => {
    const caseId = await writeNew();
    const params = { caseId };
    await expect(world.call(caseRoute.loader, { params, by: world.strange })).rejects.toEqual(
      answeredWith(404),
    );
    await expect(world.post(caseRoute, params, told(), world.strange)).rejects.toEqual(answeredWith(404));
    await expect(world.post(complaintRoute, params, { formToken: uuid() }, world.strange)).rejects.toEqual(
      answeredWith(404),
    );
    expect((await world.call(caseList.loader, { by: world.strange })).cases).toEqual([]);
    expect(await world.db.select().from(messages)).toHaveLength(1);
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
        id: 'n1',
        subscriberId: subscriber.id,
        attemptId: 'a1',
        purpose: 'service',
        content: 'Срок',
        at,
      }),
    ]);
    await world.post(noticeReading, { ownNoticeId: 'n1' }, {}, world.strange);
    const unread = () =>
      db.$count(cabinetNotices, and(eq(cabinetNotices.id, 'n1'), isNull(cabinetNotices.readAt)));
    expect(await unread()).toBe(1);
    await world.post(noticeReading, { ownNoticeId: 'n1' }, {});
    expect(await unread()).toBe(0);
  });

  test('signed out, or ended from elsewhere, a session is over; another’s is not touched', async () => {
    const { db, subscriber, line, services } = world;
    const again = { slug: 'tenant-1', subscriberId: subscriber.id, lineId: line.id, now: services.now() };
    const second = await openCabinet(db, again);
    const foreign = (await db.select().from(cabinetSessions)).find(
      ({ subscriberId }) => subscriberId === 's-r-other',
    );
    await world.post(sessionEnding, { sessionId: foreign?.id ?? '' }, {});
    expect(await db.select().from(cabinetSessions)).toHaveLength(3);
    const left = (await world.post(signOut, {}, {}, second)) as Response;
    expect(left.headers.get('Set-Cookie')).toContain('Max-Age=0');
    await world.post(sessionEnding, {}, {});
    expect(await db.select().from(cabinetSessions)).toMatchObject([{ subscriberId: 's-r-other' }]);
  });
});

test('requests of a number are his since it is his', async () => {
  const { db, line } = world;
  const before = makeRequest(1, { lineId: line.id, state: 'done', createdAt: new Date('2026-01-01') });
  const since = makeRequest(2, { lineId: line.id, state: 'accepted', createdAt: new Date('2026-02-01') });
  await commit(db, [db.insert(requests).values([before, since])]);
  expect((await world.call(requestList.loader)).requests).toHaveLength(2);
  await commit(db, [
    db
      .update(lines)
      .set({ ownedSince: new Date('2026-01-15') })
      .where(eq(lines.id, line.id)),
  ]);
  expect((await world.call(requestList.loader)).requests).toMatchObject([{ id: since.id }]);
});

test('he sees all his lines and debts, and nobody else’s', async () => {
  const { db, subscriber } = world;
  await commit(db, [
    db.insert(lines).values(makeLine(3, { subscriberId: subscriber.id, msisdn: '+79160000003' })),
    db.insert(subscribers).values(makeSubscriber(9, { name: 'Чужой Человек' })),
  ]);
  const seen = await world.call(overview.loader);
  expect(seen.lines.map(({ msisdn }) => msisdn).toSorted()).toEqual(
    [world.line.msisdn, '+79160000003'].toSorted(),
  );
  expect(seen.debts).toMatchObject([{ id: 'r-own' }]);
  const all = JSON.stringify([seen, await world.call(profile.loader), await world.call(caseList.loader)]);
  expect(all).not.toMatch(/79265557788|r-other|77700|Чужой/);
});
