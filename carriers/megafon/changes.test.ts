import { describe, expect, it } from 'vitest';
import { Msisdn } from '../port.ts';
import { barred, block, connect, orderOf, other, replyOf, type Setup, toTariff } from './test-cabinet.ts';

describe('orders', () => {
  it('lock with an end date, counted in days of the branch', async () => {
    const { carrier, clock, changes } = connect();
    clock.now = Date.parse('2026-11-22T21:30:00Z');
    await carrier.submit(orderOf({ kind: 'line.block', reason: 'theft' }));
    expect(Object.fromEntries(new URLSearchParams(changes()[0]?.body))).toEqual({
      operationType: '1',
      dateFrom: '23.11.2026 00:00:00',
      dateTo: '23.11.2027 00:00:00',
      subsId: '90020101',
      processingMode: '1',
      p_basket: '-1',
      cpohId: '1',
      notifySubsBySms: '0',
    });
  });

  it('change the tariff from today on', async () => {
    const { carrier, changes, clock } = connect();
    const outcome = await carrier.submit(orderOf(toTariff('2102')));
    const submittedAt = new Date(clock.now).toISOString();
    expect(outcome).toMatchObject({
      type: 'accepted',
      ref: { id: expect.stringMatching(/^\d+$/), submittedAt, hint: '90020101' },
    });
    expect(Object.fromEntries(new URLSearchParams(changes()[0]?.body))).toEqual({
      rtplId: '2102',
      dateFrom: '22.11.2026',
      packList: '',
      p_excludeSubs: '',
      subsId: '90020101',
    });
  });

  it.each([
    [200, '{"changeResult":{"cporId":55}}', 'accepted', null],
    [200, '{"data":{"changeResult":{"cporId":"55"}}}', 'accepted', null],
    [200, '{"changeResult":{"cporId":55,"errors":[{"subsId":1,"code":"NOT_LOCKED"}]}}', 'accepted', null],
    [
      200,
      '{"changeResult":{"cporId":55,"errors":[{"subsId":90020101,"code":"ALREADY_LOCKED"}]}}',
      'refused',
      'precondition_missing',
    ],
    [200, '{"error":{"code":"ORDER_IN_PROGRESS"}}', 'refused', 'conflict_pending_change'],
    [200, '{"error":{"code":"DATE_IN_PAST"}}', 'unavailable', 'not_ready'],
    [429, '', 'unavailable', 'throttled'],
    [200, '{"changeResult":{}}', 'unknown', 'unknown_outcome'],
    [200, '{"changeResult":{"cporId":0}}', 'unknown', 'unknown_outcome'],
    [200, '{}', 'unknown', 'unknown_outcome'],
    [200, '{"changeRes', 'unknown', 'carrier_down'],
    [200, '', 'unknown', 'carrier_down'],
    [200, '<h1>Сервис временно недоступен</h1>', 'unknown', 'carrier_down'],
    [200, '{"error":"SYSTEM_ERROR"}', 'unknown', 'carrier_down'],
    [200, '{"error":"NEVER_SEEN"}', 'unknown', 'unknown_outcome'],
    [502, '', 'unknown', 'carrier_down'],
  ])('answered with HTTP %i %s are %s, %s', async (status, body, type, failureClass) => {
    const { carrier, changes } = connect({
      script: ({ mutates }) => (mutates ? replyOf(status, body) : null),
    });
    const outcome = await carrier.submit(orderOf(block));
    expect([outcome.type, 'failure' in outcome ? outcome.failure.class : null]).toEqual([type, failureClass]);
    expect(changes()).toHaveLength(1);
  });

  it('are surely unsent when the number cannot be looked up', async () => {
    const script: Setup['script'] = ({ operation }) => (/Numbers$/.test(operation) ? replyOf(503, '') : null);
    const { carrier, changes } = connect({ script });
    expect(await carrier.submit(orderOf(block))).toMatchObject({
      type: 'unavailable',
      failure: { class: 'carrier_down' },
    });
    expect(changes()).toHaveLength(0);
  });

  it.each([
    ['an operator block', orderOf({ kind: 'line.unblock' }, barred), 'blocked_by_operator'],
    ['a line that works', orderOf({ kind: 'line.unblock' }), 'precondition_missing'],
    ['a blocked line', orderOf(block, other), 'precondition_missing'],
    ['its own tariff', orderOf(toTariff('2101')), 'precondition_missing'],
    ['an unknown tariff', orderOf(toTariff('9999')), 'not_found'],
    ['a stranger', orderOf(block, Msisdn.parse('+79169999999')), 'forbidden_subscriber'],
  ])('are previewed and refused for %s', async (_, order, failureClass) => {
    const { carrier, simulator: running } = connect();
    expect(await carrier.preview(order)).toMatchObject({ ok: false, failure: { class: failureClass } });
    expect(await carrier.submit(order)).toMatchObject({ type: 'refused', failure: { class: failureClass } });
    expect(running.ledger()).toEqual([]);
  });

  it('are refused for a tariff code that is no plan id', async () => {
    const { carrier, changes } = connect();
    expect(await carrier.submit(orderOf(toTariff('BASE')))).toMatchObject({
      type: 'refused',
      failure: { class: 'invalid' },
    });
    expect(changes()).toHaveLength(0);
  });
});
