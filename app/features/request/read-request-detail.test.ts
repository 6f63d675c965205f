import { expect, test } from 'vitest';
import type { Role } from '#app/features/access/role.ts';
import { detailOf, movesFor } from './read-request-detail.ts';
import type { RequestState } from './request.ts';

const sentAt = new Date('2026-03-02T09:00:00Z');
const sent = [{ event: 'submitted' }, { event: 'sending-started' }];
const given = [{ event: 'given-to-a-person' }];
const movesIn = (state: RequestState, at: Date | null, events: { event: string }[], role: Role = 'agent') =>
  movesFor({ state, sentAt: at }, events, { userId: 'u1', name: '', roles: [role] });

test.each([
  ['a draft', 'draft', null, [], ['submit', 'cancel']],
  ['on its way', 'sending', sentAt, sent, []],
  ['waiting for its turn', 'queued', null, [], ['cancel']],
  ['may have left us', 'manual', sentAt, sent, ['fulfil', 'ask', 'decline', 'cancel']],
  ['surely did not leave us', 'manual', null, sent, ['fulfil', 'requeue', 'decline', 'cancel']],
  ['never meant for the carrier', 'manual', null, given, ['fulfil', 'decline', 'cancel']],
  ['done', 'done', sentAt, sent, []],
] as const)('%s: the buttons', (_, state, at, events, moves) => {
  expect(movesIn(state, at, [...events])).toEqual(moves);
});

test('the client has no buttons', () => {
  for (const state of ['draft', 'queued', 'manual'] as const)
    expect(movesIn(state, null, [], 'client')).toEqual([]);
});

test.each([
  [{ failure: { class: 'invalid', code: '7', text: 'нет' } }, { by: 'carrier', text: 'нет', code: '7' }],
  [{ evidence: 'the line shows it' }, { by: 'words', text: 'the line shows it' }],
  [{ words: 'сделано' }, { by: 'words', text: 'сделано' }],
  [{ reason: 'передумали' }, { by: 'words', text: 'передумали' }],
  [{ reason: 'sender-died' }, null],
  [{ evidence: null }, null],
  [null, null],
])('what stands under an event with %o', (note, detail) => {
  expect(detailOf({ event: 'any', note })).toEqual(detail);
});

test('what we lost is not put into the carrier’s mouth', () => {
  const failure = { class: 'unknown_outcome', code: 'timeout', text: 'no answer' };
  expect(detailOf({ event: 'outcome-unknown', note: { failure } })).toBeNull();
});
