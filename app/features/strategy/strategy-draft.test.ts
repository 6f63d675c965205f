import { expect, test } from 'vitest';
import type { StrategyRules } from '#app/features/ladder/strategy.ts';
import { beginHistory, edit, redo, undo } from './edit-history.ts';
import { addStep, changeStep, draftFrom, removeStep, rulesFrom, shiftStep } from './strategy-draft.ts';

const rules: StrategyRules = {
  entry: { leastKopecks: 100, subscribers: 'all', carriers: [], leastRiskPerMille: 0 },
  steps: [
    { day: 1, action: 'sms', text: 'а' },
    { day: 5, action: 'email', text: 'б' },
  ],
  costs: { sms: 350 },
};
let next = 0;
const draft = draftFrom(rules, () => `id-${++next}`);
const placesOf = ({ steps }: typeof draft) => steps.map(({ id, day, action }) => `${id} ${day} ${action}`);

test('a draft is the rules and nothing more', () => {
  expect(rulesFrom(draft)).toEqual(rules);
});

test('a step that passes another keeps its name, and the days stay in order', () => {
  expect(placesOf(shiftStep(draft, 'id-1', 7, 0))).toEqual(['id-2 5 email', 'id-1 8 sms']);
  expect(placesOf(addStep(draft, { id: 'new', day: 3, action: 'call', text: '' }))[1]).toBe('new 3 call');
  expect(placesOf(removeStep(draft, 'id-1'))).toEqual(['id-2 5 email']);
});

test('no step leaves the axis or the list of channels', () => {
  expect(placesOf(shiftStep(draft, 'id-1', -700, -9))).toEqual(['id-1 -30 cabinet', 'id-2 5 email']);
  expect(placesOf(shiftStep(draft, 'id-2', 700, 99))[1]).toBe('id-2 365 ending');
  expect(placesOf(changeStep(draft, 'id-2', { day: 6.4 }))[1]).toBe('id-2 6 email');
  expect(shiftStep(draft, 'gone', 1, 0)).toBe(draft);
});

test('edits are taken back one by one and brought again; letters of one text together', () => {
  let history = beginHistory(0);
  for (const [now, tag] of [
    [1, null],
    [2, 'text'],
    [3, 'text'],
    [4, null],
  ] as const)
    history = edit(history, now, tag);
  const back = [undo(history), undo(undo(history)), undo(undo(undo(history)))];
  expect(back.map(({ now }) => now)).toEqual([3, 1, 0]);
  expect(undo(undo(undo(undo(history)))).now).toBe(0);
  expect(redo(redo(back[2] ?? history)).now).toBe(3);
  expect(redo(edit(back[2] ?? history, 9, null)).now).toBe(9);
});
