import { describe, expect, it } from 'vitest';
import { Msisdn } from '../port.ts';
import type { Knobs, SimulatedLine } from '../simulation.ts';
import { simulator } from './simulator.ts';

const origin = 'http://mts.test';
const msisdn = Msisdn.parse('+79160000002');
const line: SimulatedLine = {
  msisdn,
  lineId: '500002',
  accountNumber: '277300000002',
  tariffCode: '0495',
  optionCodes: ['PE0320'],
  blocked: null,
  balanceKopecks: 12_345,
  iccid: '89701010000000002',
  imsi: '250010000000002',
};
const noon = Date.parse('2026-03-10T09:00:00Z');
const night = Date.parse('2026-03-10T00:30:00Z');
const number = `marketSegment.characteristic.value=${msisdn.slice(1)}`;
const connect = (externalID: string) => ({ item: [{ action: 'create', product: { externalID } }] });
const dayWindow = { startDateTime: '2026-03-10T08:00:00Z', endDateTime: '2026-03-11T07:00:00Z' };
const party = [{ characteristic: [{ name: 'MSISDN', value: msisdn.slice(1) }] }];

/** A signed-in client of one simulator whose clock is moved by hand. */
async function openMts({
  knobs,
  at = noon,
  changes = {},
}: {
  knobs?: Partial<Knobs>;
  at?: number;
  changes?: object;
}) {
  const clock = { at };
  const mts = simulator.create({
    seed: 7,
    lines: [{ ...line, ...changes }],
    knobs: knobs ?? {},
    now: () => clock.at,
  });
  const { consumerKey, consumerSecret } = simulator.account(origin).credentials;
  const basic = `Basic ${btoa(`${consumerKey}:${consumerSecret}`)}`;
  const given = await mts.fetch(
    new Request(`${origin}/token`, { method: 'POST', headers: { authorization: basic } }),
  );
  const { access_token: token } = await given.json();
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const call = (method: string, path: string, body?: unknown) =>
    mts.fetch(
      new Request(`${origin}/b2b/v1/${path}`, {
        method,
        headers,
        body: body === undefined ? null : JSON.stringify(body),
      }),
    );
  return { mts, clock, call };
}

const modify = `Product/ModifyProduct?msisdn=${msisdn.slice(1)}`;
const connected = `Product/ProductInfo?category.name=MobileConnectivity&${number}&productOffering.actionAllowed=none`;
const typed = 'productOffering.productSpecification.productSpecificationType.name';

describe('reads', () => {
  it.each([
    ['an unknown method', 'GET', 'Nothing/Here', undefined, 401, '1002'],
    [
      'a tariff without `fields`',
      'GET',
      `Product/BillPlanInfo?productCharacteristic.value=${msisdn.slice(1)}`,
      undefined,
      500,
      'EJB',
    ],
    ['a readable stranger', 'GET', 'Service/HierarchyStructure?msisdn=79260000009', undefined, 401, '1014'],
    [
      'an unreadable stranger',
      'GET',
      'Service/HierarchyStructure?msisdn=79260000008',
      undefined,
      401,
      'Unauthorized',
    ],
    [
      'a partial page',
      'GET',
      `Service/HierarchyStructure?msisdn=${msisdn.slice(1)}`,
      undefined,
      206,
      'null null',
    ],
    ['a number outside the query', 'POST', 'Product/ModifyProduct', connect('PE0034'), 401, ''],
    [
      'a status without a window',
      'POST',
      'Product/CheckRequestStatus',
      { relatedParty: party },
      400,
      'validFor',
    ],
    [
      'a window of two days',
      'POST',
      'Product/CheckRequestStatus',
      { relatedParty: party, validFor: { ...dayWindow, endDateTime: '2026-03-12T08:00:00Z' } },
      400,
      '1100',
    ],
    ['an event at a wrong place', 'POST', 'Operations/GetStatus', { eventId: 'MTS-1' }, 404, '1100'],
  ])('%s', async (_, method, path, body, status, text) => {
    const { call } = await openMts({});
    const reply = await call(method, path, body);
    expect([reply.status, await reply.text()]).toEqual([status, expect.stringContaining(text)]);
  });

  it('shows the tariff in the list of services, and only there', async () => {
    const { call } = await openMts({});
    const rows = await (await call('GET', `${connected}&${typed}=service`)).json();
    expect(rows.map((row: { id?: string; externalID?: string }) => row.externalID ?? row.id)).toEqual([
      '0495',
      'PE0320',
    ]);
    const plan = await call(
      'GET',
      `Product/BillPlanInfo?productCharacteristic.value=${msisdn.slice(1)}&fields=x`,
    );
    expect(await plan.json()).toEqual([{ productOffering: {} }]);
  });

  it('ignores a type filter that it does not know', async () => {
    const { call } = await openMts({ changes: { blocked: 'wish' } });
    const rows = await (await call('GET', `${connected}&${typed}=blocks`)).json();
    expect(rows.map((row: { externalID?: string }) => row.externalID)).toContain('BL0005');
  });

  it.each([
    [night, 1, 500],
    [night, 0, 200],
    [noon, 1, 200],
  ])('at %i with trouble %d reads answer %i', async (at, unavailable, status) => {
    const { call } = await openMts({ at, knobs: { faults: { unavailable } } });
    expect((await call('GET', connected)).status).toBe(status);
  });
});

describe('changes', () => {
  it.each([
    ['a conflict shows only in the request list', ['PE0021'], 'PE0022', 200, 'ServiceConflict'],
    ['a missing prerequisite is "temporarily unavailable"', [], 'PE0052', 421, null],
    ['an operator block shows only in the request list', [], 'PE0034', 200, 'BlockedByOperator'],
  ])('%s', async (_, optionCodes, code, status, cause) => {
    const blocked = cause === 'BlockedByOperator' ? 'operator' : null;
    const { mts, call } = await openMts({ changes: { optionCodes, blocked } });
    expect((await call('POST', modify, connect(code))).status).toBe(status);
    const rows = await (
      await call('POST', 'Product/CheckRequestStatus', { relatedParty: party, validFor: dayWindow })
    ).json();
    const causes = rows.flatMap((row: { characteristic: { name: string; value: string }[] }) =>
      row.characteristic.filter(({ name }) => name === 'foris_error_code').map(({ value }) => value),
    );
    expect([causes, mts.ledger()]).toEqual([cause ? [cause] : [], []]);
  });

  it('takes effect when the work is done, not before', async () => {
    const { mts, clock, call } = await openMts({ knobs: { workMs: 5_000 } });
    await call('POST', modify, connect('PE0034'));
    clock.at += 4_999;
    expect(mts.line(msisdn)?.optionCodes).toEqual(['PE0320']);
    clock.at += 10_000;
    expect(mts.line(msisdn)?.optionCodes).toEqual(['PE0320', 'PE0034']);
    expect(mts.ledger()).toMatchObject([
      { at: '2026-03-10T09:00:05.000Z', change: { optionCode: 'PE0034' } },
    ]);
  });

  it('a dry run changes nothing', async () => {
    const { mts, clock, call } = await openMts({});
    expect((await call('PATCH', modify, connect('PE0034'))).status).toBe(200);
    clock.at += 60_000;
    expect([mts.line(msisdn)?.optionCodes, mts.ledger()]).toEqual([['PE0320'], []]);
  });

  it('a line may change its subject once at a time', async () => {
    const { call } = await openMts({ knobs: { workMs: 5_000 } });
    const replies = [
      await call('POST', modify, connect('PE0034')),
      await call('POST', modify, connect('PE0034')),
      await call('POST', modify, connect('PE0077')),
    ];
    expect(replies.map(({ status }) => status)).toEqual([200, 409, 200]);
  });

  it.each([
    ['a period with Z', { dateFrom: '2026-02-01T00:00:00Z', dateTo: '2026-02-28T00:00:00Z' }, 500],
    ['an open period', { dateFrom: '2026-03-01T00:00:00', dateTo: '2026-03-31T00:00:00' }, 400],
    ['a closed period', { dateFrom: '2026-02-01T00:00:00', dateTo: '2026-02-28T00:00:00' }, 200],
  ])('an invoice for %s', async (_, period, status) => {
    const { call } = await openMts({});
    const order = {
      ...period,
      documentFormat: 'pdf',
      deliveryAddress: 'a@example.org',
      msisdn: msisdn.slice(1),
    };
    expect((await call('POST', 'Documents/RegularBillByMSISDN', order)).status).toBe(status);
  });

  it('draws the same faults from the same seed', async () => {
    const runs = [0, 1].map(async () => {
      const { call } = await openMts({ knobs: { faults: { unavailable: 0.5 } } });
      const statuses: number[] = [];
      for (let round = 0; round < 20; round += 1)
        statuses.push((await call('POST', modify, connect('PE0034'))).status);
      return statuses;
    });
    const [first, second] = await Promise.all(runs);
    expect(first).toEqual(second);
    expect(new Set(first).size).toBeGreaterThan(1);
  });
});

describe('limits', () => {
  it('slides both windows and counts what came', async () => {
    const limits = [
      { windowMs: 1_000, max: 3, retryAfter: false },
      { windowMs: 60_000, max: 5, retryAfter: true },
    ];
    const { mts, clock, call } = await openMts({ knobs: { limits } });
    const replies: [number, string | null][] = [];
    for (const pause of [0, 0, 0, 0, 1_000, 0, 0, 60_000]) {
      clock.at += pause;
      const reply = await call('GET', connected);
      replies.push([reply.status, reply.headers.get('retry-after')]);
    }
    const [fine, busySecond, busyMinute] = [
      [200, null],
      [429, null],
      [429, '60'],
    ];
    expect(replies).toEqual([fine, fine, fine, busySecond, fine, fine, busyMinute, fine]);
    expect(mts.counts()).toEqual({
      requests: 8,
      throttled: 2,
      busiest: [
        { windowMs: 1_000, requests: 4 },
        { windowMs: 60_000, requests: 7 },
      ],
    });
  });

  it('a token lives for an hour', async () => {
    const { clock, call } = await openMts({});
    clock.at += 3_600_000;
    expect(await (await call('GET', connected)).json()).toMatchObject({ errorCode: '1013' });
  });
});
