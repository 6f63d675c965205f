import { expect, test } from 'vitest';
import { serveSkills } from './serve-skills.ts';

const demand = (id: string, wanted: number[]) => ({ id, wanted, under: 5, over: 1 });
const shift = (person: number, skill: number | null = null) => ({
  person,
  skill,
  day: 0,
  start: 0,
  end: 3,
  template: 0,
  breaks: [{ start: 1, slots: 1, isPaid: false }],
});
const people = (...skills: number[][]) => skills.map((own) => ({ skills: own })) as never;

test('who knows one skill is placed first, and the other goes where somebody is missing', () => {
  const problem = {
    skills: [demand('mts', [1, 0, 1]), demand('t2', [1, 0, 1])],
    people: people([0, 1], [0]),
  };
  const served = serveSkills(problem, [shift(0), shift(1)]);
  expect(served.map(({ serves }) => serves)).toEqual([
    [1, -1, 1],
    [0, -1, 0],
  ]);
});

test('a shift for one skill serves that alone', () => {
  const problem = { skills: [demand('mts', [0, 0, 0]), demand('t2', [5, 5, 5])], people: people([0, 1]) };
  expect(serveSkills(problem, [shift(0, 0)])[0]?.serves).toEqual([0, -1, 0]);
});
