import { expect, it } from 'vitest';
import { type Change, DialError } from '../port.ts';
import { soapFault } from './simulator-answers.ts';
import { blocked, connect, number, orderOf, replyOf } from './test-account.ts';

const on: Change = { kind: 'option.connect', optionCode: '0050ROAM' };
const fault = async (code: string) => replyOf(500, await soapFault(code).text());

it('keeps the password out of every address and the token out of it too', async () => {
  const { carrier, dialled } = connect();
  await carrier.getLine(number);
  await carrier.submit(orderOf({ kind: 'option.disconnect', optionCode: 'AONSTD' }));
  const addresses = dialled.map(({ url }) => url).join(' ');
  expect(addresses).not.toMatch(/password|token|[0-9a-f]{32}/);
});

it('says which exchanges change something, whatever their verb', async () => {
  const { carrier, dialled } = connect();
  await carrier.submit(orderOf({ kind: 'option.disconnect', optionCode: 'AONSTD' }));
  await carrier.submit(orderOf(on));
  await carrier.getLine(number);
  expect(
    dialled.filter(({ mutates }) => mutates).map(({ operation, method }) => [operation, method]),
  ).toEqual([
    ['serviceDeactivate', 'GET'],
    ['addDelSOC', 'POST'],
  ]);
});

it.each(['20002', '20003', '20004'])(
  'signs in anew on %s and repeats once, then gives up unsent',
  async (code) => {
    let faults = 0;
    const { carrier, operations } = connect({
      script: ({ operation }) => {
        if (operation !== 'addDelSOC') return null;
        faults += 1;
        return fault(code);
      },
    });
    expect(await carrier.submit(orderOf(on))).toMatchObject({
      type: 'unavailable',
      failure: { class: 'auth', code },
    });
    expect([faults, operations()]).toEqual([2, ['auth', 'addDelSOC', 'auth', 'addDelSOC']]);
  },
);

it.each([
  ['20002', 'auth'],
  ['20014', 'needs_human'],
  ['20015', 'needs_human'],
  ['50000', 'carrier_down'],
])('a sign-in refused with %s leaves the change unsent', async (code, failureClass) => {
  const { carrier, operations } = connect({
    script: ({ operation }) => (operation === 'auth' ? fault(code) : null),
  });
  expect(await carrier.submit(orderOf(on))).toMatchObject({
    type: 'unavailable',
    failure: { class: failureClass },
  });
  expect(operations()).toEqual(['auth']);
});

it('does not take "not your number" for a broken token', async () => {
  const { carrier, operations } = connect({
    script: ({ operation }) => (operation === 'addDelSOC' ? fault('20005') : null),
  });
  expect(await carrier.submit(orderOf(on))).toMatchObject({
    type: 'refused',
    failure: { class: 'not_found' },
  });
  expect(operations()).toEqual(['auth', 'addDelSOC']);
});

it('lets the dial speak', async () => {
  const { carrier } = connect({
    script: ({ mutates }) => Promise.reject(new DialError('lost', mutates, 'lost')),
  });
  await expect(carrier.submit(orderOf(on))).rejects.toMatchObject({ outcome: 'lost', mutates: false });
});

it('finds a line in whichever account of the login it is, and remembers where', async () => {
  const { carrier, operations } = connect();
  expect(await carrier.getLine(blocked)).toMatchObject({ ok: true, value: { accountNumber: '0498765432' } });
  await carrier.getLine(blocked);
  expect(operations().filter((operation) => operation === 'getCTNInfoList')).toHaveLength(3);
});

it('escapes what an agent typed', async () => {
  const { carrier, dialled } = connect();
  await carrier.submit(orderOf({ kind: 'option.connect', optionCode: '</soc><inclusionType>D' }));
  expect(dialled.at(-1)?.body).toContain('<soc>&#60;/soc&#62;&#60;inclusionType&#62;D</soc>');
});
