import { expect, test } from 'vitest';
import { hearPresence, type Presence, presentAt } from './presence.ts';

const said = (userId: string, doing: Presence['doing']): Presence => ({
  topic: 'presence',
  id: 'case',
  userId,
  name: userId,
  doing,
});

test('each person is there once, as he last said', () => {
  const known = [said('a', 'viewing'), said('b', 'viewing'), said('a', 'typing')].reduce(
    (all, told, at) => hearPresence(all, told, at),
    [] as ReturnType<typeof hearPresence>,
  );
  expect(known.map(({ userId, doing }) => [userId, doing])).toEqual([
    ['b', 'viewing'],
    ['a', 'typing'],
  ]);
  expect(hearPresence(known, said('b', 'left'), 3).map(({ userId }) => userId)).toEqual(['a']);
});

test('typing fades to viewing, silence to nothing', () => {
  const known = hearPresence([], said('a', 'typing'), 0);
  expect(presentAt(known, 5_999)).toMatchObject([{ doing: 'typing' }]);
  expect(presentAt(known, 6_000)).toMatchObject([{ doing: 'viewing' }]);
  expect(presentAt(known, 50_000)).toEqual([]);
});
