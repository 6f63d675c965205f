import { describe, expect, it } from 'vitest';
import { evidenceCodes, Msisdn } from '../port.ts';
import {
  barred,
  block,
  connect,
  noon,
  orderOf,
  other,
  replyOf,
  type Setup,
  toTariff,
} from './test-cabinet.ts';

const refOf = (id: string) => ({ id, submittedAt: new Date(noon).toISOString(), hint: '90020101' });

describe('what became of an order', () => {
  it('is pending until the line shows it', async () => {
    const { carrier, clock } = connect({ knobs: { workMs: 60_000 } });
    const order = orderOf(toTariff('2102'));
    const outcome = await carrier.submit(order);
    if (outcome.type !== 'accepted') throw new Error(outcome.type);
    expect(await carrier.observe(order, outcome.ref)).toEqual({ type: 'pending' });
    clock.now += 60_000;
    expect(await carrier.observe(order, outcome.ref)).toEqual({ type: 'completed' });
  });

  it('is for a person when the line does not show it for long', async () => {
    const { carrier, clock } = connect();
    clock.now += 1_799_999;
    expect(await carrier.observe(orderOf(block), refOf('55'))).toEqual({ type: 'pending' });
    clock.now += 1;
    const seen = await carrier.observe(orderOf(block), refOf('55'));
    expect(seen).toMatchObject({ type: 'needs_human', failure: { class: 'unknown_outcome' } });
  });

  it('cannot be asked while the carrier is down', async () => {
    const script: Setup['script'] = ({ operation }) =>
      operation === 'readGeneral' ? replyOf(503, '') : null;
    const seen = await connect({ script }).carrier.observe(orderOf(block), refOf('55'));
    expect(seen).toMatchObject({ type: 'unavailable', failure: { class: 'carrier_down' } });
  });

  it.each([
    ['block of a blocked line', orderOf(block, other), 0, 'applied'],
    ['block of a working line, early', orderOf(block), 14_999, 'unclear'],
    ['block of a working line, late', orderOf(block), 15_000, 'absent'],
    ['unblock of a working line', orderOf({ kind: 'line.unblock' }), 0, 'applied'],
    ['block behind an operator block', orderOf(block, barred), 99_000, 'unclear'],
    ['unblock behind an operator block', orderOf({ kind: 'line.unblock' }, barred), 99_000, 'unclear'],
    ['tariff that the line has', orderOf(toTariff('2101')), 0, 'applied'],
    ['tariff that it has not', orderOf(toTariff('2102')), 15_000, 'absent'],
    ['option that is off', orderOf({ kind: 'option.disconnect', optionCode: '1101' }), 0, 'applied'],
    ['option that is not on', orderOf({ kind: 'option.connect', optionCode: '1101' }), 15_000, 'absent'],
    [
      'invoice',
      orderOf({ kind: 'invoice.order', from: '2026-10-01', to: '2026-10-31', email: 'a@example.org' }),
      99_000,
      'unclear',
    ],
    ['number that is gone', orderOf(block, Msisdn.parse('+79169999999')), 99_000, 'unclear'],
  ])('%s is found %s', async (_, order, laterMs, type) => {
    const { carrier, clock } = connect();
    clock.now += laterMs;
    expect(await carrier.reconcile(order, { after: new Date(noon), before: new Date(noon) })).toMatchObject({
      type,
      evidence: { code: expect.toBeOneOf(evidenceCodes) },
    });
  });

  it('is proven absent by the time of the look, not of its answer', async () => {
    const desk = connect({
      script: ({ operation }) => {
        if (operation === 'readGeneral') desk.clock.now += 1;
        return null;
      },
    });
    desk.clock.now += 14_999;
    expect(
      await desk.carrier.reconcile(orderOf(block), { after: new Date(noon), before: new Date(noon) }),
    ).toMatchObject({ type: 'unclear' });
  });
});
