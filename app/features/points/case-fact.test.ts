import { expect, test } from 'vitest';
import type { CaseState } from '#app/features/case/case.ts';
import { type CaseStory, caseFact } from './case-fact.ts';
import { findGate } from './points.ts';

type Step = [from: CaseState, to: CaseState, actor?: string];
const at = new Date('2026-03-02T09:00:00Z');
const story = (steps: Step[], over: Partial<CaseStory> = {}): CaseStory => ({
  state: steps.at(-1)?.[1] ?? 'open',
  assigneeId: 'anna',
  isSolvedAtFirst: false,
  events: steps.map(([fromState, toState, actor = 'anna'], hour) => ({
    fromState,
    toState,
    actor,
    at: new Date(at.getTime() + hour * 3_600_000),
  })),
  requests: [],
  isReplyLost: false,
  erring: [],
  ...over,
});
const solve = (actor = 'anna'): Step => ['open', 'solved', actor];
const reopen: Step = ['solved', 'open', 'subscriber'];
const close: Step = ['solved', 'closed', 'worker'];

const known: [what: string, given: CaseStory, agent: string | null, gate: string | null][] = [
  ['open', story([['new', 'open']]), null, null],
  ['solved', story([solve()]), 'anna', null],
  ['solved and closed', story([solve(), close]), 'anna', null],
  ['solved by rule', story([solve('worker')]), 'anna', null],
  ['solved by rule, nobody’s', story([solve('worker')], { assigneeId: null }), null, null],
  ['re-opened', story([solve(), reopen]), 'anna', 'reopened'],
  ['re-opened and solved again by himself', story([solve(), reopen, solve()]), 'anna', 'reopened'],
  ['put right by a colleague', story([solve(), reopen, solve('boris')]), 'boris', null],
  ['merged', story([solve(), ['solved', 'merged']]), null, null],
  ['refused by the carrier', story([solve()], { requests: ['refused'] }), 'anna', 'failed'],
  ['refused once, then done', story([solve()], { requests: ['refused', 'done'] }), 'anna', null],
  ['answered into the void', story([solve()], { isReplyLost: true }), 'anna', 'failed'],
  ['with his critical error', story([solve()], { erring: ['anna'] }), 'anna', 'critical-error'],
  ["with another one's", story([solve()], { erring: ['boris'] }), 'anna', null],
];

test.each(known)('a case that was %s is to the credit of %3$s, gate %4$s', (_what, given, agent, gate) => {
  const fact = caseFact(given, 'case-solved');
  expect(fact?.agentId ?? null).toBe(agent);
  expect(fact && findGate(fact)).toBe(fact ? gate : null);
});

test('it counts from when it was solved last', () => {
  const fact = caseFact(story([solve(), reopen, solve('boris')]), 'case-solved');
  expect(fact?.occurredAt).toEqual(new Date('2026-03-02T11:00:00Z'));
});

test('solved at the first contact only when it was', () => {
  expect(caseFact(story([solve()]), 'solved-at-first')).toBeNull();
  expect(caseFact(story([solve()], { isSolvedAtFirst: true }), 'solved-at-first')?.event).toBe(
    'solved-at-first',
  );
});
