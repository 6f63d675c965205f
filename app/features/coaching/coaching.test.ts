import { expect, test } from 'vitest';
import { CoachingInput, heatOf } from './coaching.ts';

const loss = (itemId: string, lost: number) => ({ itemId, title: itemId, mark: 1, weight: 50, lost });

test('a cell is the share of its own weight that an item loses; who loses most stands first', () => {
  const rows = heatOf([
    { agentId: 'anna', losses: [loss('smile', 0), loss('answer', 10)] },
    { agentId: 'boris', losses: [loss('smile', 50)] },
    { agentId: 'anna', losses: [loss('smile', 25)] },
  ]);
  expect(rows).toEqual([
    { agentId: 'boris', n: 1, cells: { smile: { n: 1, share: 1 } } },
    { agentId: 'anna', n: 2, cells: { smile: { n: 2, share: 0.25 }, answer: { n: 1, share: 0.2 } } },
  ]);
});

test('somebody looks again when it is done, not before', () => {
  const task = { agentId: 'anna', goal: 'Дослушивать до конца', dueOn: '2026-03-10' };
  expect(CoachingInput.safeParse({ ...task, recheckOn: '2026-03-10' }).success).toBe(true);
  expect(CoachingInput.safeParse({ ...task, recheckOn: '2026-03-09' }).success).toBe(false);
});
