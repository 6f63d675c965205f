import { describe, expect, it } from 'vitest';
import { block, connect, number, orderOf, replyOf, type Setup } from './test-cabinet.ts';

describe('sessions', () => {
  it('are signed in once, warmed up, and carry the renewed token', async () => {
    const { carrier, dialled, paths, clock } = connect();
    await carrier.submit(orderOf(block));
    expect(paths()).toEqual([
      'signIn',
      'cacheStatus',
      'cacheStatus',
      'cacheStatus',
      'exportNumbers',
      'lockLine',
    ]);
    expect(clock.slept).toBe(40);
    const tokens = dialled.map(({ headers }) => headers?.['x-csrf-token']);
    expect([tokens[0], tokens[1] === tokens[3], tokens[3] === tokens[5]]).toEqual([undefined, true, false]);
  });

  it.each([
    ['a captcha', '{"data":{"isCaptchaShouldBeShown":true}}', { class: 'needs_human', code: 'captcha' }],
    [
      'a wrong password',
      '{"error":{"code":"WRONG_CREDENTIALS"}}',
      { class: 'auth', code: 'WRONG_CREDENTIALS' },
    ],
    [
      'an unknown refusal',
      '{"error":{"code":"PASSWORD_EXPIRED"}}',
      { class: 'auth', code: 'PASSWORD_EXPIRED' },
    ],
    ['no user', '{"data":{}}', { class: 'auth', code: 'no_user' }],
    ['an error page', 'Сервис временно недоступен', { class: 'carrier_down', code: 'html_page' }],
    ['nonsense', '[', { class: 'carrier_down', code: 'unreadable' }],
  ])('that end in %s leave the change unsent', async (_, body, failure) => {
    const { carrier, dialled } = connect({ script: () => replyOf(200, body) });
    expect(await carrier.submit(orderOf(block))).toMatchObject({ type: 'unavailable', failure });
    expect(dialled).toHaveLength(1);
  });

  it('wait for the cache a limited time', async () => {
    const cold: Setup['script'] = ({ operation }) => (operation === 'cacheStatus' ? replyOf(202, '') : null);
    const { carrier, paths, clock } = connect({ script: cold, settings: { cachePauseMs: 3_000 } });
    expect(await carrier.getLine(number)).toMatchObject({
      ok: false,
      failure: { class: 'not_ready', code: 'cache' },
    });
    expect([paths().length, clock.slept]).toEqual([21, 57_000]);
  });

  it.each([
    ['401', () => replyOf(401, '')],
    ['403', () => replyOf(403, '')],
    ['NOT_AUTHENTICATED', () => replyOf(200, '{"error":"NOT_AUTHENTICATED"}')],
    ['{code: NOT_AUTHENTICATED}', () => replyOf(200, '{"error":{"code":"NOT_AUTHENTICATED"}}')],
  ])('lost as %s are renewed and the change is repeated once', async (_, loss) => {
    let losses = 1;
    const script: Setup['script'] = ({ mutates }) => (mutates && losses-- > 0 ? loss() : null);
    const once = connect({ script });
    expect(await once.carrier.submit(orderOf(block))).toMatchObject({ type: 'accepted' });
    const signIns = once.paths().filter((path) => path === 'signIn');
    expect([once.changes().length, signIns.length, once.simulator.ledger().length]).toEqual([2, 2, 1]);
    losses = 99;
    const always = connect({ script });
    expect(await always.carrier.submit(orderOf(block))).toMatchObject({
      type: 'unavailable',
      failure: { class: 'auth' },
    });
    expect(always.changes()).toHaveLength(2);
  });

  it('that cannot be renewed leave the change unsent, whatever the reason', async () => {
    let isLost = false;
    const script: Setup['script'] = ({ operation, mutates }) => {
      if (operation === 'signIn' && isLost) return replyOf(503, 'Сервис временно недоступен');
      isLost ||= mutates;
      return mutates ? replyOf(401, '') : null;
    };
    const { carrier, changes } = connect({ script });
    const outcome = await carrier.submit(orderOf(block));
    expect(outcome).toMatchObject({ type: 'unavailable', failure: { class: 'carrier_down' } });
    expect(changes()).toHaveLength(1);
  });

  it('carry a token that any page renewed', async () => {
    const script: Setup['script'] = ({ operation }) =>
      operation === 'exportNumbers'
        ? replyOf(200, 'Msisdn;Id\n9260000101;90020101\n', { 'set-cookie': 'XSRF_TOKEN=renewed; Path=/' })
        : null;
    const { carrier, changes } = connect({ script });
    await carrier.submit(orderOf(block));
    expect(changes()[0]?.headers?.['x-csrf-token']).toBe('renewed');
  });
});
