import { describe, expect, test } from 'vitest';
import { caseMoves, caseMovesOfPerson, caseStates, decideCaseMove, isOpenCase } from './case.ts';

describe.each(caseStates)('from %s', (state) => {
  test.each(caseMoves)('$move by the table', ({ move, from, to, by, event }) => {
    const states: readonly string[] = from;
    const movers: readonly string[] = by;
    for (const mover of ['person', 'worker'] as const) {
      const allowed = states.includes(state) && movers.includes(mover);
      expect(decideCaseMove(state, move, mover)).toEqual(
        allowed
          ? { ok: true, to, event }
          : { ok: false, error: { code: 'case-move-not-allowed', move, state } },
      );
    }
  });
});

test('every state is reached, and every state but the closed one can be left', () => {
  const targets = new Set<string>(['new', ...caseMoves.map(({ to }) => to)]);
  const sources = new Set<string>(caseMoves.flatMap(({ from }) => [...from]));
  expect([...targets].sort()).toEqual([...caseStates].sort());
  expect(caseStates.filter((state) => !sources.has(state))).toEqual(['closed']);
});

test('a closed case offers nothing, a merged one only to be taken apart', () => {
  expect(caseMovesOfPerson('closed')).toEqual([]);
  expect(caseMovesOfPerson('merged')).toEqual(['unmerge']);
  expect(caseStates.filter(isOpenCase)).toEqual(['new', 'open', 'waiting']);
});
