import { count, eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import {
  getOffer,
  getUse,
  listCurrentOffers,
  listNewestOffers,
  listWordings,
  readSpending,
} from '#db/tenant/queries/offers.ts';
import { offerUses } from '#db/tenant/schema/offer.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeSubscriber } from '#seeds/factories.ts';
import { askForPass } from '#tests/setup/test-admission.ts';
import { offerInput } from '#tests/setup/test-offers.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { acceptOffer } from './accept-offer.ts';
import { OfferInput } from './offer-input.ts';
import { declineOffer, proposeOffer } from './propose-offer.ts';
import { restoreOffer, saveOffer, withdrawOffer } from './save-offer.ts';

const manager: Actor = { userId: 'manager-1', name: 'Мария', roles: ['manager'] };
const agent: Actor = { userId: 'agent-1', name: 'Олег', roles: ['agent'] };
const now = new Date('2026-03-02T09:00:00Z');
let db: TenantDb;
let made = 0;

beforeAll(async () => {
  db = (await openTestTenant()).db;
});

const desk = (actor = agent, at = now) => ({ db, actor, now: at, timeZone: 'Europe/Moscow' });

function next(): number {
  made += 1;
  return made;
}

async function offer(over: Partial<OfferInput> = {}) {
  const input = offerInput(next(), over);
  const saved = await saveOffer(desk(manager), input);
  if (!saved.ok) throw new Error(saved.error.code);
  return input;
}

async function line() {
  const seed = next();
  const own = makeLine(seed, { msisdn: `+7916000${String(seed).padStart(4, '0')}` });
  await commit(db, [db.insert(subscribers).values(makeSubscriber(seed)), db.insert(lines).values(own)]);
  return own.id;
}

async function propose(offerId: string, lineId: string, at = now) {
  const form = { formToken: uuid(), offerId, lineId, saveId: null, caseId: null };
  const proposed = await proposeOffer(desk(agent, at), form);
  if (!proposed.ok) throw new Error(proposed.error.code);
  return proposed.value.id;
}

test('an offer is saved once, by who may', async () => {
  const input = offerInput(next());
  expect(await saveOffer(desk(agent), input)).toMatchObject({ error: { code: 'forbidden' } });
  const both = await Promise.all([saveOffer(desk(manager), input), saveOffer(desk(manager), input)]);
  expect(both.map(({ ok }) => ok)).toEqual([true, true]);
  expect(await getOffer(db, input.id)).toMatchObject({ series: input.id, withdrawnAt: null });
  const namesake = { ...offerInput(next()), name: input.name };
  expect(await saveOffer(desk(manager), namesake)).toMatchObject({ error: { code: 'offer-name-taken' } });
});

test('a changed offer is a new row of its series; of two changes at once one holds', async () => {
  const first = await offer();
  const changes = ['А', 'Б'].map((name) => ({
    ...offerInput(next()),
    name: `${name}-${made}`,
    replaces: first.id,
  }));
  const saved = await Promise.all(changes.map((change) => saveOffer(desk(manager), change)));
  expect(saved.filter(({ ok }) => ok)).toHaveLength(1);
  expect(saved.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'offer-changed' } });
  const wordings = await listWordings(db, first.id);
  expect(wordings.filter(({ withdrawnAt }) => withdrawnAt === null)).toHaveLength(1);
  expect(wordings).toHaveLength(2);
});

test('a withdrawal and a change are taken back', async () => {
  const first = await offer();
  expect((await withdrawOffer(desk(manager), { offerId: first.id })).ok).toBe(true);
  expect((await listCurrentOffers(db)).map(({ id }) => id)).not.toContain(first.id);
  expect((await restoreOffer(desk(manager), { offerId: first.id })).ok).toBe(true);
  const second = await offer({ replaces: first.id });
  expect((await restoreOffer(desk(manager), { offerId: first.id })).ok).toBe(true);
  expect(await getOffer(db, second.id)).toMatchObject({ withdrawnAt: now });
  expect(await getOffer(db, first.id)).toMatchObject({ withdrawnAt: null });
  const shown = (await listNewestOffers(db)).filter(({ series }) => series === first.id);
  expect(shown.map(({ id }) => id)).toEqual([first.id]);
});

test.each([
  ['nothing is given', { payload: null }, 'creditKopecks'],
  ['both a change and money', { creditKopecks: 100 }, 'creditKopecks'],
  ['it costs less than it gives', { payload: null, creditKopecks: 20_000 }, 'costKopecks'],
  ['the budget bears not one use', { costKopecks: 30_001 }, 'budgetKopecks'],
  ['a line would be blocked', { payload: { kind: 'line.block', reason: 'wish' } }, 'payload'],
])('not taken: %s', (_, over, field) => {
  const read = OfferInput.safeParse({ ...offerInput(1), ...over });
  expect(read.error?.issues.map(({ path }) => path.at(-1))).toContain(field);
});

test('a proposal is made once, and answered once', async () => {
  const [{ id: offerId }, lineId] = [await offer(), await line()];
  const form = { formToken: uuid(), offerId, lineId, saveId: null, caseId: null };
  const both = await Promise.all([proposeOffer(desk(), form), proposeOffer(desk(), form)]);
  expect(both[0]).toEqual(both[1]);
  const other = { ...form, offerId: (await offer()).id };
  expect(await proposeOffer(desk(), other)).toMatchObject({ error: { code: 'form-reused' } });
  if (!both[0]?.ok) throw new Error('It was not proposed.');
  const { id: useId } = both[0].value;
  expect((await declineOffer(desk(), { useId })).ok).toBe(true);
  expect(await acceptOffer(desk(), { useId })).toMatchObject({
    error: { code: 'use-over', state: 'declined' },
  });
});

test('an accepted use is numbered and called for once; asked again it stays so', async () => {
  const [{ id: offerId }, lineId] = [await offer(), await line()];
  const useId = await propose(offerId, lineId);
  expect((await acceptOffer(desk(), { useId })).ok).toBe(true);
  expect((await acceptOffer(desk(), { useId })).ok).toBe(true);
  expect(await getUse(db, useId)).toMatchObject({ state: 'accepted', sequence: 1, costKopecks: 10_000 });
  const work = await db.select().from(outbox).where(eq(outbox.queue, 'offer-carry'));
  expect(work.filter(({ payload }) => JSON.stringify(payload).includes(useId))).toHaveLength(1);
  expect(await declineOffer(desk(), { useId })).toMatchObject({ error: { code: 'use-over' } });
});

test('twenty who accept at once never overdraw a budget of three', async () => {
  const { id: offerId } = await offer();
  const uses: string[] = [];
  for (let n = 0; n < 20; n++) uses.push(await propose(offerId, await line()));
  const answers = await Promise.all(uses.map((useId) => acceptOffer(desk(), { useId })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
  expect(await readSpending(db, offerId)).toEqual({ spentKopecks: 30_000, lastSequence: 3 });
  const [{ n } = { n: 0 }] = await db
    .select({ n: count() })
    .from(offerUses)
    .where(eq(offerUses.state, 'proposed'));
  expect(n).toBeGreaterThanOrEqual(17);
});

test('the limit of a line and the budget go on over a new wording', async () => {
  const [first, lineId] = [await offer(), await line()];
  await acceptOffer(desk(), { useId: await propose(first.id, lineId) });
  const second = await offer({ replaces: first.id });
  const form = { formToken: uuid(), offerId: second.id, lineId, saveId: null, caseId: null };
  const often = { error: { code: 'offer-unfit', why: 'often-enough' } };
  expect(await proposeOffer(desk(), form)).toMatchObject(often);
  expect((await readSpending(db, first.id)).spentKopecks).toBe(10_000);
  const later = new Date(now.getTime() + 366 * 86_400_000);
  expect((await proposeOffer(desk(agent, later), form)).ok).toBe(true);
});

test('what was proposed before an offer was withdrawn stands for three days', async () => {
  const { id: offerId } = await offer();
  const [soon, late] = [await propose(offerId, await line()), await propose(offerId, await line())];
  const at = (days: number) => new Date(now.getTime() + days * 86_400_000);
  await withdrawOffer(desk(manager, at(1)), { offerId });
  const form = { formToken: uuid(), offerId, lineId: await line(), saveId: null, caseId: null };
  const withdrawn = { error: { code: 'offer-unfit', why: 'withdrawn' } };
  expect(await proposeOffer(desk(agent, at(1)), form)).toMatchObject(withdrawn);
  expect((await acceptOffer(desk(agent, at(3)), { useId: soon })).ok).toBe(true);
  expect(await acceptOffer(desk(agent, at(5)), { useId: late })).toMatchObject(withdrawn);
});

test('without a pass for its carrier nobody makes an offer to a line, nor carries one out', async () => {
  const [{ id: offerId }, lineId] = [await offer(), await line()];
  const useId = await propose(offerId, lineId);
  await askForPass(db, 'mts', now);
  const refused = { ok: false, error: { code: 'not-admitted', carrier: 'mts' } };
  expect(await acceptOffer(desk(), { useId })).toEqual(refused);
  const form = { formToken: uuid(), offerId, lineId: await line(), saveId: null, caseId: null };
  expect(await proposeOffer(desk(), form)).toEqual(refused);
  expect((await proposeOffer(desk(), { ...form, campaignId: uuid() })).ok).toBe(true);
});
