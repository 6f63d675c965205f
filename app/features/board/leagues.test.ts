import { expect, test } from 'vitest';
import { formLeagues } from './leagues.ts';

const agents = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ agentId: `a${index}`, points: (index * 7) % 31 }));

test.each([
  [0, [0]],
  [5, [5]],
  [17, [17]],
  [18, [9, 9]],
  [31, [10, 11, 10]],
])('%i agents make leagues of %j', (count, sizes) => {
  expect(formLeagues(agents(count)).map((league) => league.length)).toEqual(sizes);
});

test('nobody of a league was slower than anybody of the next', () => {
  const all = agents(40);
  const pace = new Map(all.map(({ agentId, points }) => [agentId, points]));
  const paces = formLeagues(all).map((league) => league.map((id) => pace.get(id) ?? 0));
  paces.forEach((league, index) => {
    expect(Math.min(...league)).toBeGreaterThanOrEqual(Math.max(...(paces[index + 1] ?? [0])));
  });
});
