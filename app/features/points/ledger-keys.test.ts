import { expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { pointEntries, pointRules, seasons } from '#db/tenant/schema/quality.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';

const at = new Date('2026-03-02T09:00:00Z');
const award = {
  agentId: 'anna',
  sequence: 1,
  seasonId: 's',
  day: '2026-03-02',
  ruleId: 'solved',
  ruleVersion: 1,
  sourceType: 'case',
  sourceId: 'c',
  sourceVersion: 1,
  kind: 'award' as const,
  raw: 10,
  applied: 10,
  span: 's',
  occurredAt: at,
  recordedAt: at,
  actor: 'worker',
};
const reversal = { ...award, sequence: 2, kind: 'reversal' as const, reversesSeq: 1, raw: -10, applied: -10 };

test.each([
  ['a second award of a rule for the same version of a source', { ...award, sequence: 3 }],
  ['a second entry of an agent with the same number', { ...award, sourceId: 'other' }],
  [
    'a second reversal of the same award',
    { ...reversal, sequence: 3, sourceVersion: 2, kind: 'reversal' as const },
  ],
])('the ledger refuses %s', async (_what, entry) => {
  const { db } = await openTestTenant();
  const rule = { title: 'Решено', event: 'case-solved' as const, points: 10, isOn: true, from: at };
  await commit(db, [
    db.insert(seasons).values({ id: 's', name: 'Весна', from: '2026-03-01', openedBy: 'm', openedAt: at }),
    db.insert(pointRules).values({ id: 'solved', version: 1, ...rule, cap: null, control: null, setBy: 'm' }),
    db.insert(pointEntries).values(award),
    db.insert(pointEntries).values(reversal),
  ]);
  expect((await commit(db, [db.insert(pointEntries).values(entry)])).ok).toBe(false);
  expect(await db.select().from(pointEntries)).toHaveLength(2);
});
