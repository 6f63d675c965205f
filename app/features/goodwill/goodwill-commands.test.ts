import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { openDebtDispute } from '#app/features/receivable/open-debt-dispute.ts';
import { commit } from '#db/commit.ts';
import { getCase, listCaseEvents } from '#db/tenant/queries/cases.ts';
import { listDecisions, listStories } from '#db/tenant/queries/goodwill.ts';
import { goodwillDecisions } from '#db/tenant/schema/goodwill.ts';
import { billingAccounts } from '#db/tenant/schema/receivable.ts';
import { agent, colleague, openCaseWorld } from '#tests/setup/test-cases.ts';
import { addReceivable } from '#tests/setup/test-receivables.ts';
import { answerGoodwill } from './answer-goodwill.ts';
import { decideForSubscriber, type GoodwillInput, monthOf } from './decide-for-subscriber.ts';
import { readGoodwill } from './read-goodwill.ts';
import { setBudget, tellOutcome, tellStory } from './tell-outcome.ts';

const lead: Actor = { userId: 'lead-1', name: 'Вера Лидова', roles: ['lead'] };
const manager: Actor = { userId: 'manager-1', name: 'Пётр Менеджеров', roles: ['manager'] };
let world: Awaited<ReturnType<typeof openCaseWorld>>;
let caseId: string;
beforeAll(async () => {
  world = await openCaseWorld();
  await setBudget(world.desk(manager), { id: uuid(), agentMonthKopecks: 100_000, caseKopecks: 40_000 });
});

const gift = (amountKopecks: number, over: Partial<GoodwillInput> = {}): GoodwillInput => ({
  formToken: uuid(),
  kind: 'credit',
  amountKopecks,
  reason: 'Списали дважды',
  ...over,
});
const decide = (input: GoodwillInput, who = agent, inCase = caseId) =>
  decideForSubscriber({ ...world.desk(who), timeZone: 'Europe/Moscow' }, { ...input, caseId: inCase });
async function freshCase() {
  caseId = (await world.write('Списали дважды')).caseId;
}

test('within the budget it is decided, above the case it is asked', async () => {
  await freshCase();
  expect(await decide(gift(40_000))).toMatchObject({ value: { state: 'decided' } });
  expect(await decide(gift(1))).toMatchObject({ value: { state: 'asked' } });
  const events = (await listCaseEvents(world.db, caseId)).map(({ event }) => event);
  expect(events.slice(2)).toEqual(['goodwill-decided', 'goodwill-asked']);
});

test('the same form decides once; with another amount it is refused', async () => {
  await freshCase();
  const input = gift(10_000);
  expect(await decide(input)).toEqual(await decide(input));
  expect(await decide({ ...input, amountKopecks: 1 })).toMatchObject({ error: { code: 'form-reused' } });
});

test('decisions made at once never overspend the month', async () => {
  const cases = await Promise.all(['а', 'б', 'в', 'г', 'д'].map((body) => world.write(body)));
  const decided = await Promise.all(
    cases.map(({ caseId: inCase }) => decide(gift(30_000), colleague, inCase)),
  );
  const states = decided.map((one) => (one.ok ? one.value.state : one.error.code));
  expect(states.filter((state) => state === 'decided')).toHaveLength(3);
  expect(states.filter((state) => state === 'asked')).toHaveLength(2);
});

test('a lead answers once, and nobody answers himself', async () => {
  await freshCase();
  const asked = await decide(gift(90_000), { ...lead, userId: 'lead-2' });
  if (!asked.ok) throw new Error(asked.error.code);
  const input = { decisionId: asked.value.id, answer: 'approved' as const };
  expect(await answerGoodwill(world.desk(agent), input)).toMatchObject({ error: { code: 'forbidden' } });
  const himself = world.desk({ ...lead, userId: 'lead-2' });
  expect(await answerGoodwill(himself, input)).toMatchObject({ error: { code: 'not-oneself' } });
  expect((await answerGoodwill(world.desk(lead), input)).ok).toBe(true);
  expect(await answerGoodwill(world.desk(lead), { ...input, answer: 'declined' })).toMatchObject({
    error: { code: 'decision-not-asked', state: 'approved' },
  });
});

test('a story is told with its outcome, and can be taken back', async () => {
  await freshCase();
  const decided = await decide(gift(0, { kind: 'kind-deed', reason: 'Подсказал врача' }));
  if (!decided.ok) throw new Error(decided.error.code);
  const decisionId = decided.value.id;
  await tellOutcome(world.desk(), { decisionId, hasStayed: true });
  await tellStory(world.desk(lead), { decisionId, story: 'Помог найти врача в чужом городе' });
  const month = monthOf(world.now(), 'Europe/Moscow');
  expect(await listStories(world.db, month)).toMatchObject([{ id: decisionId, hasStayed: true }]);
  await tellStory(world.desk(lead), { decisionId, story: ' ' });
  expect(await listStories(world.db, month)).toEqual([]);
  expect((await listDecisions(world.db, { caseId })).map(({ decision }) => decision.id)).toEqual([
    decisionId,
  ]);
});

test('what came of a decision is told by who made it, or by who leads', async () => {
  await freshCase();
  const decided = await decide(gift(1000));
  if (!decided.ok) throw new Error(decided.error.code);
  const tell = (who: Actor, hasStayed: boolean) =>
    tellOutcome(world.desk(who), { decisionId: decided.value.id, hasStayed });
  expect(await tell(colleague, false)).toMatchObject({ error: { code: 'forbidden' } });
  for (const who of [agent, lead, manager]) expect(await tell(who, true)).toMatchObject({ ok: true });
  expect((await listDecisions(world.db, { caseId }))[0]?.decision.hasStayed).toBe(true);
});

test('a busy month of others does not push one’s own decisions off the page', async () => {
  await freshCase();
  const own = await decide(gift(1), { ...agent, userId: 'quiet' });
  if (!own.ok) throw new Error(own.error.code);
  const { db, services } = world;
  const month = monthOf(world.now(), 'Europe/Moscow');
  const [like] = await listDecisions(db, { caseId });
  if (!like) throw new Error('Nothing was decided.');
  const others = Array.from({ length: 1000 }, (_, sequence) =>
    db
      .insert(goodwillDecisions)
      .values({ ...like.decision, id: uuid(), formToken: uuid(), agentId: 'busy', sequence }),
  );
  await commit(db, others);
  const reader = { db, control: services.databases.control, now: world.now(), timeZone: 'Europe/Moscow' };
  const page = await readGoodwill({ ...reader, actor: { ...agent, userId: 'quiet' } }, month);
  expect(page.decisions.map(({ id }) => id)).toEqual([own.value.id]);
});

test.each([
  ['2026-02-28T21:30:00Z', 'Europe/Moscow', '2026-03'],
  ['2026-02-28T20:30:00Z', 'Europe/Moscow', '2026-02'],
  ['2025-12-31T14:00:00Z', 'Asia/Vladivostok', '2026-01'],
])('the month of %s in %s is %s', (at, zone, month) => {
  expect(monthOf(new Date(at), zone)).toBe(month);
});

test('nothing is given against a disputed debt, by the agent or by the lead, but for a kind deed', async () => {
  await freshCase();
  const asked = await decide(gift(90_000_000));
  if (!asked.ok) throw new Error(asked.error.code);
  const { db } = world;
  await addReceivable(db, 'r1', [{ dueOn: '2026-02-20', kopecks: 500 }]);
  const subscriberId = (await getCase(db, caseId))?.subscriberId ?? '';
  const disputed = { receivableId: 'r1', chargeId: null, reason: 'Не пользовался', formToken: uuid() };
  await commit(db, [db.update(billingAccounts).set({ subscriberId })]);
  await openDebtDispute({ ...world.desk(agent), timeZone: 'Europe/Moscow' }, disputed);
  expect(await decide(gift(100))).toMatchObject({ error: { code: 'debt-disputed' } });
  const answer = { decisionId: asked.value.id, answer: 'approved' as const };
  expect(await answerGoodwill(world.desk(lead), answer)).toMatchObject({ error: { code: 'debt-disputed' } });
  expect(await decide(gift(100, { kind: 'kind-deed' }))).toMatchObject({ ok: true });
  const declined = await answerGoodwill(world.desk(lead), { ...answer, answer: 'declined' });
  expect(declined).toMatchObject({ ok: true });
});
