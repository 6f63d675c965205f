import { expect, test } from 'vitest';
import { saveStates } from './save-desk.ts';
import { decideSave, saveMoves } from './save-moves.ts';

const allowed: Record<string, string> = {
  'open stay person': 'stayed',
  'open leave person': 'leaves',
  'open dismiss person': 'mistaken',
  'stayed reopen person': 'open',
  'leaves reopen person': 'open',
  'mistaken reopen person': 'open',
  'stayed count worker': 'saved',
  'stayed lose worker': 'left-later',
};
const every = saveStates.flatMap((state) =>
  saveMoves.flatMap(({ move }) => (['person', 'worker'] as const).map((by) => [state, move, by] as const)),
);

test.each(every)('%s: %s by a %s', (state, move, by) => {
  const decided = decideSave(state, move, by);
  const to = allowed[`${state} ${move} ${by}`];
  expect(decided).toEqual(
    to ? { ok: true, to } : { ok: false, error: { code: 'talk-move-not-allowed', state } },
  );
});

test('every state is reached', () => {
  expect(new Set(saveMoves.map(({ to }) => to))).toEqual(new Set(saveStates));
});
