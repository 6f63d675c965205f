import { expect, it } from 'vitest';
import type { Change } from '../port.ts';
import { requestStates } from './settings.ts';
import { soapAnswer } from './simulator-answers.ts';
import { connect, noon, number, orderOf, replyOf } from './test-account.ts';

const order = orderOf({ kind: 'line.block', reason: 'wish' });
const ref = { id: '70', submittedAt: new Date(noon).toISOString(), hint: 'getRequestList' };

async function observeState(requestStatus: string) {
  const requests = { requestId: '70', requestStatus, ctn: '9030000101' };
  const reply = soapAnswer('Subscriber', 'getRequestList', { requestList: { requests } });
  const body = await reply.text();
  const { carrier } = connect({
    script: ({ operation }) => (operation === 'getRequestList' ? replyOf(200, body) : null),
  });
  return (await carrier.observe(order, ref)).type;
}

it.each([...Object.entries(requestStates), ['', 'refused'], ['SOMETHING_NEW', 'pending']])(
  'state %s is %s',
  async (state, expected) => {
    expect(await observeState(state)).toBe(expected);
  },
);

it('gives a request that the carrier does not list to a person, but not at once', async () => {
  const { carrier, clock } = connect();
  expect(await carrier.observe(order, ref)).toMatchObject({ type: 'unavailable' });
  clock.now += 5_000;
  expect(await carrier.observe(order, ref)).toMatchObject({
    type: 'needs_human',
    failure: { class: 'needs_human' },
  });
});

it.each<Change>([
  { kind: 'invoice.order', from: '2026-10-01', to: '2026-10-31', email: 'a@example.org' },
  { kind: 'details.order', from: '2026-10-01', to: '2026-10-31', email: 'a@example.org' },
])('waits until the report of $kind opens', async (change) => {
  const { carrier, clock, simulator } = connect({ knobs: { workMs: 60_000 } });
  const report = orderOf(change);
  const outcome = await carrier.submit(report);
  if (outcome.type !== 'accepted') throw new Error(outcome.type);
  expect(await carrier.observe(report, outcome.ref)).toEqual({ type: 'pending' });
  clock.now += 60_000;
  expect(await carrier.observe(report, outcome.ref)).toEqual({ type: 'completed' });
  expect(simulator.ledger()).toMatchObject([
    { msisdn: number, change: { kind: change.kind, to: '2026-10-31' } },
  ]);
});
