import { beforeAll, expect, test } from 'vitest';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { commit } from './commit.ts';
import type { TenantDb } from './open.ts';
import { stillVersion } from './still-version.ts';
import { absences, rosters, shiftOffers } from './tenant/schema/shift.ts';
import { extraWork } from './tenant/schema/shift-life.ts';

const at = new Date('2026-03-02T09:00:00Z');
const asked = {
  userId: 'agent-1',
  kind: 'leave',
  state: 'asked',
  fromAt: at,
  toAt: at,
  askedAt: at,
} as const;
let db: TenantDb;
beforeAll(async () => {
  db = (await openTestTenant()).db;
  await commit(db, [db.insert(absences).values({ id: 'one', ...asked, version: 3 })]);
});

test.each([
  [3, true],
  [2, false],
  [4, false],
])('of version 3, taken for %i, the batch is written: %s', async (version, isWritten) => {
  const id = `beside-${version}`;
  const more = db.insert(absences).values({ id, ...asked });
  const written = await commit(db, [stillVersion(db, absences, { id: 'one', version }), more]);
  expect(written.ok).toBe(isWritten);
  expect((await db.select().from(absences)).some((row) => row.id === id)).toBe(isWritten);
});

test('every table that it guards takes it', async () => {
  const guards = [rosters, shiftOffers, extraWork].map((table) =>
    stillVersion(db, table, { id: 'none', version: 1 }),
  );
  expect((await commit(db, guards)).ok).toBe(true);
});
