import { expect, it } from 'vitest';
import { makeShiftPerson, makeShiftProblem } from '#tests/setup/shift-problems.ts';
import { lacksOf } from './lacks-of.ts';

const at = (slot: number) => slot * 30 * 60_000;

it('says how many more people it takes and when too few may work', () => {
  const day = Array.from({ length: 336 }, (_, slot) =>
    slot < 240 && slot % 48 >= 18 && slot % 48 < 34 ? 1 : 0,
  );
  const night = Array.from({ length: 336 }, (_, slot) => (slot >= 44 && slot < 48 ? 2 : 0));
  const forty = { weekMinutes: [{ min: 0, max: 1800 }] };
  const people = [
    makeShiftPerson({ ...forty, id: 'day', mayNight: false }),
    makeShiftPerson({ ...forty, id: 'beeline', skills: [1] }),
  ];
  const skills = [
    { id: 'mts', wanted: day, under: 5, over: 1 },
    { id: 'beeline', wanted: night, under: 5, over: 1 },
  ];
  expect(lacksOf(makeShiftProblem(7, { people, skills }), 0)).toEqual({
    hours: [{ skills: ['mts'], minutes: 600, people: 1 }],
    heads: [{ skill: 'beeline', from: at(44), to: at(48), people: 1 }],
  });
});

it('says nothing of a plan that can be covered', () => {
  expect(lacksOf(makeShiftProblem(7), 0)).toEqual({ hours: [], heads: [] });
});
