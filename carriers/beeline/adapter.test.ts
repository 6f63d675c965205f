import { expect, it } from 'vitest';
import type { Change } from '../port.ts';
import { beeline } from './adapter.ts';
import { connect, lineOf, number, orderOf } from './test-account.ts';

const period = { from: '2026-10-01', to: '2026-10-31', email: 'bills@example.org' };

it('reads a line from both interfaces', async () => {
  const { carrier } = connect({ lines: [lineOf(number, { optionCodes: ['0050ROAM'], blocked: 'theft' })] });
  expect(await carrier.getLine(number)).toEqual({
    ok: true,
    value: {
      msisdn: number,
      carrierLineId: null,
      accountNumber: '0412345678',
      tariff: { code: 'BIZ_START', name: 'Старт для бизнеса' },
      options: [{ code: '0050ROAM', name: 'Роуминг «Весь мир»', since: null }],
      blocked: { by: 'theft', since: null },
      balanceKopecks: -1_550,
      iccid: '897019900000000101',
    },
  });
});

it('lists what is on offer, with fees in kopecks', async () => {
  const { carrier } = connect();
  const options = await carrier.listOptions(number);
  const tariffs = await carrier.listTariffs(number);
  const statIp = {
    code: 'STATIP',
    name: 'Постоянный IP-адрес',
    feeOnceKopecks: 30_000,
    feeMonthKopecks: 20_000,
  };
  const archived = {
    code: '0011BUS',
    name: 'Близкие люди (архив)',
    feeOnceKopecks: 10_000,
    feeMonthKopecks: 29_000,
  };
  expect(options).toMatchObject({ ok: true, value: expect.arrayContaining([statIp]) });
  expect(tariffs).toMatchObject({ ok: true, value: expect.arrayContaining([archived]) });
});

it.each<[Change, string, string]>([
  [
    { kind: 'option.connect', optionCode: '0050ROAM' },
    'addDelSOC',
    '<ctn>9030000101</ctn><soc>0050ROAM</soc><inclusionType>A</inclusionType>',
  ],
  [
    { kind: 'tariff.change', tariffCode: 'BIZ_OPT' },
    'changePP',
    '<ctn>9030000101</ctn><pricePlan>BIZ_OPT</pricePlan><futureDate>N</futureDate>',
  ],
  [
    { kind: 'line.block', reason: 'theft' },
    'suspendCTN',
    '<ctn>9030000101</ctn><actvDate>2026-11-22T12:00:30.0</actvDate><reasonCode>STO</reasonCode>',
  ],
  [
    { kind: 'line.unblock' },
    'restoreCTN',
    '<ctn>9030000101</ctn><actvDate>2026-11-22T12:00:30.0</actvDate><reasonCode>RSBO</reasonCode>',
  ],
  [
    { kind: 'sim.replace', iccid: '897019900000000777', imsi: '250990000000777' },
    'replaceSIM',
    '<ctn>9030000101</ctn><serialNumber>897019900000000777</serialNumber>',
  ],
  [
    { kind: 'invoice.order', ...period },
    'createBillChargesRequest',
    '<ban>0412345678</ban><billDate>2026-10-31T00:00:00.0</billDate><CTNList><ctn>9030000101</ctn></CTNList>',
  ],
  [
    { kind: 'details.order', ...period },
    'createDetailsRequest',
    '<ctn>9030000101</ctn><periodStart>2026-10-01T00:00:00.0</periodStart><periodEnd>2026-10-31T00:00:00.0</periodEnd><format>PDF</format><channel>EMAIL</channel><email>bills@example.org</email>',
  ],
])('sends $kind as one SOAP change', async (change, operation, fields) => {
  const { carrier, dialled } = connect();
  await carrier.submit(orderOf(change));
  const sent = dialled.filter(({ mutates }) => mutates);
  expect(sent).toMatchObject([
    {
      operation,
      method: 'POST',
      url: 'http://beeline.test/api/SubscriberService',
      headers: { soapaction: `"urn:uss-wsapi:Subscriber:SubscriberInterface:${operation}Request"` },
    },
  ]);
  expect(sent[0]?.body).toMatch(/<token>[0-9a-f]{32}<\/token><hash><\/hash>/);
  expect(sent[0]?.body).toContain(fields);
});

it('sends a disconnection as one GET that changes something', async () => {
  const { carrier, dialled } = connect();
  await carrier.submit(orderOf({ kind: 'option.disconnect', optionCode: '0050ROAM' }));
  expect(dialled.filter(({ mutates }) => mutates)).toMatchObject([
    {
      method: 'GET',
      url: 'http://beeline.test/api/1.0/request/serviceDeactivate?ctn=9030000101&serviceName=0050ROAM',
    },
  ]);
});

it.each(['now', 'next_period'] as const)('can change a tariff %s, by the account', (tariffChange) => {
  const capabilities = beeline.capabilities(beeline.settings.parse({ tariffChange }));
  expect(capabilities['tariff.change']).toMatchObject({
    by: 'carrier',
    effective: tariffChange,
    dryRun: true,
  });
});

it.each<[Change, RegExp]>([
  [{ kind: 'option.connect', optionCode: 'STATIP' }, /подключите услугу STATIP/],
  [{ kind: 'line.block', reason: 'theft' }, /по краже/],
  [{ kind: 'line.block', reason: 'wish' }, /по желанию/],
  [{ kind: 'details.order', ...period }, /2026-10-01 — 2026-10-31/],
])('tells a person what to do in the cabinet: $kind', (change, words) => {
  expect(beeline.instructions(orderOf(change)).ru).toMatch(words);
});
