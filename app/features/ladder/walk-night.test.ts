import { and, asc, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { openModelInForce } from '#app/features/prediction/open-model-in-force.ts';
import { commit } from '#db/commit.ts';
import { tenants } from '#db/control/schema.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { getDebtRun, listDebts } from '#db/tenant/queries/debt-pages.ts';
import {
  callTasks,
  debtRuns,
  ladderMoves,
  promises,
  standings,
  strategies,
  strategyVersions,
  suspensions,
} from '#db/tenant/schema/ladder.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { nonpaymentForecasts } from '#db/tenant/schema/prediction.ts';
import { receivables } from '#db/tenant/schema/receivable.ts';
import { lines } from '#db/tenant/schema/subscriber.ts';
import { makeLine } from '#seeds/factories.ts';
import { addReceivable } from '#tests/setup/test-receivables.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { openNight } from './open-night.ts';
import type { StepAction, StrategyRules } from './strategy.ts';
import { type Night, walkNight } from './walk-night.ts';
import { guardPage } from './write-night.ts';

let db: TenantDb;
let control: ControlDb;
let clock = new Date();
const step = (day: number, action: StepAction, text = '') => ({ day, action, text });
const rules: StrategyRules = {
  entry: { leastKopecks: 5000, subscribers: 'all', carriers: [], leastRiskPerMille: 0 },
  steps: [
    step(1, 'sms', '{name}: {sum} до {due}, {days} дн.'),
    step(5, 'email', 'Напоминаем'),
    step(10, 'call'),
    step(20, 'suspension'),
  ],
};
const charge = (dueOn: string, kopecks = 45_050) => ({ dueOn, kopecks });

beforeEach(async () => {
  const opened = await openTestTenant();
  ({ db } = opened);
  control = opened.databases.control;
  const by = { createdBy: 'm', createdAt: new Date() };
  const version = { strategyId: 's1', number: 1, rules, savedBy: 'm', savedAt: new Date() };
  await commit(db, [
    db.insert(strategies).values({ id: 's1', name: 'Мягкая', ...by }),
    db.insert(strategyVersions).values({ ...version, inForceFrom: new Date(), putInForceBy: 'm' }),
  ]);
});

const night = async (): Promise<Night> => ({
  db,
  now: () => clock,
  tenant: { name: 'Волна', timeZone: 'Europe/Moscow' },
  model: await openModelInForce(db, clock),
});
/** The night of a date, from its call to its end. */
async function pass(on: string) {
  clock = new Date(`${on}T02:00:00+03:00`);
  await openNight(db, clock, control);
  expect(await walkNight(await night(), on)).toBe('over');
}
const movesOf = async (receivableId = 'r1') => {
  const rows = await db
    .select()
    .from(ladderMoves)
    .where(eq(ladderMoves.receivableId, receivableId))
    .orderBy(asc(ladderMoves.version));
  return rows.map(({ on, move, step: index, why }) =>
    [on, move, index ?? why].filter((part) => part !== null).join(' '),
  );
};
const messages = async () => {
  const rows = await db.select().from(outbox).where(eq(outbox.queue, 'outreach-send'));
  return rows.map(({ payload, dueAt }): Record<string, unknown> => ({ ...(payload as object), dueAt }));
};

test('a debtor is walked from his due date: a message, a letter, a call, a line proposed to be suspended', async () => {
  await addReceivable(db, 'r1', [charge('2026-03-10')]);
  await commit(db, [db.insert(lines).values(makeLine(1, { subscriberId: 's-r1' }))]);
  await commit(db, [db.update(receivables).set({ lineId: makeLine(1).id })]);
  for (const on of ['2026-03-10', '2026-03-11', '2026-03-12', '2026-03-15', '2026-03-20', '2026-03-30'])
    await pass(on);
  expect(await movesOf()).toEqual([
    '2026-03-11 entered',
    '2026-03-11 step 0',
    '2026-03-15 step 1',
    '2026-03-20 step 2',
    '2026-03-30 step 3',
  ]);
  expect(await db.select().from(callTasks)).toMatchObject([
    { on: '2026-03-20', state: 'open', receivableId: 'r1' },
  ]);
  const proposed = { state: 'proposed', lineId: makeLine(1).id, debtKopecks: 45_050, decidedBy: null };
  expect(await db.select().from(suspensions)).toMatchObject([proposed]);
  expect((await getDebtRun(db, '2026-03-11'))?.counts).toMatchObject({
    receivables: 1,
    entered: 1,
    contacts: 1,
  });
});

test('a message carries what its sender needs, is keyed by its move, and waits for the morning', async () => {
  await addReceivable(db, 'r1', [charge('2026-03-10'), charge('2026-04-10', 99_900)]);
  await pass('2026-03-11');
  const [move] = await db.select().from(ladderMoves).where(eq(ladderMoves.move, 'step'));
  expect(await messages()).toEqual([
    {
      sendKey: `step-${move?.id}`,
      subscriberId: 's-r1',
      receivableId: 'r1',
      moveId: move?.id,
      purpose: 'collection',
      channel: 'sms',
      subject: null,
      text: 'Должник r1: 450,50\u00A0₽ до 10 марта, 1 дн.',
      dueAt: new Date('2026-03-11T09:00:00+03:00'),
    },
  ]);
});

test('a date is called for once, and not again by a clock that was set back', async () => {
  await addReceivable(db, 'r1', [charge('2026-03-10')]);
  await pass('2026-03-11');
  await openNight(db, clock, control);
  await openNight(db, new Date('2026-03-10T02:00:00+03:00'), control);
  expect((await db.select().from(debtRuns)).map(({ on }) => on)).toEqual(['2026-03-11']);
  expect(await walkNight(await night(), '2026-03-11')).toBe('over');
  expect((await messages()).length).toBe(1);
});

test('it begins an hour after midnight of the tenant', async () => {
  await openNight(db, new Date('2026-03-11T00:59:00+03:00'), control);
  await openNight(db, new Date('2026-03-11T01:00:00+03:00'), control);
  expect((await db.select().from(debtRuns)).map(({ on }) => on)).toEqual(['2026-03-10', '2026-03-11']);
  expect(await walkNight(await night(), '2026-03-10')).toBe('superseded');
});

test.each([
  ['Europe/Kaliningrad', '2026-03-10T23:00:00Z'],
  ['Europe/Moscow', '2026-03-10T22:00:00Z'],
  ['Asia/Yekaterinburg', '2026-03-10T20:00:00Z'],
  ['Asia/Kamchatka', '2026-03-10T13:00:00Z'],
])('the eleventh of March begins in %s at its own hour', async (timeZone, at) => {
  await commit(control, [control.update(tenants).set({ timeZone })]);
  await openNight(db, new Date(Date.parse(at) - 1), control);
  await openNight(db, new Date(at), control);
  expect((await db.select().from(debtRuns)).map(({ on }) => on)).toEqual(['2026-03-10', '2026-03-11']);
});

test('after days without a night only the latest step reaches him', async () => {
  await addReceivable(db, 'r1', [charge('2026-03-10')]);
  await pass('2026-03-17');
  expect(await movesOf()).toEqual(['2026-03-17 entered', '2026-03-17 skipped 0', '2026-03-17 step 1']);
  expect((await messages()).map(({ channel }) => channel)).toEqual(['email']);
});

const promise = { id: 'p1', parts: [], kopecks: 45_050, via: 'desk' as const, formToken: 'p1', madeBy: 'a' };
const promised = (lastOn: string) =>
  db.insert(promises).values({
    ...promise,
    receivableId: 'r1',
    lastOn,
    state: 'open',
    madeAt: new Date('2026-03-12T09:00:00Z'),
  });

test('a promise holds every step until the day after its last date; broken, the ladder goes on that day', async () => {
  await addReceivable(db, 'r1', [charge('2026-03-10')]);
  await pass('2026-03-11');
  await commit(db, [promised('2026-03-20')]);
  for (const on of ['2026-03-15', '2026-03-20', '2026-03-21']) await pass(on);
  expect((await movesOf()).slice(2)).toEqual([
    '2026-03-15 held promise',
    '2026-03-21 released promise',
    '2026-03-21 skipped 1',
    '2026-03-21 step 2',
  ]);
  expect(await db.select().from(promises)).toMatchObject([{ state: 'broken', paidKopecks: 0 }]);
});

test('two workers at once walk each debtor once', async () => {
  for (let place = 0; place < 30; place++) await addReceivable(db, `r${place}`, [charge('2026-03-10')]);
  clock = new Date('2026-03-11T02:00:00+03:00');
  await openNight(db, clock, control);
  const ended = await Promise.all([
    walkNight(await night(), '2026-03-11'),
    walkNight(await night(), '2026-03-11'),
  ]);
  expect(ended).toEqual(['over', 'over']);
  expect((await messages()).length).toBe(30);
  expect((await getDebtRun(db, '2026-03-11'))?.counts).toMatchObject({
    receivables: 30,
    entered: 30,
    contacts: 30,
  });
});

test.each([
  ['nothing', () => db.update(receivables).set({ disputedKopecks: 0 }), true],
  ['he paid', () => db.update(receivables).set({ version: 2 }), false],
  ['he promised', () => promised('2026-04-01'), false],
  ['another worker wrote the page', () => db.update(debtRuns).set({ cursor: 'r0' }), false],
  ['another worker ended the night', () => db.update(debtRuns).set({ endedAt: new Date() }), false],
])('a page is written only as it was read: %s meanwhile', async (_what, change, isWritten) => {
  await addReceivable(db, 'r1', [charge('2026-03-10')]);
  await openNight(db, new Date('2026-03-11T02:00:00+03:00'), control);
  const run = await getDebtRun(db, '2026-03-11');
  const [debt] = await listDebts(db, { after: '', upTo: 'r9' });
  if (!run || !debt) throw new Error('There is neither a night nor a debt.');
  await commit(db, [change()]);
  const written = await commit(db, [guardPage(db, run, [{ debt, standing: null, moves: [], effects: [] }])]);
  expect(written.ok).toBe(isWritten);
});

test('what is next to be paid is kept up with the calendar', async () => {
  await addReceivable(db, 'r1', [charge('2026-03-10'), charge('2026-04-10'), charge('2026-05-10')]);
  await commit(db, [db.update(receivables).set({ nextDueOn: '2026-03-10' })]);
  await pass('2026-03-11');
  const [row] = await db
    .select()
    .from(receivables)
    .where(and(eq(receivables.id, 'r1')));
  expect(row).toMatchObject({ oldestDueOn: '2026-03-10', nextDueOn: '2026-04-10' });
  expect(await db.select().from(standings)).toMatchObject([
    { debtSince: '2026-03-10', nextOn: '2026-03-15' },
  ]);
});

test('the night foretells who will not pay what falls due', async () => {
  await addReceivable(db, 'r1', [charge('2026-03-30')]);
  await pass('2026-03-11');
  expect(await db.select().from(nonpaymentForecasts)).toMatchObject([
    { receivableId: 'r1', dueOn: '2026-03-30' },
  ]);
});
