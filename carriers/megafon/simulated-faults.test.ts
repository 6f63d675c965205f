import { expect, it } from 'vitest';
import type { Faults, Knobs } from '../simulation.ts';
import { listed, lock, open } from './test-browser.ts';

it('counts requests over sliding windows and turns away those that are too many', async () => {
  const limits: Knobs['limits'] = [
    { windowMs: 1_000, max: 2, retryAfter: false },
    { windowMs: 60_000, max: 3, retryAfter: true },
  ];
  const { ask, clock, running } = open({ knobs: { limits } });
  const answers = [];
  for (const later of [0, 0, 0, 999, 1, 1, 58_999]) {
    clock.now += later;
    const { status, headers } = await ask(listed);
    answers.push([status, headers.get('retry-after')]);
  }
  expect(answers).toEqual([
    [200, null],
    [200, null],
    [429, null],
    [429, null],
    [200, null],
    [429, '59'],
    [200, null],
  ]);
  expect(running.counts()).toMatchObject({
    requests: 7,
    throttled: 3,
    busiest: [{ requests: 4 }, { requests: 6 }],
  });
});

it.each<[keyof Faults, number[]]>([
  ['unavailable', [0]],
  ['errorInside', [0]],
  ['expireSession', [0]],
  ['acceptSilently', [0, 1]],
  ['failLater', [0]],
])('%s answers in several ways and applies what it should', async (fault, counts) => {
  const seen = new Set<number>();
  for (let seed = 1; seed <= 12; seed++) {
    const { ask, signIn, running } = open({ seed, knobs: { faults: { [fault]: 1 } } });
    await signIn();
    const text = await (await ask('/changelock/order', lock('101'))).text();
    expect(/cporId/.test(text)).toBe(fault === 'failLater');
    seen.add(running.ledger().length);
  }
  expect([...seen].sort()).toEqual(counts);
});

it.each<[keyof Faults, number]>([
  ['hangAfterApplying', 1],
  ['hangBeforeApplying', 0],
])('%s never answers, and leaves %i entry in the ledger', async (fault, entries) => {
  const { ask, signIn, running } = open({ knobs: { workMs: 60_000, faults: { [fault]: 1 } } });
  await signIn();
  const leaving = new AbortController();
  const answer = ask('/changelock/order', lock('101'), { signal: leaving.signal });
  setTimeout(() => leaving.abort(new Error('left')), 20);
  await expect(answer).rejects.toThrow('left');
  expect(running.ledger()).toHaveLength(entries);
});

it('breaks the connection in the middle of the answer after applying', async () => {
  const { ask, signIn, running } = open({ knobs: { faults: { breakAfterApplying: 1 } } });
  await signIn();
  const response = await ask('/changelock/order', lock('101'));
  await expect(response.text()).rejects.toThrow('broke');
  expect(running.ledger()).toHaveLength(1);
});

it('hangs as a whole until it is told not to', async () => {
  const { ask, running } = open({ knobs: { hangUntil: Number.MAX_SAFE_INTEGER } });
  const answer = ask(listed);
  running.turn({ hangUntil: null });
  expect((await answer).status).toBe(200);
});

it('draws the same faults for the same seed', async () => {
  const runs = [];
  for (let run = 0; run < 2; run++) {
    const { ask, signIn } = open({ seed: 42, knobs: { faults: { unavailable: 0.5, errorInside: 0.3 } } });
    await signIn();
    const answers = [];
    for (let at = 0; at < 8; at++) answers.push((await ask('/changelock/order', lock('999'))).status);
    runs.push(answers);
  }
  expect(runs[0]).toEqual(runs[1]);
  expect(new Set(runs[0]).size).toBeGreaterThan(1);
});
