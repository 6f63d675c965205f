import { describe, expect, it } from 'vitest';
import { DialError } from '../port.ts';
import { block, connect, lineOf, number, orderOf, replyOf, toTariff } from './test-cabinet.ts';

describe('reads', () => {
  it('reads a line from its card and the services page', async () => {
    const { carrier } = connect({ lines: [lineOf(number, { optionCodes: ['1201'], blocked: 'theft' })] });
    expect(await carrier.getLine(number)).toEqual({
      ok: true,
      value: {
        msisdn: number,
        carrierLineId: '90020101',
        accountNumber: '277300000101',
        tariff: { code: '2101', name: 'Управляй! Базовый' },
        options: [{ code: '1201', name: 'Интернет S, 5 ГБ', since: null }],
        blocked: { by: 'theft', since: null },
        balanceKopecks: -1_550,
        iccid: null,
      },
    });
  });

  it('lists options with their fees and the plans of the account', async () => {
    const { carrier } = connect();
    const option = {
      code: '1108',
      name: 'Запись разговоров',
      feeOnceKopecks: 10_000,
      feeMonthKopecks: 30_000,
    };
    const plan = { code: '2104', name: 'Управляй! Интернет', feeOnceKopecks: 0, feeMonthKopecks: 50_000 };
    expect(await carrier.listOptions(number)).toMatchObject({
      ok: true,
      value: expect.arrayContaining([option]),
    });
    expect(await carrier.listTariffs(number)).toMatchObject({
      ok: true,
      value: expect.arrayContaining([plan]),
    });
  });

  it('takes a number without an account', async () => {
    const { carrier } = connect({ lines: [lineOf(number, { accountNumber: '' })] });
    expect(await carrier.getLine(number)).toMatchObject({ ok: true, value: { accountNumber: null } });
  });

  it('asks to translate a status word that it does not know', async () => {
    const { carrier } = connect({ settings: { lineStatuses: { BLOCKED: 'wish' } } });
    expect(await carrier.getLine(number)).toMatchObject({ ok: false, failure: { code: 'unknown_status' } });
  });

  it('refuses an internal id that means another number now, and looks it up again', async () => {
    let isMoved = true;
    const moved = JSON.stringify({ data: { id: 90020101, msisdn: '79269999999', status: 'ACTIVE' } });
    const { carrier, paths } = connect({
      script: ({ operation }) => (isMoved && operation === 'readGeneral' ? replyOf(200, moved) : null),
    });
    expect(await carrier.getLine(number)).toMatchObject({
      ok: false,
      failure: { class: 'not_ready', code: 'id_moved' },
    });
    isMoved = false;
    expect(await carrier.getLine(number)).toMatchObject({ ok: true });
    expect(paths().filter((path) => path === 'exportNumbers')).toHaveLength(2);
  });

  it('lets a lost dial through', async () => {
    const lost = () => Promise.reject(new DialError('lost', false, 'no answer'));
    await expect(connect({ script: lost }).carrier.getLine(number)).rejects.toBeInstanceOf(DialError);
  });
});

describe('previews', () => {
  const line = lineOf(number, { optionCodes: ['1201', '1101'] });

  it.each([
    [
      'a tariff that drops an option',
      toTariff('2104'),
      { feeNowKopecks: 0, feeMonthKopecks: 50_000, drops: ['1201'] },
    ],
    ['a block', block, { feeNowKopecks: null, feeMonthKopecks: null, drops: [] }],
    [
      'an option',
      { kind: 'option.connect', optionCode: '1108' } as const,
      { feeNowKopecks: 10_000, feeMonthKopecks: 30_000 },
    ],
    ['an option given up', { kind: 'option.disconnect', optionCode: '1101' } as const, { feeNowKopecks: 0 }],
  ])('tell the effects of %s', async (_, change, value) => {
    expect(await connect({ lines: [line] }).carrier.preview(orderOf(change))).toMatchObject({
      ok: true,
      value,
    });
  });

  it.each([
    ['option.connect', '1201', 'conflict_option'],
    ['option.disconnect', '1108', 'precondition_missing'],
    ['option.connect', '0000', 'not_found'],
  ] as const)('refuse %s of %s as %s', async (kind, optionCode, failureClass) => {
    const { carrier } = connect({ lines: [line] });
    expect(await carrier.preview(orderOf({ kind, optionCode }))).toMatchObject({
      ok: false,
      failure: { class: failureClass },
    });
  });
});
