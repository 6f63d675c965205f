import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noBars } from '../admission/bars.ts';
import { type Agent, chooseNext, distribute, hasRoom, mayTake, type Waiting } from './routing.ts';

const now = new Date('2026-03-02T09:00:00Z');
const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const agent = (over: Partial<Agent> = {}): Agent => ({
  userId: 'a',
  carriers: [],
  kinds: [],
  languages: [],
  saves: true,
  capacity: { rest: 3 },
  heldBackReason: null,
  bars: noBars,
  load: {},
  ...over,
});
const waiting = (over: Partial<Waiting> = {}): Waiting => ({
  id: 'w',
  channel: 'email',
  carrier: 'mts',
  kind: 'question',
  language: 'ru',
  isLeaving: false,
  dueAt: at(3600),
  createdAt: at(-600),
  lastAgentId: null,
  ...over,
});

describe('the next case', () => {
  test.each([
    [
      'the one that would breach first',
      [
        { id: '1', dueAt: at(90) },
        { id: '2', dueAt: at(60) },
      ],
      '2',
    ],
    ['with a target before without', [{ id: '1', dueAt: null }, { id: '2' }], '2'],
    [
      'of two without, the older',
      [
        { id: '1', dueAt: null, createdAt: at(-1) },
        { id: '2', dueAt: null },
      ],
      '2',
    ],
    [
      'his own returning one first',
      [
        { id: '1', dueAt: at(60) },
        { id: '2', lastAgentId: 'a' },
      ],
      '2',
    ],
    ['not of a carrier he does not know', [{ id: '1', carrier: 'beeline' }], null],
    ['who wants to leave, for one who saves', [{ id: '1', isLeaving: true }], '1'],
    ['one whose carrier nobody knows', [{ id: '1', carrier: null }], '1'],
    ['not kept fresh for a colleague at work', [{ id: '1', lastAgentId: 'b', createdAt: at(-10) }], null],
    ['kept for a colleague no longer than two minutes', [{ id: '1', lastAgentId: 'b' }], '1'],
    ['not kept when it is urgent', [{ id: '1', lastAgentId: 'b', createdAt: at(-10), dueAt: at(60) }], '1'],
    ['not kept for one who is not at work', [{ id: '1', lastAgentId: 'x', createdAt: at(-10) }], '1'],
  ])('%s', (_rule, rows: Partial<Waiting>[], expected) => {
    const chosen = chooseNext(agent({ carriers: ['mts'] }), rows.map(waiting), [agent({ userId: 'b' })], now);
    expect(chosen?.id ?? null).toBe(expected);
  });

  test('who wants to leave is nothing for one who does not save', () => {
    const rows = [waiting({ id: '1', isLeaving: true }), waiting({ id: '2' })];
    expect(chooseNext(agent({ saves: false }), rows, [], now)?.id).toBe('2');
  });

  test.each([
    [
      'nothing of a carrier whose test he has not passed',
      'mts',
      { carriers: ['mts'], unknownCarrier: false },
      null,
    ],
    ['what is of another carrier', 'beeline', { carriers: ['mts'], unknownCarrier: false }, 'w'],
    ['what is of no known carrier, with any pass', null, { carriers: ['mts'], unknownCarrier: false }, 'w'],
    ['nothing of no known carrier, without a pass', null, { carriers: ['mts'], unknownCarrier: true }, null],
  ])('%s', (_rule, carrier, bars, expected) => {
    const chosen = chooseNext(agent({ bars }), [waiting({ carrier })], [], now);
    expect(chosen?.id ?? null).toBe(expected);
  });

  test('is not kept for a colleague who may not be given it', () => {
    const knower = agent({ userId: 'b', bars: { carriers: ['mts'], unknownCarrier: true } });
    const fresh = waiting({ lastAgentId: 'b', createdAt: at(-10) });
    expect(chooseNext(agent(), [fresh], [agent({ userId: 'b' })], now)).toBeNull();
    expect(chooseNext(agent(), [fresh], [knower], now)?.id).toBe('w');
  });

  test('none for one who is held back', () => {
    expect(chooseNext(agent({ heldBackReason: 'test' }), [waiting()], [], now)).toBeNull();
  });
});

test('the less loaded of two gets it, and nobody above his capacity', () => {
  const busy = agent({ userId: 'busy', load: { email: 2 } });
  const free = agent({ userId: 'free', load: { call: 1 } });
  const rows = ['1', '2', '3', '4'].map((id) => waiting({ id }));
  expect(distribute([busy, free], rows, now).map(({ userId }) => userId)).toEqual([
    'free',
    'busy',
    'free',
    'free',
  ]);
});

const anyAgent = fc.record({
  userId: fc.constantFrom('a', 'b', 'c', 'd'),
  carriers: fc.subarray(['mts', 'beeline', 'megafon']),
  kinds: fc.subarray(['question', 'fault']),
  languages: fc.subarray(['ru', 'en']),
  saves: fc.boolean(),
  capacity: fc.record({ rest: fc.nat(3), chat: fc.nat(3) }),
  heldBackReason: fc.constantFrom(null, null, 'test'),
  bars: fc.record({ carriers: fc.subarray(['mts', 'beeline']), unknownCarrier: fc.boolean() }),
  load: fc.record({ email: fc.nat(2), chat: fc.nat(2) }),
});
const anyWaiting = fc.record({
  id: fc.uuid(),
  channel: fc.constantFrom('email' as const, 'chat' as const),
  carrier: fc.constantFrom('mts', 'beeline', null),
  kind: fc.constantFrom('question', 'fault'),
  language: fc.constantFrom('ru', 'en'),
  isLeaving: fc.boolean(),
  dueAt: fc.option(fc.integer({ min: -600, max: 6000 }).map(at)),
  createdAt: fc.integer({ min: -6000, max: 0 }).map(at),
  lastAgentId: fc.option(fc.constantFrom('a', 'b', 'x')),
});

test('whatever waits, it is given once, to somebody who knows it and has room', () => {
  const agents = fc.uniqueArray(anyAgent, { selector: ({ userId }) => userId });
  const rows = fc.uniqueArray(anyWaiting, { selector: ({ id }) => id, maxLength: 12 });
  fc.assert(
    fc.property(agents, rows, (staff, cases) => {
      const given = distribute(staff, cases, now);
      expect(new Set(given.map(({ caseId }) => caseId)).size).toBe(given.length);
      const load = new Map<string, Agent>(
        staff.map((one) => [one.userId, { ...one, load: { ...one.load } }]),
      );
      for (const { caseId, userId } of given) {
        const [one, taken] = [load.get(userId), cases.find(({ id }) => id === caseId)];
        if (!one || !taken) throw new Error('Given to nobody, or nothing.');
        expect(one.heldBackReason).toBeNull();
        expect(mayTake(one, taken) && hasRoom(one, taken.channel)).toBe(true);
        one.load = { ...one.load, [taken.channel]: (one.load[taken.channel] ?? 0) + 1 };
      }
    }),
  );
});

test('a queue drains to whoever is free: nothing is left that somebody could take', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyWaiting, { selector: ({ id }) => id, maxLength: 12 }), (cases) => {
      const alone = agent({ userId: 'alone', capacity: { rest: 100 } });
      expect(distribute([alone], cases, now)).toHaveLength(cases.length);
    }),
  );
});
