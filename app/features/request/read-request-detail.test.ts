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

const failure = { class: 'invalid', code: '7', text: 'нет' } as const;
const evidence = { code: 'nothing-shows-it', detail: '31' } as const;
const nothing = { failure: null, evidence: null, words: null };

test.each([
  [{ failure }, { ...nothing, failure }],
  [{ evidence }, { ...nothing, evidence }],
  [
    { failure, evidence },
    { ...nothing, failure, evidence },
  ],
  [{ words: 'сделано' }, { ...nothing, words: 'сделано' }],
  [{ reason: 'передумали' }, { ...nothing, words: 'передумали' }],
  [{ reason: 'sender-died' }, nothing],
  [{ evidence: null, failure: 'words of old' }, nothing],
  [null, nothing],
])('what stands under an event with %o', (note, detail) => {
  expect(detailOf({ event: 'any', note })).toEqual(detail);
});

test('a lost answer is told by its sentence, an unreadable one is shown', () => {
  const under = (code: string) =>
    detailOf({ event: 'outcome-unknown', note: { failure: { ...failure, code } } }).failure?.code;
  expect([under('lost'), under('unreadable')]).toEqual([undefined, 'unreadable']);
});
