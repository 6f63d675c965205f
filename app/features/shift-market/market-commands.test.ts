import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import { setShiftSettings } from '#app/features/my-shifts/set-shift-settings.ts';
import { moveShift } from '#app/features/shift/edit-shift.ts';
import { commit } from '#db/commit.ts';
import { listNotices } from '#db/tenant/queries/notices.ts';
import { getOffer, getPublished } from '#db/tenant/queries/shift-life.ts';
import { getShift, listRosterChanges } from '#db/tenant/queries/shifts.ts';
import { publishedShifts } from '#db/tenant/schema/shift.ts';
import { openShiftWorld, planner, rosterId } from '#tests/setup/test-shifts.ts';
import { approveOffer, endOffer } from './answer-offer.ts';
import { expireOffers } from './expire-offers.ts';
import { offerShift } from './offer-shift.ts';
import { readMarket } from './read-market.ts';
import { takeOffer } from './take-offer.ts';

let world: Awaited<ReturnType<typeof openShiftWorld>>;
let own: string;
const [anna, boris, vera] = ['agent-1', 'agent-2', 'agent-3'] as const;
beforeEach(async () => {
  world = await openShiftWorld();
  own = await world.place(anna, '2026-05-05');
});

const desk = (userId: string) => world.desk(world.actorOf(userId));
async function offer(shiftId: string, wantedShiftId: string | null = null, by: string = anna) {
  const id = uuid();
  const offered = await offerShift(desk(by), { id, shiftId, wantedShiftId, reason: '' });
  return offered.ok ? id : offered.error.code;
}
const take = (offerId: string, by: string = boris) => takeOffer(desk(by), { offerId });
const ownerOf = async (id: string) => [
  (await getPublished(world.db, id))?.userId,
  (await getShift(world.db, id))?.userId,
];
const newsOf = async (userId: string) =>
  (await listNotices(world.db, userId, 50, null)).flatMap(({ told }) =>
    told.kind === 'shift' ? [told.news] : [],
  );

test('a legal gift is carried out by taking it: told, planned and logged with consent', async () => {
  await world.publish();
  const id = await offer(own);
  expect(await take(id)).toEqual({ ok: true, value: { state: 'approved' } });
  expect(await ownerOf(own)).toEqual([boris, boris]);
  expect(await getPublished(world.db, own)).toMatchObject({ consentAt: world.now(), ackAt: world.now() });
  expect((await listRosterChanges(world.db, rosterId, 1))[0]).toMatchObject({ kind: 'swap', by: boris });
  expect(await newsOf(anna)).toContain('offer-approved');
  expect(await world.publish()).toMatchObject({ error: { code: 'nothing-to-publish' } });
});

test('of two who take the same shift at once one has it', async () => {
  await world.publish();
  const id = await offer(own);
  const both = await Promise.all([take(id, boris), take(id, vera)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'own-shift-over' } });
  const winner = both[0]?.ok ? boris : vera;
  expect(await ownerOf(own)).toEqual([winner, winner]);
});

test('two shifts of one day change hands together', async () => {
  const wanted = await world.place(boris, '2026-05-05', '10:00');
  await world.publish();
  const id = await offer(own, wanted);
  expect(await newsOf(boris)).toContain('swap-wanted');
  expect(await take(id, vera)).toMatchObject({ error: { code: 'swap-unfit' } });
  expect(await take(id)).toMatchObject({ value: { state: 'approved' } });
  expect([await ownerOf(own), await ownerOf(wanted)]).toEqual([
    [boris, boris],
    [anna, anna],
  ]);
});

test('a swap while the planner publishes: both are done or one says so, and nothing is lost', async () => {
  const wanted = await world.place(boris, '2026-05-05', '10:00');
  await world.publish();
  const id = await offer(own, wanted);
  const late = await world.place(vera, '2026-05-07');
  const [taken, published] = await Promise.all([take(id), world.publish()]);
  expect(taken).toMatchObject({ value: { state: 'approved' } });
  if (!published.ok) {
    expect(published).toMatchObject({ error: { code: 'conflict' } });
    expect(await world.publish()).toMatchObject({ value: { added: 1, changed: 0, cancelled: 0 } });
  }
  expect([await ownerOf(own), await ownerOf(wanted), await ownerOf(late)]).toEqual([
    [boris, boris],
    [anna, anna],
    [vera, vera],
  ]);
});

test('what the planner moved and has not published yet stays his', async () => {
  await world.publish();
  const id = await offer(own);
  const version = (await getShift(world.db, own))?.version ?? 0;
  const times = { date: '2026-05-06', from: '09:00', minutes: 540 };
  await moveShift(
    world.desk(planner),
    { rosterId, shiftId: own },
    { userId: anna, ...times, isPinned: true, version },
  );
  expect(await take(id)).toMatchObject({ ok: true });
  expect(await ownerOf(own)).toEqual([boris, anna]);
});

test('what the law forbids is neither offered as a swap nor taken', async () => {
  await world.place(boris, '2026-05-04', '18:00', 360);
  const night = await world.place(vera, '2026-05-05', '22:00', 480);
  await world.place(anna, '2026-05-06');
  await world.publish();
  expect(await take(await offer(own))).toMatchObject({
    error: { code: 'exchange-illegal', rules: ['rest-between'] },
  });
  expect(await offer(night, own, vera)).toBe('exchange-illegal');
  expect(await ownerOf(own)).toEqual([anna, anna]);
});

test('where the house wants it a planner decides, who is neither of the two', async () => {
  await setShiftSettings(world.desk(planner), {
    holdsOffShift: false,
    approvesByRule: false,
    lastMinutes: 0,
  });
  await world.publish();
  const id = await offer(own);
  expect(await take(id)).toMatchObject({ value: { state: 'taken' } });
  expect(await ownerOf(own)).toEqual([anna, anna]);
  expect(await newsOf(anna)).toContain('offer-taken');
  const himself = { ...planner, userId: boris };
  expect(await approveOffer(world.desk(himself), { offerId: id })).toMatchObject({
    error: { code: 'own-ask' },
  });
  expect(await approveOffer(desk(vera), { offerId: id })).toMatchObject({ error: { code: 'forbidden' } });
  expect(await approveOffer(world.desk(planner), { offerId: id })).toMatchObject({ ok: true });
  expect(await ownerOf(own)).toEqual([boris, boris]);
});

test('it is refused, let go, taken back: each by whose it is', async () => {
  await setShiftSettings(world.desk(planner), {
    holdsOffShift: false,
    approvesByRule: false,
    lastMinutes: 0,
  });
  await world.publish();
  const id = await offer(own);
  await take(id);
  expect(await endOffer(desk(vera), { offerId: id, move: 'release' })).toMatchObject({
    error: { code: 'forbidden' },
  });
  expect((await endOffer(desk(boris), { offerId: id, move: 'release' })).ok).toBe(true);
  expect(await getOffer(world.db, id)).toMatchObject({ state: 'open', takenBy: null });
  expect((await endOffer(desk(anna), { offerId: id, move: 'withdraw' })).ok).toBe(true);
  expect(await take(id)).toMatchObject({ error: { code: 'offer-move-not-allowed', state: 'withdrawn' } });
  const again = await offer(own);
  await take(again);
  const no = { offerId: again, move: 'refuse' as const, reason: 'Ночью людей не хватит' };
  expect((await endOffer(world.desk(planner), no)).ok).toBe(true);
  expect((await readMarket(desk(anna))).refused).toMatchObject([{ id: again, refusal: no.reason }]);
  expect(await newsOf(boris)).toContain('offer-refused');
});

test('one offers his own once, and no shift that has begun', async () => {
  await world.publish();
  expect(await offer(own, null, boris)).toBe('own-shift-not-found');
  const id = await offer(own);
  expect(await offer(own)).toBe('offered-already');
  world.pass(Date.parse('2026-05-05T06:00Z') - world.now().getTime());
  expect(await take(id)).toMatchObject({ error: { code: 'own-shift-over' } });
});

test('an offer of a shift that has begun or was cancelled ends by itself, and who waited is told once', async () => {
  await setShiftSettings(world.desk(planner), {
    holdsOffShift: false,
    approvesByRule: false,
    lastMinutes: 0,
  });
  const [later, cancelled] = [await world.place(anna, '2026-05-08'), await world.place(vera, '2026-05-09')];
  await world.publish();
  const ids = [await offer(own), await offer(later), await offer(cancelled, null, vera)];
  await take(ids[0] ?? '');
  expect(await expireOffers(world.db, world.now())).toBe(0);
  await commit(world.db, [
    world.db
      .update(publishedShifts)
      .set({ cancelledAt: world.now() })
      .where(eq(publishedShifts.id, cancelled)),
  ]);
  world.pass(Date.parse('2026-05-05T06:00Z') - world.now().getTime());
  expect(await expireOffers(world.db, world.now())).toBe(2);
  expect(await expireOffers(world.db, world.now())).toBe(0);
  const states = await Promise.all(ids.map(async (id) => (await getOffer(world.db, id))?.state));
  expect(states).toEqual(['expired', 'open', 'expired']);
  for (const who of [anna, boris, vera])
    expect((await newsOf(who)).filter((news) => news === 'offer-expired')).toHaveLength(1);
  expect(await ownerOf(own)).toEqual([anna, anna]);
});
