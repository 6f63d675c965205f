import { expect, test } from 'vitest';
import { defaultCard } from '../scorecard/default-card.ts';
import { disputableUntil, findProposalFault, judgeMarks } from './dispute.ts';

const answers = { smile: 2, answer: 0, promise: null };
const both = [
  { itemId: 'smile', proposed: 4 },
  { itemId: 'answer', proposed: null },
];

test.each([
  [[], 'rejected', answers],
  [['smile'], 'partly', { ...answers, smile: 4 }],
  [['smile', 'answer'], 'accepted', { ...answers, smile: 4, answer: null }],
  [['data'], 'rejected', answers],
])('agreeing with %j', (accepted, state, after) => {
  expect(judgeMarks(answers, both, accepted)).toEqual({ state, answers: after });
});

test.each([
  ['sound', both, undefined],
  ['not of the card', [{ itemId: 'nothing', proposed: 1 }], 'nothing'],
  ['off the scale', [{ itemId: 'smile', proposed: 0 }], 'smile'],
  ['no other mark', [{ itemId: 'smile', proposed: 2 }], 'smile'],
  ['twice', [...both, { itemId: 'smile', proposed: 5 }], 'smile'],
])('a proposal that is %s', (_what, items, fault) => {
  expect(findProposalFault(defaultCard, answers, items)).toBe(fault);
});

test('a window of 45 days', () => {
  expect(disputableUntil(new Date('2026-03-01T09:00:00Z'), 45)).toEqual(new Date('2026-04-15T09:00:00Z'));
});
