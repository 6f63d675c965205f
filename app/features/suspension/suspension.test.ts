import { describe, expect, test } from 'vitest';
import { requestStates } from '#app/features/request/request.ts';
import {
  decideSuspension,
  endedStates,
  measures,
  nextStep,
  type SuspensionFacts,
  type SuspensionMove,
  type SuspensionState,
  suspensionMoves,
  suspensionStates,
} from './suspension.ts';

const facts: SuspensionFacts = {
  measure: 'suspension',
  isPaid: false,
  isHeld: false,
  block: null,
  unblock: null,
};

describe('the table', () => {
  const cases = suspensionStates.flatMap((state) =>
    suspensionMoves.flatMap(({ move }) => (['person', 'worker'] as const).map((by) => ({ state, move, by }))),
  );
  test.each(cases)('$move from $state by a $by', ({ state, move, by }) => {
    const row = suspensionMoves.find((one) => one.move === move);
    const from: readonly SuspensionState[] = row?.from ?? [];
    const movers: readonly string[] = row?.by ?? [];
    const allowed = from.includes(state) && movers.includes(by);
    expect(decideSuspension(state, move, by)).toEqual(
      allowed
        ? { ok: true, to: row?.to }
        : { ok: false, error: { code: 'suspension-move-not-allowed', state } },
    );
  });

  test('no machine ever says yes to a suspension', () => {
    const ways = suspensionMoves.filter(({ to }) => to === 'confirmed');
    expect(ways.map(({ by }) => by)).toEqual([['person']]);
    const carried = suspensionMoves.filter(({ to }) => to === 'concluded').flatMap(({ from }) => from);
    expect(carried).toEqual(['confirmed']);
    expect(suspensionMoves.filter(({ to }) => to === 'suspended').flatMap(({ from }) => from)).toEqual([
      'confirmed',
    ]);
  });

  test('every state is reached, and only the ended ones are left by nothing', () => {
    const reached = new Set<string>(suspensionMoves.map(({ to }) => to));
    expect(suspensionStates.filter((state) => !reached.has(state))).toEqual(['proposed']);
    const left = new Set<string>(suspensionMoves.flatMap(({ from }) => from));
    expect(suspensionStates.filter((state) => !left.has(state))).toEqual([...endedStates]);
  });
});

describe('what is done next', () => {
  const move = (name: SuspensionMove, why: string | null = null) => ({ do: 'move', move: name, why });
  const wait = { do: 'wait' };
  test.each([
    ['proposed', {}, wait],
    ['proposed', { isPaid: true }, move('withdraw', 'paid')],
    ['proposed', { isHeld: true }, move('withdraw', 'held')],
    ['confirmed', {}, { do: 'order-block' }],
    ['confirmed', { isPaid: true }, move('withdraw', 'paid')],
    ['confirmed', { isHeld: true }, move('withdraw', 'held')],
    ['confirmed', { block: 'queued' }, wait],
    ['confirmed', { block: 'queued', isPaid: true }, { do: 'cancel-block' }],
    ['confirmed', { block: 'manual', isPaid: true }, { do: 'cancel-block' }],
    ['confirmed', { block: 'sending', isPaid: true }, wait],
    ['confirmed', { block: 'accepted', isPaid: true }, wait],
    ['confirmed', { block: 'unconfirmed', isPaid: true }, wait],
    ['confirmed', { block: 'cancelled', isPaid: true }, move('withdraw', 'paid')],
    ['confirmed', { block: 'refused', isPaid: true }, move('withdraw', 'paid')],
    ['confirmed', { block: 'refused' }, move('give-up', 'request-refused')],
    ['confirmed', { block: 'done' }, move('carry-out')],
    ['confirmed', { block: 'done', isPaid: true }, move('carry-out')],
    ['confirmed', { measure: 'restriction', block: 'done' }, move('carry-out')],
    ['confirmed', { measure: 'ending', block: 'manual', isPaid: true }, { do: 'cancel-block' }],
    ['confirmed', { measure: 'ending', block: 'done', isPaid: true }, move('conclude')],
    ['suspended', { block: 'done' }, wait],
    ['suspended', { block: 'done', isHeld: true }, wait],
    ['suspended', { block: 'done', isPaid: true }, move('restore')],
    ['restoring', { block: 'done', isPaid: true }, { do: 'order-unblock' }],
    ['restoring', { block: 'done', unblock: 'manual' }, wait],
    ['restoring', { block: 'done', unblock: 'refused' }, wait],
    ['restoring', { block: 'done', unblock: 'done' }, move('finish')],
    ['restored', { isPaid: true, block: 'done', unblock: 'done' }, wait],
    ['declined', { isPaid: true }, wait],
    ['concluded', { measure: 'ending', isPaid: true, block: 'done' }, wait],
  ] as const)('%s with %j', (state, over, step) => {
    expect(nextStep(state, { ...facts, ...over })).toEqual(step);
  });

  test('whatever it says is allowed by the table, in every state and with every request', () => {
    const asked = [null, ...requestStates];
    for (const state of suspensionStates)
      for (const block of asked)
        for (const unblock of asked)
          for (const isPaid of [false, true]) {
            for (const measure of measures) {
              const step = nextStep(state, { measure, isPaid, isHeld: !isPaid, block, unblock });
              if (step.do === 'move') expect(decideSuspension(state, step.move, 'worker').ok).toBe(true);
            }
          }
  });
});
