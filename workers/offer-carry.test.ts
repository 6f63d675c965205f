import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { acceptOffer } from '#app/features/offer/accept-offer.ts';
import { callUse } from '#app/features/offer/call-use.ts';
import type { OfferInput } from '#app/features/offer/offer-input.ts';
import { proposeOffer } from '#app/features/offer/propose-offer.ts';
import { saveOffer } from '#app/features/offer/save-offer.ts';
import { settleRequest } from '#app/features/request/settle-request.ts';
import { carriers } from '#carriers/registry.ts';
import { commit } from '#db/commit.ts';
import { getUse, readSpending } from '#db/tenant/queries/offers.ts';
import { billingAccounts, journalEntries, receivables } from '#db/tenant/schema/receivable.ts';
import { requests } from '#db/tenant/schema/request.ts';
import { seededLine } from '#tests/setup/seeded-line.ts';
import { offerInput } from '#tests/setup/test-offers.ts';
import { addLine, openWorld } from '#tests/setup/world.ts';

const boss: Actor = { userId: 'manager-1', name: 'Мария', roles: ['manager'] };
const hourMs = 3_600_000;
let world: Awaited<ReturnType<typeof openWorld>>;
afterEach(() => world.close());

/** An offer accepted by a line of a simulated carrier. */
async function accepted(payload: (optionCode: string) => Partial<OfferInput>) {
  const line = await seededLine('mts', 0);
  world = await openWorld('mts', { lines: [line] });
  const lineId = await addLine(world, line, 'mts');
  const optionCode = (await carriers.mts?.simulator())?.catalogue.options[0]?.code ?? '';
  const desk = { ...world.desk(boss), timeZone: 'Europe/Moscow' };
  const offer = offerInput(1, payload(optionCode));
  await saveOffer(desk, offer);
  const form = { formToken: uuid(), offerId: offer.id, lineId, saveId: null, caseId: null };
  const proposed = await proposeOffer(desk, form);
  if (!proposed.ok) throw new Error(proposed.error.code);
  const { id: useId } = proposed.value;
  const yes = await acceptOffer(desk, { useId });
  if (!yes.ok) throw new Error(yes.error.code);
  return { lineId, useId, offer };
}

const option = (optionCode: string) => ({ payload: { kind: 'option.connect' as const, optionCode } });
const money = () => ({ payload: null, creditKopecks: 10_000 });

test('what was accepted is ordered once and closed by the carrier', async () => {
  const { useId } = await accepted(option);
  await commit(world.db, [callUse(world.db, useId, world.services.now())]);
  await world.settle(2 * hourMs);
  expect(await getUse(world.db, useId)).toMatchObject({ state: 'done' });
  expect(await world.db.select().from(requests)).toMatchObject([{ state: 'done', createdBy: 'manager-1' }]);
});

test('what the carrier would refuse has failed, says why, and gives its budget back', async () => {
  const { useId, offer } = await accepted(() => option('NO-SUCH-OPTION'));
  expect((await readSpending(world.db, offer.id)).spentKopecks).toBe(10_000);
  await world.settle(2 * hourMs);
  expect(await getUse(world.db, useId)).toMatchObject({ state: 'failed', why: 'carrier-refuses' });
  expect((await readSpending(world.db, offer.id)).spentKopecks).toBe(0);
});

test('a request that is refused later closes its use as failed', async () => {
  const { useId } = await accepted(() => ({
    payload: { kind: 'other' as const, task: 'Перезвонить и вручить' },
  }));
  await world.settle(hourMs);
  const [request] = await world.db.select().from(requests);
  expect(request).toMatchObject({ state: 'manual' });
  await settleRequest(world.desk(boss), {
    requestId: request?.id ?? '',
    result: 'refused',
    words: 'не вышло',
  });
  await world.settle(hourMs);
  expect(await getUse(world.db, useId)).toMatchObject({ state: 'failed', why: 'request-refused' });
});

test('a credit is booked in the books of the line, once', async () => {
  const { useId, lineId } = await accepted(money);
  const account = { id: 'a-1', subscriberId: `s-${lineId}`, number: 'Л-1', createdAt: world.services.now() };
  const receivable = { id: 'r-1', accountId: 'a-1', lineId, balanceKopecks: 0, version: 1 };
  await commit(world.db, [
    world.db.insert(billingAccounts).values(account),
    world.db.insert(receivables).values({ ...receivable, changedAt: world.services.now() }),
    callUse(world.db, useId, world.services.now()),
  ]);
  await world.settle(hourMs);
  expect(await getUse(world.db, useId)).toMatchObject({ state: 'done', requestId: null });
  expect(await world.db.select().from(journalEntries)).toMatchObject([
    { kind: 'adjustment', kopecks: -10_000 },
  ]);
});

test('where the books know no account a person credits him at the carrier', async () => {
  const { useId } = await accepted(money);
  await world.settle(hourMs);
  const [request] = await world.db.select().from(requests).where(eq(requests.kind, 'other'));
  expect(request).toMatchObject({ state: 'manual', payload: { task: 'Предложение 1: +100 ₽' } });
  expect(await getUse(world.db, useId)).toMatchObject({ state: 'accepted', requestId: request?.id });
});
