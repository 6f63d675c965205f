import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { acceptOffer } from '#app/features/offer/accept-offer.ts';
import { declineOffer, proposeOffer } from '#app/features/offer/propose-offer.ts';
import { saveOffer } from '#app/features/offer/save-offer.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getSaveTalk } from '#db/tenant/queries/save-talks.ts';
import { departures } from '#db/tenant/schema/churn.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { agentProfiles } from '#db/tenant/schema/routing.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeSubscriber } from '#seeds/factories.ts';
import { askForPass } from '#tests/setup/test-admission.ts';
import { offerInput } from '#tests/setup/test-offers.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { ClosingInput, closeTalk, reopenTalk } from './close-talk.ts';
import { type FollowDesk, followTalk } from './follow-talk.ts';
import { openTalk, type TalkInput } from './open-talk.ts';
import { changeWish, releaseTalk, takeTalk } from './take-talk.ts';

const agent: Actor = { userId: 'agent-1', name: 'Олег', roles: ['agent'] };
const saver: Actor = { userId: 'agent-2', name: 'Ирина', roles: ['agent'] };
const unskilled: Actor = { userId: 'agent-3', name: 'Пётр', roles: ['agent'] };
const manager: Actor = { userId: 'manager-1', name: 'Мария', roles: ['manager'] };
const client: Actor = { userId: 'client-1', name: 'Клиент', roles: ['client'] };
const now = new Date('2026-03-02T09:00:00Z');
const dayMs = 86_400_000;
/** As it was agreed with client companies; a shorter time would count as saved who is about to leave. */
const followDays = 90;
let db: TenantDb;
let made = 0;

beforeAll(async () => {
  db = (await openTestTenant()).db;
  const skills = { carriers: [], kinds: [], languages: [], capacity: { rest: 5 }, isPushed: false };
  const profile = { userId: unskilled.userId, ...skills, saves: false, changedAt: now };
  await commit(db, [db.insert(agentProfiles).values(profile)]);
});

const after = (days: number) => new Date(now.getTime() + days * dayMs);
const desk = (actor = agent, at = now) => ({ db, actor, now: at, timeZone: 'Europe/Moscow' });

async function line(kind: 'person' | 'company' = 'person') {
  made += 1;
  const own = makeLine(made, { msisdn: `+7916000${String(made).padStart(4, '0')}` });
  const owner = makeSubscriber(made, { kind });
  await commit(db, [db.insert(subscribers).values(owner), db.insert(lines).values(own)]);
  return own.id;
}

function wish(over: Partial<TalkInput> = {}): TalkInput {
  const asked = { wish: 'port-out' as const, appliedOn: null, rival: 'Т2' };
  return { formToken: uuid(), caseId: null, ...asked, ...over };
}

async function talk(over: Partial<TalkInput> = {}, actor = agent) {
  const lineId = await line();
  const opened = await openTalk(desk(actor), { ...wish(over), lineId });
  if (!opened.ok) throw new Error(opened.error.code);
  return { saveId: opened.value.id, lineId };
}

async function close(saveId: string, outcome: ClosingInput['outcome'], at = now) {
  const version = (await getSaveTalk(db, saveId))?.version ?? 0;
  return closeTalk(desk(agent, at), { saveId, version, outcome, reason: 'price', note: '' });
}

async function follow(saveId: string, at: Date, order: FollowDesk['order'] = ordered) {
  const version = (await getSaveTalk(db, saveId))?.version ?? 0;
  return followTalk({ db, now: at, timeZone: 'Europe/Moscow', order }, { saveId, version });
}

const ordered: FollowDesk['order'] = async () => ({ ok: true, value: { id: 'request-1' } });
const departuresOf = async (lineId: string) =>
  (await db.select().from(outbox).where(eq(outbox.queue, 'churn-departure')))
    .map(({ payload }) => payload as { lineId: string })
    .filter((payload) => payload.lineId === lineId);
const leaves = (lineId: string, on: string) =>
  commit(db, [
    db.insert(departures).values({
      id: uuid(),
      lineId,
      kind: 'port-out',
      on,
      reason: 'price',
      notedBy: 'worker',
      notedAt: now,
    }),
  ]);

test('a line has one open talk: who asks again, or at once, goes on with it', async () => {
  const lineId = await line();
  const both = await Promise.all([1, 2].map(() => openTalk(desk(), { ...wish(), lineId })));
  const ids = both.map((opened) => (opened.ok ? opened.value.id : ''));
  expect(ids[0]).toBe(ids[1]);
  expect(await openTalk(desk(client), { ...wish(), lineId })).toMatchObject({ error: { code: 'forbidden' } });
  expect(await openTalk(desk(), { ...wish(), lineId: 'none' })).toMatchObject({
    error: { code: 'line-not-found' },
  });
});

test('the clock is the law’s: eight days for a person, twenty-nine for a company', async () => {
  const { saveId } = await talk({ appliedOn: '2026-02-28' });
  expect(await getSaveTalk(db, saveId)).toMatchObject({ clockOn: '2026-03-08', agentId: agent.userId });
  const lineId = await line('company');
  const opened = await openTalk(desk(), { ...wish({ appliedOn: '2026-03-01' }), lineId });
  expect(await getSaveTalk(db, opened.ok ? opened.value.id : '')).toMatchObject({ clockOn: '2026-03-30' });
  const ahead = { ...wish({ appliedOn: '2026-03-03' }), lineId: await line() };
  expect(await openTalk(desk(), ahead)).toMatchObject({ error: { code: 'applied-ahead' } });
  expect((await changeWish(desk(), { saveId, wish: 'disconnect', appliedOn: null, rival: null })).ok).toBe(
    true,
  );
  expect(await getSaveTalk(db, saveId)).toMatchObject({ clockOn: '2026-03-02', wish: 'disconnect' });
});

test('who has left is not talked into staying', async () => {
  const lineId = await line();
  await leaves(lineId, '2026-02-01');
  expect(await openTalk(desk(), { ...wish(), lineId })).toMatchObject({ error: { code: 'line-has-left' } });
});

test('a talk opened without the skill waits for one who has it', async () => {
  const { saveId } = await talk({}, unskilled);
  expect(await getSaveTalk(db, saveId)).toMatchObject({ agentId: null });
  expect(await takeTalk(desk(unskilled), { saveId })).toMatchObject({ error: { code: 'no-save-skill' } });
  const both = await Promise.all([takeTalk(desk(agent), { saveId }), takeTalk(desk(saver), { saveId })]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'talk-taken' } });
  const { agentId } = (await getSaveTalk(db, saveId)) ?? {};
  const other = agentId === agent.userId ? saver : agent;
  expect(await releaseTalk(desk(other), { saveId })).toMatchObject({ error: { code: 'talk-taken' } });
  expect((await releaseTalk(desk(manager), { saveId })).ok).toBe(true);
});

test.each([
  [{ version: 1, reason: 'price', note: '' }, 'outcome'],
  [{ version: 1, outcome: 'stay', note: '' }, 'reason'],
  [{ version: 1, outcome: 'leave', reason: '', note: '' }, 'reason'],
  [{ version: 1, outcome: 'leave', reason: 'unknown', note: '' }, 'note'],
])('a talk is not closed without its outcome and reason: %j', (form, field) => {
  expect(ClosingInput.safeParse(form).error?.issues.map(({ path }) => path[0])).toContain(field);
});

test('who stayed counts after ninety days, not before', async () => {
  const { saveId } = await talk();
  expect((await close(saveId, 'stay')).ok).toBe(true);
  expect(await getSaveTalk(db, saveId)).toMatchObject({ state: 'stayed', reason: 'price' });
  expect(await follow(saveId, now)).toEqual({ againMs: 7 * dayMs });
  expect(await follow(saveId, after(followDays - 1))).toEqual({ againMs: dayMs });
  expect(await getSaveTalk(db, saveId)).toMatchObject({ state: 'stayed' });
  expect(await follow(saveId, after(followDays))).toEqual({ againMs: null });
  expect(await getSaveTalk(db, saveId)).toMatchObject({ state: 'saved', settledAt: after(followDays) });
  expect(await follow(saveId, after(followDays))).toEqual({ againMs: null });
});

test('who stayed and left within the ninety days was not saved, and that is seen at the next look', async () => {
  const { saveId, lineId } = await talk();
  await close(saveId, 'stay');
  await leaves(lineId, '2026-03-20');
  await follow(saveId, after(21));
  expect(await getSaveTalk(db, saveId)).toMatchObject({ state: 'left-later' });
});

test('who ports is gone on the day his number may go, and no day before', async () => {
  const { saveId, lineId } = await talk({ appliedOn: '2026-03-01' });
  await close(saveId, 'leave');
  expect(await follow(saveId, now)).toEqual({ againMs: Date.parse('2026-03-08T21:00:00Z') - now.getTime() });
  expect(await departuresOf(lineId)).toEqual([]);
  await follow(saveId, after(7));
  await follow(saveId, after(7));
  expect(await departuresOf(lineId)).toEqual([
    { lineId, kind: 'port-out', on: '2026-03-09', reason: 'price', note: '', by: agent.userId },
  ]);
  expect(await reopenTalk(desk(), { saveId })).toMatchObject({ error: { code: 'talk-settled' } });
});

test('who insists on being disconnected is let go at once, whatever was proposed', async () => {
  const { saveId, lineId } = await talk({ wish: 'disconnect' });
  await close(saveId, 'leave');
  const asked: string[] = [];
  await follow(saveId, now, async ({ formToken }) => {
    asked.push(formToken);
    return { ok: true, value: { id: 'request-1' } };
  });
  expect(asked).toEqual([`goodbye-${saveId}-2`]);
  expect(await departuresOf(lineId)).toMatchObject([{ kind: 'disconnected', on: '2026-03-02' }]);
});

test('a closing is taken back, and what it had called for comes to nothing', async () => {
  const { saveId, lineId } = await talk();
  await close(saveId, 'leave');
  const closed = (await getSaveTalk(db, saveId))?.version ?? 0;
  expect((await reopenTalk(desk(), { saveId })).ok).toBe(true);
  const late = { db, now: after(30), timeZone: 'Europe/Moscow', order: ordered };
  expect(await followTalk(late, { saveId, version: closed })).toEqual({ againMs: null });
  expect(await departuresOf(lineId)).toEqual([]);
  expect(await getSaveTalk(db, saveId)).toMatchObject({ state: 'open', reason: null });
});

test('of two who close at once one does, and who looked at an older talk is told', async () => {
  const { saveId } = await talk();
  const both = await Promise.all([close(saveId, 'stay'), close(saveId, 'leave')]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await close(saveId, 'stay')).toMatchObject({ error: { code: 'talk-move-not-allowed' } });
});

test('two offers in a talk are enough; a closed talk takes none', async () => {
  const { saveId, lineId } = await talk();
  const offers = [51, 52, 53].map((seed) => offerInput(seed, { name: `В разговоре ${seed}` }));
  for (const offer of offers) await saveOffer(desk(manager), offer);
  const answers = [];
  for (const { id } of offers) {
    const form = { formToken: uuid(), offerId: id, lineId, saveId, caseId: null };
    answers.push(await proposeOffer(desk(), form));
  }
  const [first, second, third] = answers;
  expect(third).toMatchObject({ error: { code: 'proposed-enough', most: 2 } });
  if (!first?.ok || !second?.ok) throw new Error('Two were to be proposed.');
  expect((await declineOffer(desk(), { useId: first.value.id })).ok).toBe(true);
  await close(saveId, 'leave');
  const over = { error: { code: 'talk-not-open' } };
  expect(await acceptOffer(desk(), { useId: second.value.id })).toMatchObject(over);
  const other = { formToken: uuid(), offerId: offers[0]?.id ?? '', lineId, saveId, caseId: null };
  expect(await proposeOffer(desk(), other)).toMatchObject(over);
});

test('without a pass for the carrier nobody is given a talk; who has one goes on with it', async () => {
  const his = await talk();
  await askForPass(db, 'mts', now);
  const refused = { ok: false, error: { code: 'not-admitted', carrier: 'mts' } };
  const { saveId } = await talk();
  expect(await getSaveTalk(db, saveId)).toMatchObject({ agentId: null });
  expect(await takeTalk(desk(saver), { saveId })).toEqual(refused);
  const offer = offerInput(61, { name: 'Без допуска' });
  await saveOffer(desk(manager), offer);
  const form = { formToken: uuid(), offerId: offer.id, ...his, caseId: null };
  expect(await proposeOffer(desk(saver), form)).toEqual(refused);
  expect((await proposeOffer(desk(), form)).ok).toBe(true);
});
