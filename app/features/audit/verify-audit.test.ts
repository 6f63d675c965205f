import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { canonicalJson, commitAudited } from '#db/audit.ts';
import { commit } from '#db/commit.ts';
import { audit } from '#db/control/schema.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { openDatabases } from '#db/open.ts';
import { verifyAudit } from './verify-audit.ts';

const at = new Date('2026-03-01T10:00:00Z');
const entry = (subject: string) => ({
  at,
  actorId: 'u1',
  tenantId: null,
  action: 'person.disabled',
  subject,
  detail: { why: 'left', by: ['a', 1, null] },
});

async function controlWithRows(count: number) {
  const databases = await openDatabases({ dataDir: mkdtempSync(join(tmpdir(), 'pult-')) });
  await migrateDatabase(databases.control, 'control');
  const rows = Array.from({ length: count }, (_, n) => commitAudited(databases.control, entry(`u${n}`), []));
  await Promise.all(rows);
  return databases.control;
}

test('rows written at once make one chain', async () => {
  const control = await controlWithRows(12);
  expect(await verifyAudit(control)).toMatchObject({ intact: true, rows: 12 });
});

test.each([
  [
    'altered',
    (c: Awaited<ReturnType<typeof controlWithRows>>) =>
      c.update(audit).set({ actorId: 'u2' }).where(eq(audit.id, 3)),
  ],
  ['missing', (c: Awaited<ReturnType<typeof controlWithRows>>) => c.delete(audit).where(eq(audit.id, 3))],
])('a row that is %s breaks the chain there', async (_what, forgery) => {
  const control = await controlWithRows(5);
  await commit(control, [forgery(control)]);
  expect(await verifyAudit(control)).toEqual({ intact: false, rows: 2, brokenAt: 3 });
});

test('the same fact gives the same text whatever the order of its members', () => {
  expect(canonicalJson({ b: 1, a: { d: [2], c: undefined } })).toBe(canonicalJson({ a: { d: [2] }, b: 1 }));
  expect(canonicalJson({ a: '"' })).toBe('{"a":"\\""}');
});
