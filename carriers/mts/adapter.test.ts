import { describe, expect, it } from 'vitest';
import { mts } from './adapter.ts';
import { MtsSettings } from './settings.ts';
import { connectOrder, orderOf, type Reply, scriptedAccount, sentAt } from './test-account.ts';

const change = 'POST Product/ModifyProduct';
const error = (errorCode: string) => ({ errorCode, errorMessage: 'Ошибка' });
const row = (status: string, characteristics: Record<string, string> = {}) => ({
  id: 'event-77',
  status,
  validFor: { startDateTime: sentAt.toISOString() },
  characteristic: Object.entries(characteristics).map(([name, value]) => ({ name, value })),
});
const ours = { externalID: 'PE0250', action: 'create' };

describe('submit', () => {
  const outcomes: [string, Reply, object][] = [
    [
      'an event id',
      { body: { eventID: 'event-77' } },
      { type: 'accepted', ref: { id: 'event-77', hint: 'product' } },
    ],
    [
      'a validation error',
      { status: 400, body: error('1100') },
      { type: 'refused', failure: { class: 'invalid' } },
    ],
    [
      '1014',
      { status: 401, body: error('1014') },
      { type: 'refused', failure: { class: 'forbidden_subscriber' } },
    ],
    [
      'a 401 of noise',
      { status: 401, body: '<p>' },
      { type: 'refused', failure: { class: 'forbidden_subscriber' } },
    ],
    ['1010', { status: 403, body: error('1010') }, { type: 'refused', failure: { class: 'not_in_package' } }],
    ['a 409', { status: 409, body: '' }, { type: 'refused', failure: { class: 'conflict_pending_change' } }],
    ['1011 alone', { status: 429, body: error('1011') }, { type: 'unavailable', retryAfterMs: 20_000 }],
    [
      '1011 with Retry-After',
      { status: 429, body: '', headers: { 'retry-after': '7' } },
      { type: 'unavailable', retryAfterMs: 7_000 },
    ],
    ['1012', { status: 500, body: error('1012') }, { type: 'unavailable', failure: { class: 'throttled' } }],
    ['1017', { status: 499, body: error('1017') }, { type: 'unknown' }],
    ['a page', { status: 502, body: '<html></html>' }, { type: 'unknown' }],
    ['an EJB exception', { status: 500, body: 'EJB Exception' }, { type: 'unknown' }],
    ['a 200 with an IL error', { body: error('IL.UnknownError') }, { type: 'unknown' }],
    ['a 200 with a code', { body: error('1100') }, { type: 'refused', failure: { class: 'invalid' } }],
  ];
  it.each(outcomes)('takes %s for what it is, in one exchange', async (_, reply, expected) => {
    const { carrier, operations } = scriptedAccount({ [change]: [reply] });
    expect(await carrier.submit(connectOrder)).toMatchObject(expected);
    expect(operations()).toEqual(['token', 'Product/ModifyProduct']);
  });

  it.each([
    ['1013', [{ status: 401, body: error('1013') }, { body: { eventID: 'event-77' } }], 'accepted'],
    ['1004', [{ status: 401, body: error('1004') }, { body: { eventID: 'event-77' } }], 'accepted'],
    ['1013 twice', [{ status: 401, body: error('1013') }], 'unavailable'],
  ])('%s: takes a new token and repeats once', async (_, replies, type) => {
    const { carrier, operations } = scriptedAccount({ [change]: replies });
    expect((await carrier.submit(connectOrder)).type).toBe(type);
    expect(operations()).toEqual(['token', 'Product/ModifyProduct', 'token', 'Product/ModifyProduct']);
  });

  it('sends nothing without a token', async () => {
    const fault = { fault: { message: 'Invalid client', description: 'Invalid client' } };
    const { carrier, operations } = scriptedAccount({ token: [{ body: fault }] });
    expect(await carrier.submit(connectOrder)).toMatchObject({
      type: 'unavailable',
      failure: { class: 'auth' },
    });
    expect(operations()).toEqual(['token']);
  });

  it.each([
    ['Faulted', { foris_error_code: 'RequiredServiceNotExists' }, 'refused', 'precondition_missing'],
    ['Completed', {}, 'unavailable', 'carrier_down'],
    ['InProgress', {}, 'unavailable', 'carrier_down'],
  ])('421 and a dry run that is %s', async (status, characteristics, type, failureClass) => {
    const { carrier } = scriptedAccount({
      [change]: [{ status: 421, body: error('3003') }],
      'PATCH Product/ModifyProduct': [{ body: { eventID: 'event-77' } }],
      'Product/CheckRequestStatus': [{ body: [row(status, characteristics)] }],
    });
    expect(await carrier.submit(connectOrder)).toMatchObject({ type, failure: { class: failureClass } });
  });

  it.each([
    ['the third look shows it', [[], [], [{ externalID: 'PE0250' }]], 'completed'],
    ['it never shows', [[]], 'unknown'],
  ])('2xx without an event id: %s', async (_, looks, type) => {
    const replies = { [change]: [{ body: {} }], 'Product/ProductInfo': looks.map((body) => ({ body })) };
    const { carrier, operations } = scriptedAccount(replies);
    expect((await carrier.submit(connectOrder)).type).toBe(type);
    expect(operations().filter((operation) => operation === 'Product/ProductInfo')).toHaveLength(3);
  });

  it('leaves to a person what the package lacks', async () => {
    const packageLacks = ['option.connect' as const];
    const { carrier, sent } = scriptedAccount({}, { packageLacks });
    expect(await carrier.submit(connectOrder)).toMatchObject({
      type: 'refused',
      failure: { class: 'not_in_package' },
    });
    expect(sent).toEqual([]);
    const capabilities = mts.capabilities(MtsSettings.parse({ packageLacks }));
    expect([capabilities['option.connect'].by, capabilities['tariff.change'].by]).toEqual([
      'person',
      'carrier',
    ]);
  });
});

describe('observe', () => {
  it.each([
    ['product', 'Product/CheckRequestStatus', [row('Completed')], 'completed'],
    ['product', 'Product/CheckRequestStatus', [], 'pending'],
    [
      'product',
      'Product/CheckRequestStatus',
      [row('Faulted', { foris_error_code: 'ServiceConflict' })],
      'refused',
    ],
    ['product', 'Product/CheckRequestStatus', [{ ...row('Completed'), id: 'another' }], 'pending'],
    [
      'document',
      'Product/CheckRequestStatusByUUID',
      { relatedParty: [{ status: 'Completed' }] },
      'completed',
    ],
    ['operation', 'Operations/GetStatus', { state: 'InProgress' }, 'pending'],
    ['operation', 'Operations/GetStatus', '<html></html>', 'unavailable'],
  ])('%s: asks %s', async (hint, operation, body, type) => {
    const { carrier, operations } = scriptedAccount({ [operation]: [{ body }] });
    const ref = { id: 'event-77', submittedAt: sentAt.toISOString(), hint };
    expect((await carrier.observe(connectOrder, ref)).type).toBe(type);
    expect(operations()).toEqual(['token', operation]);
  });

  it('asks for less than a day around the submission, however long ago', async () => {
    const { carrier, sent, pass } = scriptedAccount({ 'Product/CheckRequestStatus': [{ body: [] }] });
    pass(5 * 86_400_000);
    await carrier.observe(connectOrder, {
      id: 'event-77',
      submittedAt: sentAt.toISOString(),
      hint: 'product',
    });
    const { validFor } = JSON.parse(sent[1]?.body ?? '{}');
    const [from, to] = [Date.parse(validFor.startDateTime), Date.parse(validFor.endDateTime)];
    expect([to - from < 86_400_000, from < sentAt.getTime(), to > sentAt.getTime()]).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe('reconcile, long after the proof time', () => {
  it.each([
    ['nothing listed', [], 'absent'],
    ['ours in progress', [row('InProgress', ours)], 'accepted'],
    ['ours completed', [row('Completed', ours)], 'applied'],
    ['ours failed', [row('Faulted', { ...ours, foris_error_code: 'ServiceConflict' })], 'refused'],
    ['a dry run', [row('Completed', { ...ours, requestType: 'Validation' })], 'absent'],
    ['another action', [row('Completed', { ...ours, action: 'delete' })], 'absent'],
    ['another product', [row('InProgress', { externalID: 'PE0034' })], 'absent'],
    [
      'one of before',
      [{ ...row('Completed', ours), validFor: { startDateTime: '2026-03-10T08:30:00Z' } }],
      'absent',
    ],
    ['one without a name', [row('InProgress')], 'unclear'],
  ])('%s', async (_, rows, type) => {
    const replies = { 'Product/ProductInfo': [{ body: [] }], 'Product/CheckRequestStatus': [{ body: rows }] };
    const { carrier, pass } = scriptedAccount(replies);
    pass(3_600_000);
    expect((await carrier.reconcile(connectOrder, { after: sentAt, before: sentAt })).type).toBe(type);
  });

  it('never proves the absence of a paper', async () => {
    const { carrier, pass } = scriptedAccount({});
    pass(86_400_000);
    const paper = orderOf({
      kind: 'invoice.order',
      from: '2026-02-01',
      to: '2026-02-28',
      email: 'a@example.org',
    });
    expect((await carrier.reconcile(paper, { after: sentAt, before: sentAt })).type).toBe('needs_human');
  });
});

describe('preview', () => {
  it('polls the dry run to its end and tells prices and dropped services', async () => {
    const price = (name: string, taxIncludedAmount: string) => ({ name, price: { taxIncludedAmount } });
    const offer = {
      id: '0512',
      productOfferingPrice: [price('OneTimePrice', '100'), price('PeriodicalPrice', '800.5')],
    };
    const { carrier } = scriptedAccount({
      'Product/ProductInfo': [{ body: [offer] }],
      'Product/ChangeBillPlanValidation': [{ body: { eventID: 'event-77' } }],
      'Product/CheckRequestStatus': [
        { body: [row('InProgress')] },
        { body: [row('Completed', { removed_service: 'PE0320' })] },
      ],
    });
    expect(await carrier.preview(orderOf({ kind: 'tariff.change', tariffCode: '0512' }))).toEqual({
      ok: true,
      value: {
        feeNowKopecks: 10_000,
        feeMonthKopecks: 80_050,
        effectiveAt: null,
        adds: [],
        drops: ['PE0320'],
      },
    });
  });
});
