import { expect, test } from 'vitest';
import { weave } from './weave-events.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 9, minute));
const side = (event: string, minute: number) => ({
  caseId: 'a',
  event,
  at: at(minute),
  actor: 'olga',
  note: null,
});
const history = [
  { ...side('opened', 0), version: 1, fromState: 'new' as const, toState: 'new' as const },
  { ...side('assigned', 5), version: 2, fromState: 'new' as const, toState: 'open' as const },
  { ...side('solved', 9), version: 3, fromState: 'open' as const, toState: 'solved' as const },
];
const shown = (told: ReturnType<typeof side>[]) =>
  weave(history, told).map(({ version, event, fromState, toState }) =>
    [version, event, fromState, toState].join(' '),
  );

test('what is told stands at its time, in the state the case had, and numbers go on', () => {
  expect(shown([side('goodwill-decided', 7), side('incident-joined', 1)])).toEqual([
    '1 opened new new',
    '2 incident-joined new new',
    '3 assigned new open',
    '4 goodwill-decided open open',
    '5 solved open solved',
  ]);
});

test('nothing comes before the opening, and what was there goes first', () => {
  expect(shown([side('early', -1), side('same', 5)])).toEqual([
    '1 opened new new',
    '2 early new new',
    '3 assigned new open',
    '4 same open open',
    '5 solved open solved',
  ]);
});
