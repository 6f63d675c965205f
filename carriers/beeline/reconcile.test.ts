import { describe, expect, it } from 'vitest';
import type { Change } from '../port.ts';
import { soapAnswer } from './simulator-answers.ts';
import type { XmlNode } from './soap.ts';
import { connect, lineOf, noon, number, orderOf, replyOf } from './test-account.ts';

const on: Change = { kind: 'option.connect', optionCode: 'KTOZVON' };
const sentAt = new Date(noon - 1_000);
const row = {
  requestId: '70',
  requestStatus: 'IN_PROGRESS',
  requestDate: '2026-11-22T12:00:00.0',
  ctn: '9030000101',
  requestType: 'ADD_DEL_SOC',
  soc: 'KTOZVON',
  inclusionType: 'A',
};

/** The adapter with its list of requests replaced, at the time when absence could be proven. */
async function reconcileWith(
  rows: { [name: string]: XmlNode }[],
  { change = on, options = [] as string[], late = true } = {},
) {
  const { carrier, clock } = connect({
    lines: [lineOf(number, { optionCodes: options })],
    script: ({ operation }) => (operation === 'getRequestList' ? listReply(rows) : null),
  });
  if (late) clock.now += 5_000;
  return carrier.reconcile(orderOf(change), { after: sentAt, before: sentAt });
}

async function listReply(rows: XmlNode[]) {
  return replyOf(
    200,
    await soapAnswer('Subscriber', 'getRequestList', { requestList: { requests: rows } }).text(),
  );
}

describe('what the list says of a lost connection of KTOZVON', () => {
  it.each<[string, { [name: string]: XmlNode }[], string[], string]>([
    ['nothing', [], [], 'absent'],
    ['nothing, but the line shows it', [], ['KTOZVON'], 'applied'],
    ['in work', [row], [], 'accepted'],
    ['an unheard-of state', [{ ...row, requestStatus: 'THINKING' }], [], 'accepted'],
    ['waits for approval', [{ ...row, requestStatus: 'WAITING_FOR_APPROVAL' }], [], 'accepted'],
    ['done, and so is the line', [{ ...row, requestStatus: 'COMPLETE' }], ['KTOZVON'], 'applied'],
    ['done, but the line is not', [{ ...row, requestStatus: 'AUTO_COMPLETE' }], [], 'unclear'],
    ['rejected', [{ ...row, requestStatus: 'REJECTED' }], [], 'refused'],
    [
      'rejected once and in work again',
      [
        { ...row, requestStatus: 'REJECTED' },
        { ...row, requestId: '71' },
      ],
      [],
      'accepted',
    ],
    ['another line', [{ ...row, ctn: '79030000999' }], [], 'absent'],
    ['another service', [{ ...row, soc: 'AONSTD' }], [], 'absent'],
    ['the opposite', [{ ...row, inclusionType: 'D' }], [], 'absent'],
    ['another kind', [{ ...row, requestType: 'CHANGE_PP' }], [], 'absent'],
    ['an earlier one', [{ ...row, requestDate: '2026-11-22T11:59:50.0' }], [], 'absent'],
    ['one without a date', [{ ...row, requestDate: '' }], [], 'accepted'],
    ['one without its service', [{ ...row, soc: '' }], [], 'unclear'],
    ['one without its line', [{ ...row, ctn: '' }], [], 'unclear'],
    ['one of an unheard-of type', [{ ...row, requestType: 'SOC_V2' }], [], 'unclear'],
    ['a rejected one that may be ours', [{ ...row, soc: '', requestStatus: 'REJECTED' }], [], 'absent'],
  ])('%s', async (_, rows, options, type) => {
    expect((await reconcileWith(rows, { options })).type).toBe(type);
  });
});

it('is unclear, not absent, before the proof time', async () => {
  expect((await reconcileWith([], { late: false })).type).toBe('unclear');
});

it('takes a report from the list alone: no line shows it', async () => {
  const change: Change = {
    kind: 'invoice.order',
    from: '2026-10-01',
    to: '2026-10-31',
    email: 'a@example.org',
  };
  const bill = { ...row, requestType: 'BILL_CHARGES', billDate: '2026-10-31T00:00:00.000+03:00', soc: '' };
  expect(await reconcileWith([bill], { change })).toMatchObject({
    type: 'accepted',
    ref: { hint: 'getBillChargesPaged' },
  });
  expect((await reconcileWith([{ ...bill, requestStatus: 'COMPLETE' }], { change })).type).toBe('applied');
  expect((await reconcileWith([{ ...bill, billDate: '2026-09-30T00:00:00.0' }], { change })).type).toBe(
    'absent',
  );
});

it('is unclear while the list cannot be read', async () => {
  const { carrier, clock } = connect({
    script: ({ operation }) => (operation === 'getRequestList' ? replyOf(200, '<html>') : null),
  });
  clock.now += 60_000;
  expect((await carrier.reconcile(orderOf(on), { after: sentAt, before: sentAt })).type).toBe('unclear');
});

describe('pages', () => {
  const others = Array.from({ length: 4 }, (_, index) => ({
    ...row,
    requestId: `8${index}`,
    ctn: '9030000999',
  }));
  type Paging = (rows: XmlNode[], page: number, asked: number) => XmlNode[];

  /** Our request is the fifth of a list that is asked for by two. */
  async function reconcilePaged(paging: Paging, rows: XmlNode[] = [...others, row]) {
    const { carrier, clock } = connect({
      settings: { recordsPerPage: 2, maxPages: 5 },
      script: ({ operation, body = '' }) => {
        if (operation !== 'getRequestList') return null;
        const number = (name: string) => Number(new RegExp(`<${name}>(\\d+)`).exec(body)?.[1]);
        return listReply(paging(rows, number('page'), number('recordsPerPage')));
      },
    });
    clock.now += 60_000;
    return (await carrier.reconcile(orderOf(on), { after: sentAt, before: sentAt })).type;
  }

  const cut: Paging = (rows, page, asked) => rows.slice((page - 1) * asked, page * asked);
  const repeatLast: Paging = (rows, page, asked) =>
    cut(rows, Math.min(page, Math.ceil(rows.length / asked)), asked);
  const capped: Paging = (rows, page) => cut(rows, page, 1);
  const stuck: Paging = (rows, _, asked) => cut(rows, 1, asked);
  const stuckAndCapped: Paging = (rows) => cut(rows, 1, 2);

  it.each([
    ['as asked', cut, 'accepted', 'absent'],
    ['the last one again and again', repeatLast, 'accepted', 'absent'],
    ['shorter than asked', capped, 'accepted', 'absent'],
    ['always the first one', stuck, 'accepted', 'absent'],
    ['always the first two rows', stuckAndCapped, 'unclear', 'unclear'],
  ])('%s', async (_, paging, withOurs, withoutOurs) => {
    expect([await reconcilePaged(paging), await reconcilePaged(paging, others)]).toEqual([
      withOurs,
      withoutOurs,
    ]);
  });
});
