import { expect, test } from 'vitest';
import { shortBySkill } from './short-by-skill.ts';

const at = (slot: number) => slot * 30 * 60_000;
const row = (skill: string, wanted: number[], there: number[]) => ({ skill, wanted, there });

test.each([
  ['no requirement', [], []],
  ['enough of all', [row('mts', [1, 2], [1, 3])], []],
  [
    'too few twice',
    [row('mts', [1, 3, 4], [1, 1, 1])],
    [{ skill: 'mts', minutes: 150, people: 3, at: at(2) }],
  ],
  [
    'two skills, the worse first; what one has too many the other does not get',
    [row('mts', [1, 1], [0, 1]), row('beeline', [2, 1], [0, 5])],
    [
      { skill: 'beeline', minutes: 60, people: 2, at: 0 },
      { skill: 'mts', minutes: 30, people: 1, at: 0 },
    ],
  ],
])('%s', (_, cover, short) => {
  expect(shortBySkill(cover, 0)).toEqual(short);
});
