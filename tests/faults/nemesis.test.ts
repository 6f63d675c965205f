import { expect, test } from 'vitest';
import { createDraws } from '#seeds/draws.ts';
import { planRounds } from './nemesis.ts';
import { longestUnconfirmed } from './unconfirmed-age.ts';

test('forty rounds come to every named point, to every store and to both queues', () => {
  const rounds = planRounds(createDraws(7), 40, true);
  const points = new Set(rounds.flatMap(({ death }) => ('at' in death ? [death.at] : [])));
  expect(points.size).toBe(8);
  expect(new Set(rounds.map((round) => round.store))).toEqual(new Set(['kept', 'wiped', 'restarted']));
  expect(new Set(rounds.map((round) => round.queue))).toEqual(new Set(['embedded', 'redis']));
  expect(rounds).toEqual(planRounds(createDraws(7), 40, true));
});

test('without Redis every round uses the embedded queue', () => {
  expect(planRounds(createDraws(7), 8, false).every((round) => round.queue === 'embedded')).toBe(true);
});

test('the longest unconfirmed stretch counts an open one until now', () => {
  const step = (requestId: string, version: number, toState: 'unconfirmed' | 'done', second: number) => ({
    requestId,
    version,
    toState,
    at: new Date(second * 1000),
  });
  const steps = [step('a', 1, 'unconfirmed', 0), step('a', 2, 'done', 30), step('b', 1, 'unconfirmed', 50)];
  expect(longestUnconfirmed(steps, new Date(70_000))).toEqual({ requestId: 'a', ms: 30_000 });
  expect(longestUnconfirmed(steps, new Date(100_000))).toEqual({ requestId: 'b', ms: 50_000 });
});
