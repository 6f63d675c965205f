import { expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { carrierAccounts } from '#db/control/schema.ts';
import { listDefinitions } from '#db/tenant/queries/churn.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { setDefinition } from './set-definition.ts';

const [now, actor] = [new Date('2026-03-01'), { userId: 'm', name: 'М', roles: ['manager'] as const }];
const contract = {
  id: 'a1',
  carrier: 'mts',
  title: 'Договор 1',
  settings: {},
  credentialsSealed: '',
  windows: [],
  concurrency: 1,
  deadlineMs: 30_000,
  disabledKinds: [],
  version: 1,
  createdAt: now,
};

test('what counts as churn is said of every contract or of one of ours, and of no other', async () => {
  const { db, databases } = await openTestTenant();
  const { control } = databases;
  await commit(control, [control.insert(carrierAccounts).values({ ...contract, tenantId: db.tenantId })]);
  const say = (carrierAccountId: string) =>
    setDefinition(
      { db, control, actor, now },
      { from: '2026-04-01', carrierAccountId, kinds: ['port-out'], silentDays: 60 },
    );
  expect([await say(''), await say('a1')]).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ]);
  expect(await say('a2')).toEqual({ ok: false, error: { code: 'carrier-account-not-found' } });
  const said = (await listDefinitions(db)).map(({ carrierAccountId }) => carrierAccountId);
  expect(said.sort()).toEqual(['', 'a1']);
});
