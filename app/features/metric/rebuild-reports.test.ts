import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { contacts } from '#db/tenant/schema/contact.ts';
import { contactFacts, reportCells, reportCellsNext, reportChanges } from '#db/tenant/schema/report.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { countAll } from './count-changes.ts';
import { readFigures } from './read-figures.ts';
import { askRebuild, rebuildStep } from './rebuild-reports.ts';

const now = new Date('2026-03-20T12:00:00Z');
const timeZone = 'Europe/Moscow';
const at = new Date('2026-03-05T10:00:00Z');
const email = (id: string) => ({
  id,
  channel: 'email' as const,
  direction: 'inbound' as const,
  startedAt: at,
  createdAt: at,
});

async function contactsOf(db: TenantDb): Promise<number | undefined> {
  const day = { from: '2026-03-05', to: '2026-03-05', now, timeZone };
  return (await readFigures(db, { metrics: ['contacts'], ...day }))[0]?.numerator;
}

test('pages show the old numbers until all is counted from zero, and then the new ones at once', async () => {
  const { db } = await openTestTenant();
  await commit(db, [db.insert(contacts).values([email('a'), email('b')])]);
  await countAll(db, now, timeZone);
  await commit(db, [db.update(reportCells).set({ value: sql`value + 7` })]);
  await askRebuild(db, now);
  const seen: (number | undefined)[] = [await contactsOf(db)];
  while (await rebuildStep(db, now, timeZone)) seen.push(await contactsOf(db));
  expect(seen.slice(0, -1)).toEqual(seen.slice(0, -1).map(() => 9));
  expect(seen.at(-1)).toBe(2);
  expect(await db.select().from(reportCellsNext)).toEqual([]);
});

test('what is no more leaves no fact behind, wherever its id stood, and what comes meanwhile is counted after', async () => {
  const { db } = await openTestTenant();
  await commit(db, [db.insert(contacts).values(['a', 'b', 'c', 'd'].map(email))]);
  await countAll(db, now, timeZone);
  await commit(db, [db.delete(contacts).where(sql`id in ('b', 'd')`)]);
  await commit(db, [db.delete(reportChanges)]);
  await askRebuild(db, now);
  await rebuildStep(db, now, timeZone);
  await commit(db, [db.insert(contacts).values(email('e'))]);
  await countAll(db, now, timeZone);
  expect((await db.select().from(contactFacts)).map(({ id }) => id)).toEqual(['a', 'c', 'e']);
  expect(await contactsOf(db)).toBe(3);
});
