import { describe, expect, it } from 'vitest';
import { Msisdn } from '../port.ts';
import { block, connect, lineOf, number, orderOf, replyOf, type Setup } from './test-cabinet.ts';

describe('internal ids', () => {
  const many = Array.from({ length: 85 }, (_, at) => lineOf(Msisdn.parse(`+7926000${String(1000 + at)}`)));
  const last = Msisdn.parse('+79260001084');

  it('are read once for all numbers, from the file', async () => {
    const { carrier, paths } = connect({ lines: many });
    for (const { msisdn } of many.slice(80))
      expect(await carrier.listOptions(msisdn)).toMatchObject({ ok: true });
    expect(paths().filter((path) => /Numbers$/.test(path))).toEqual(['exportNumbers']);
  });

  it.each([
    ['an error page', () => replyOf(503, 'Сервис временно недоступен')],
    ['a missing page', () => replyOf(404, 'нет')],
    ['a file without ids', () => replyOf(200, 'Номер;Тариф\n9260001084;2101\n')],
  ])('are read from the pages of the list after %s', async (_, file) => {
    const script: Setup['script'] = ({ operation }) => (operation === 'exportNumbers' ? file() : null);
    const { carrier, dialled } = connect({ lines: many, script });
    expect(await carrier.listOptions(last)).toMatchObject({ ok: true });
    expect(
      dialled.filter(({ operation }) => operation === 'listNumbers').map(({ url }) => url.split('?')[1]),
    ).toEqual(['from=0&size=40', 'from=40&size=40', 'from=80&size=40']);
  });

  it('are called incomplete, not absent, when pages repeat before the end', async () => {
    const page = JSON.stringify({ data: { count: 85, elements: [{ id: 1, msisdn: '79260001000' }] } });
    const script: Setup['script'] = ({ operation }) => {
      if (operation === 'exportNumbers') return replyOf(404, '');
      return operation === 'listNumbers' ? replyOf(200, page) : null;
    };
    const { carrier } = connect({ lines: many, script });
    expect(await carrier.submit(orderOf(block, last))).toMatchObject({
      type: 'unavailable',
      failure: { code: 'list_incomplete' },
    });
  });

  it('of a new number are found once the copy may be read again', async () => {
    let file = 'Msisdn;Id\n9260000102;90020102\n';
    const script: Setup['script'] = ({ operation }) =>
      operation === 'exportNumbers' ? replyOf(200, file) : null;
    const { carrier, clock } = connect({ script });
    expect(await carrier.listOptions(number)).toMatchObject({
      ok: false,
      failure: { class: 'forbidden_subscriber' },
    });
    file = 'Msisdn;Id\n9260000101;90020101\n';
    expect(await carrier.listOptions(number)).toMatchObject({ ok: false });
    clock.now += 60_000;
    expect(await carrier.listOptions(number)).toMatchObject({ ok: true });
  });

  it('are asked for again after they could not be read', async () => {
    let isDown = true;
    const script: Setup['script'] = ({ operation }) =>
      isDown && /Numbers$/.test(operation) ? replyOf(503, '') : null;
    const { carrier } = connect({ script });
    expect(await carrier.listOptions(number)).toMatchObject({
      ok: false,
      failure: { class: 'carrier_down' },
    });
    isDown = false;
    expect(await carrier.listOptions(number)).toMatchObject({ ok: true });
  });
});
